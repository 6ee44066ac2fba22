import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';
import { isBlindTo } from '@danku/domain/access/blind.ts';

import type { Context } from '../../../db/context.ts';
import { requireGate } from '../../../db/gate.ts';
import { commentSelect, presentComment, type CommentRow } from './comment-row.ts';

type Endpoint = typeof contract.discussion.listComments;

/** A blind reviewer sees only what they wrote themselves and what they were answered. */
export async function listComments(context: Context, { params }: Input<Endpoint>): Promise<Reply<Endpoint>> {
  const { tx, actor } = context;
  const facts = await requireGate(context, 'view', params);
  const { rows } = await tx.sql.query<CommentRow>(
    `${commentSelect} WHERE c.document_id = $1 AND ($2::uuid IS NULL OR c.author_id = $2 OR EXISTS (SELECT FROM app.questions q
       WHERE q.document_id = $1 AND q.asked_by = $2 AND q.asked_id = c.author_id AND q.answered_at = c.created_at)) ORDER BY c.created_at, c.id LIMIT 500`,
    [params.id, isBlindTo(actor, facts) ? actor.memberId : null],
  );
  return { items: rows.map(presentComment) };
}
