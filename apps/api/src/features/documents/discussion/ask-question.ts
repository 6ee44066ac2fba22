import type { contract } from '@danku/contract';
import type { Document } from '@danku/contract/document-shapes.ts';
import type { Input } from '@danku/contract/endpoint.ts';
import { isInScope } from '@danku/domain/access/gate.ts';

import type { Context } from '../../../db/context.ts';
import { findMemberActor } from '../../../db/find-member-actor.ts';
import { record } from '../../../db/record.ts';
import { uuid7 } from '../../../db/uuid7.ts';
import { fieldProblem, Problem } from '../../../problem.ts';
import { presentDocument } from '../present-document.ts';
import { requireChanged, requireCurrent } from '../require-current.ts';

/** Asks someone who may see the document and answer; the time limit stands still until they do. */
export async function askQuestion(
  context: Context,
  { params, body }: Input<typeof contract.discussion.askQuestion>,
): Promise<Document> {
  const { tx, actor, now } = context;
  const facts = await requireCurrent(context, 'ask', params.id, body.version);
  const asked = await findMemberActor(context, body.memberId);
  if (asked === null) {
    throw fieldProblem('/memberId', 'unknown-member');
  }
  if (asked.grants['document.answer'] === undefined || !isInScope(asked, 'document.answer', facts)) {
    throw new Problem('conflict', { detail: 'The person named may not answer for this document.', reasons: ['no-permission'] });
  }
  const { rowCount } = await tx.sql.query(
    'UPDATE app.documents SET version = version + 1, updated_at = $3, due_at = NULL WHERE id = $1 AND version = $2',
    [params.id, body.version, now],
  );
  await requireChanged(context, params.id, rowCount);
  const questionId = uuid7(now);
  await tx.sql.query(
    'INSERT INTO app.questions (id, document_id, asked_by, asked_id, body, asked_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [questionId, params.id, actor.memberId, body.memberId, body.body, now],
  );
  await tx.sql.query('UPDATE app.work_items SET is_paused = true, due_at = NULL WHERE document_id = $1', [params.id]);
  await record(context, { type: 'document.asked', subjectId: params.id, payload: { questionId, askedId: body.memberId } });
  return presentDocument(context, params.id);
}
