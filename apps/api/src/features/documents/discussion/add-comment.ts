import type { contract } from '@danku/contract';
import type { Comment } from '@danku/contract/discussion.ts';
import type { Input } from '@danku/contract/endpoint.ts';

import type { Context } from '../../../db/context.ts';
import { requireGate } from '../../../db/gate.ts';
import { record } from '../../../db/record.ts';
import { uuid7 } from '../../../db/uuid7.ts';
import { presentComment } from './comment-row.ts';

export async function addComment(
  context: Context,
  { params, body }: Input<typeof contract.discussion.addComment>,
): Promise<Comment> {
  const { tx, actor, now } = context;
  await requireGate(context, 'comment', params);
  const id = uuid7(now);
  await tx.sql.query(
    'INSERT INTO app.comments (id, document_id, author_id, path, place, body, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [id, params.id, actor.memberId, body.path, body.place === null ? null : JSON.stringify(body.place), body.body, now],
  );
  await record(context, { type: 'document.commented', subjectId: params.id, payload: { commentId: id, path: body.path } });
  return presentComment({ id, authorId: actor.memberId, authorName: actor.name, ...body, createdAt: now, resolvedAt: null });
}
