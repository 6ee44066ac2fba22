import type { Context } from '../../db/context.ts';
import type { DocumentRecord } from './find-document.ts';
import { findType } from './find-type.ts';
import { requireChanged } from './require-current.ts';
import { dueIn, enqueue } from './work-items.ts';

interface Return {
  version: number;
  /** Who is to mend it. */
  assigneeId: string | null;
  leaseFor: string | null;
  /** Set when a reviewer sent it back; null when the submitter took it back. */
  returnedAt: Date | null;
}

/** Back to entry: the business key is freed, the time limit starts anew, and what was approved of this version no longer counts. */
export async function returnToEntry(
  context: Context,
  document: DocumentRecord,
  { version, assigneeId, leaseFor, returnedAt }: Return,
): Promise<void> {
  const { tx, now } = context;
  const type = await findType(context, document.typeId);
  const due = dueIn('entry', type, now);
  const { rowCount } = await tx.sql.query(
    `UPDATE app.documents SET stage = 'entry', version = version + 1, business_key = NULL, returned_at = $3, assignee_id = $4, due_at = $5, updated_at = $6
     WHERE id = $1 AND version = $2`,
    [document.id, version, returnedAt, assigneeId, due, now],
  );
  await requireChanged(context, document.id, rowCount);
  await tx.sql.query('DELETE FROM app.pending_decisions WHERE document_id = $1', [document.id]);
  await enqueue(context, { documentId: document.id, stage: 'entry', due, risk: document.riskScore, assigneeId, leaseFor });
}
