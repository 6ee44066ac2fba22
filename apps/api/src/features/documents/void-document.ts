import type { contract } from '@danku/contract';
import type { Document } from '@danku/contract/document-shapes.ts';
import type { Input } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { closeQuestion } from './close-question.ts';
import { findDocument } from './find-document.ts';
import { presentDocument } from './present-document.ts';
import { requireChanged, requireCurrent } from './require-current.ts';

/** Takes a document out of use, for good. A number it had goes to the void register with the reason. */
export async function voidDocument(
  context: Context,
  { params, body }: Input<typeof contract.documents.voidDocument>,
): Promise<Document> {
  const { tx, now } = context;
  await requireCurrent(context, 'void', params.id, body.version);
  const document = await findDocument(context, params.id);
  const { rowCount } = await tx.sql.query(
    `UPDATE app.documents SET stage = 'void', version = version + 1, due_at = NULL, assignee_id = NULL, updated_at = $3 WHERE id = $1 AND version = $2`,
    [document.id, body.version, now],
  );
  await requireChanged(context, document.id, rowCount);
  await tx.sql.query('DELETE FROM app.work_items WHERE document_id = $1', [document.id]);
  await closeQuestion(context, document.id);
  await tx.sql.query('DELETE FROM app.pending_decisions WHERE document_id = $1', [document.id]);
  const { rows } = await tx.sql.query<{ number: string }>(
    `UPDATE app.number_register SET voided_at = $2, void_reason = $3 WHERE document_id = $1 AND voided_at IS NULL RETURNING number`,
    [document.id, now, body.reason],
  );
  const payload = {
    from: document.stage,
    to: 'void' as const,
    version: document.contentVersion,
    reason: body.reason,
    registryNumber: document.registryNumber,
  };
  await record(context, [
    { type: 'document.voided', subjectId: document.id, payload },
    ...rows.map(({ number }) => ({
      type: 'register.voided' as const,
      subjectId: document.id,
      payload: { number, reason: body.reason },
    })),
  ]);
  return presentDocument(context, document.id);
}
