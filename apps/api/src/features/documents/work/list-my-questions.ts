import type { contract } from '@danku/contract';
import type { Reply } from '@danku/contract/endpoint.ts';

import { createBinder } from '../../../db/binder.ts';
import type { Context } from '../../../db/context.ts';
import { visibleWhere } from '../../../db/visible.ts';
import { presentRow, rowColumns, rowJoins, type RowRecord } from '../document-row.ts';

type Row = RowRecord & { questionId: string; askedById: string; askedByName: string; body: string; askedAt: Date };

/** Questions that wait for this person, oldest first. */
export async function listMyQuestions({ tx, actor, now }: Context): Promise<Reply<typeof contract.work.listMyQuestions>> {
  const binder = createBinder([actor.memberId, now]);
  const { rows } = await tx.sql.query<Row>(
    `SELECT ${rowColumns}, q.id AS "questionId", q.asked_by AS "askedById", ab.name AS "askedByName", q.body, q.asked_at AS "askedAt"
     FROM app.questions q JOIN app.documents d ON d.id = q.document_id JOIN app.members ab ON ab.id = q.asked_by ${rowJoins}
     WHERE q.asked_id = $1 AND q.answered_at IS NULL AND ${visibleWhere(actor, binder)} ORDER BY q.asked_at LIMIT 200`,
    binder.values,
  );
  const items = rows.map((row) => ({
    id: row.questionId,
    document: presentRow(row, actor),
    askedBy: { id: row.askedById, name: row.askedByName },
    body: row.body,
    askedAt: row.askedAt.toISOString(),
  }));
  return { items };
}
