import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { DocumentType } from '@danku/contract/settings.ts';

import { changesOf } from '../../db/changes.ts';
import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { requireVersion } from '../../db/require-version.ts';
import { findDocumentType } from './find-document-type.ts';
import { presentDocumentType } from './present-document-type.ts';
import { requireValidType } from './require-valid-type.ts';
import { requireFreePrefix, requireSameSeries, typeColumns, typeKeys, typeValues } from './save-document-type.ts';

/** What is already submitted keeps the review it was given; the rest follows the new rules from its next submit on. */
export async function changeDocumentType(
  context: Context,
  { params, body: { version, ...body } }: Input<typeof contract.settings.changeDocumentType>,
): Promise<DocumentType> {
  requirePermission(context, 'type.manage');
  const type = await findDocumentType(context, params.id, { locked: true });
  requireVersion(presentDocumentType(type), version);
  requireValidType(type.kind, body);
  await requireSameSeries(context, type, body);
  await requireFreePrefix(context, body.prefix, type.id);
  await context.tx.sql.query(
    `UPDATE app.document_types SET (${typeColumns}) = ROW ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12), version = version + 1
     WHERE id = $1 AND version = $2`,
    [type.id, type.version, ...typeValues(body)],
  );
  const payload = { name: body.name, changes: changesOf(type, body, typeKeys) };
  await record(context, { type: 'document-type.changed', subjectId: type.id, payload });
  return presentDocumentType(await findDocumentType(context, type.id));
}
