import type { Context } from '../../../db/context.ts';
import { findDocument } from '../find-document.ts';
import { findType } from '../find-type.ts';
import { dueIn, rankOf } from '../work-items.ts';

/**
 * No question is open any more: the document goes back to its queue, due from when it entered its stage with the time
 * every question took as a pause (domain.md 4.11). Null where it waits in no queue or the stage has no time limit.
 */
export async function resumeClock(context: Pick<Context, 'tx' | 'actor' | 'now'>, documentId: string): Promise<Date | null> {
  const { tx } = context;
  const { rows } = await tx.sql.query<{ enteredAt: Date; from: Date | null; to: Date | null }>(
    `SELECT w.entered_at AS "enteredAt", greatest(q.asked_at, w.entered_at) AS "from", q.answered_at AS "to"
     FROM (SELECT min(entered_at) AS entered_at FROM app.work_items WHERE document_id = $1) w
     LEFT JOIN app.questions q ON q.document_id = $1 AND q.answered_at > w.entered_at WHERE w.entered_at IS NOT NULL`,
    [documentId],
  );
  const [first] = rows;
  if (first === undefined) {
    return null;
  }
  const document = await findDocument(context, documentId);
  const type = await findType(context, document.typeId);
  const pauses = rows.flatMap(({ from, to }) => (from === null || to === null ? [] : [{ from, to }]));
  const due = dueIn(document.stage, type, first.enteredAt, pauses);
  await tx.sql.query(
    `UPDATE app.work_items w SET due_at = $2, rank_at = $3, is_paused = EXISTS (SELECT FROM app.pending_decisions p
       WHERE p.document_id = w.document_id AND p.member_id = w.lease_member_id) WHERE document_id = $1`,
    [documentId, due, rankOf(due, first.enteredAt, document.riskScore)],
  );
  return due;
}
