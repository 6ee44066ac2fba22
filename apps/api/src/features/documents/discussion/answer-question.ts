import type { contract } from '@danku/contract';
import type { Document } from '@danku/contract/document-shapes.ts';
import type { Input } from '@danku/contract/endpoint.ts';

import type { Context } from '../../../db/context.ts';
import { record } from '../../../db/record.ts';
import { findDocument } from '../find-document.ts';
import { findType } from '../find-type.ts';
import { presentDocument } from '../present-document.ts';
import { requireChanged, requireCurrent } from '../require-current.ts';
import { dueIn, rankOf } from '../work-items.ts';

/** The answer goes to the document's discussion, and its clock runs on where it stood. */
export async function answerQuestion(
  context: Context,
  { params, body }: Input<typeof contract.discussion.answerQuestion>,
): Promise<Document> {
  const { tx, now } = context;
  await requireCurrent(context, 'answer', params.id, body.version);
  const { rows } = await tx.sql.query<{ id: string }>(
    'UPDATE app.questions SET answer = $2, answered_at = $3 WHERE document_id = $1 AND answered_at IS NULL RETURNING id',
    [params.id, body.body, now],
  );
  const due = await dueAfterPauses(context, params.id);
  const { rowCount } = await tx.sql.query(
    'UPDATE app.documents SET version = version + 1, updated_at = $3, due_at = $4 WHERE id = $1 AND version = $2',
    [params.id, body.version, now, due],
  );
  await requireChanged(context, params.id, rowCount);
  await record(context, { type: 'document.answered', subjectId: params.id, payload: { questionId: rows[0]?.id ?? '' } });
  return presentDocument(context, params.id);
}

/** Due from when the document entered its stage, with every question since then as a pause (domain.md 4.11). */
async function dueAfterPauses(context: Context, documentId: string): Promise<Date | null> {
  const { tx } = context;
  const document = await findDocument(context, documentId);
  const type = await findType(context, document.typeId);
  const { rows } = await tx.sql.query<{ enteredAt: Date; from: Date | null; to: Date | null }>(
    `SELECT w.entered_at AS "enteredAt", q.asked_at AS "from", q.answered_at AS "to" FROM app.work_items w
     LEFT JOIN app.questions q ON q.document_id = w.document_id AND q.asked_at >= w.entered_at WHERE w.document_id = $1 AND w.slot = 1`,
    [documentId],
  );
  const enteredAt = rows[0]?.enteredAt ?? context.now;
  const pauses = rows.flatMap(({ from, to }) => (from === null ? [] : [{ from, to }]));
  const due = dueIn(document.stage, type, enteredAt, pauses);
  await tx.sql.query('UPDATE app.work_items SET is_paused = false, due_at = $2, rank_at = $3 WHERE document_id = $1', [
    documentId,
    due,
    rankOf(due, enteredAt, document.riskScore),
  ]);
  return due;
}
