import type { contract } from '@danku/contract';
import type { Document } from '@danku/contract/document-shapes.ts';
import type { Input } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { attachFiles } from './attach-files.ts';
import { insertDraft } from './create-document.ts';
import { findCustomer } from './find-customer.ts';
import { findDocument } from './find-document.ts';
import { findType } from './find-type.ts';
import { presentDocument } from './present-document.ts';
import { requireCurrent } from './require-current.ts';

/** Starts the successor of an archived document with its content and files. The archived one stays as it is. */
export async function amendDocument(
  context: Context,
  { params, body }: Input<typeof contract.documents.amendDocument>,
): Promise<Document> {
  await requireCurrent(context, 'amend', params.id, body.version);
  const original = await findDocument(context, params.id);
  const type = await findType(context, original.typeId);
  const customer = await findCustomer(context, original.customerId, { isKept: true });
  // A successor that was voided keeps its number: the next one is not called the same.
  const { rows } = await context.tx.sql.query<{ amendment: number }>(
    'SELECT max(amendment)::int AS amendment FROM app.documents WHERE id = $1 OR amends_id = $1',
    [original.id],
  );
  const successorId = await insertDraft(context, type, original, customer, {
    id: original.id,
    amendment: (rows[0]?.amendment ?? 0) + 1,
  });
  await attachFiles(
    context,
    successorId,
    original.files.map(({ fileId }) => fileId),
  );
  await context.tx.sql.query('UPDATE app.documents s SET pages = o.pages FROM app.documents o WHERE s.id = $1 AND o.id = $2', [
    successorId,
    original.id,
  ]);
  await record(context, [
    { type: 'document.created', subjectId: successorId, payload: { kind: original.kind, amendsId: original.id } },
    { type: 'document.amended', subjectId: original.id, payload: { successorId, reason: body.reason } },
  ]);
  return presentDocument(context, successorId);
}
