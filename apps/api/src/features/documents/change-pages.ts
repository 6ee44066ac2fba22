import type { contract } from '@danku/contract';
import type { Document } from '@danku/contract/document-shapes.ts';
import type { Input } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { fieldProblem } from '../../problem.ts';
import { attachFiles } from './attach-files.ts';
import { presentDocument } from './present-document.ts';
import { requireChanged, requireCurrent } from './require-current.ts';
import { takeDuty } from './take-duty.ts';

/** Which files a draft has, and the order and turn of its pages. The files themselves never change. */
export async function changePages(
  context: Context,
  { params, body }: Input<typeof contract.documents.changePages>,
): Promise<Document> {
  await requireCurrent(context, 'edit', params.id, body.version);
  const foreign = body.pages?.findIndex(({ fileId }) => !body.fileIds.includes(fileId)) ?? -1;
  if (foreign >= 0) {
    throw fieldProblem(`/pages/${foreign}/fileId`, 'unknown-file');
  }
  await takeDuty(context, params.id, 'entry');
  const { rowCount } = await context.tx.sql.query(
    `UPDATE app.documents SET version = version + 1, updated_at = $3, pages = $4 WHERE id = $1 AND version = $2 AND stage = 'entry'`,
    [params.id, body.version, context.now, body.pages === null ? null : JSON.stringify(body.pages)],
  );
  await requireChanged(context, params.id, rowCount);
  await context.tx.sql.query('DELETE FROM app.document_files WHERE document_id = $1 AND file_id <> ALL ($2::uuid[])', [
    params.id,
    body.fileIds,
  ]);
  await attachFiles(context, params.id, body.fileIds);
  await context.tx.sql.query(
    'UPDATE app.document_files SET position = array_position($2::uuid[], file_id) WHERE document_id = $1',
    [params.id, body.fileIds],
  );
  await record(context, { type: 'document.files-changed', subjectId: params.id, payload: { fileIds: body.fileIds } });
  return presentDocument(context, params.id);
}
