import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { DocumentType } from '@danku/contract/settings.ts';

import { changesOf } from '../../db/changes.ts';
import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { uuid7 } from '../../db/uuid7.ts';
import { findDocumentType } from './find-document-type.ts';
import { presentDocumentType } from './present-document-type.ts';
import { requireValidType } from './require-valid-type.ts';
import { requireFreePrefix, typeColumns, typeKeys, typeValues } from './save-document-type.ts';

export async function createDocumentType(
  context: Context,
  { body: { kind, ...body } }: Input<typeof contract.settings.createDocumentType>,
): Promise<DocumentType> {
  requirePermission(context, 'type.manage');
  requireValidType(kind, body);
  await requireFreePrefix(context, body.prefix);
  const id = uuid7(context.now);
  await context.tx.sql.query(
    `INSERT INTO app.document_types (id, kind, ${typeColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [id, kind, ...typeValues(body)],
  );
  const payload = { name: body.name, changes: changesOf({}, body, typeKeys) };
  await record(context, { type: 'document-type.changed', subjectId: id, payload });
  return presentDocumentType(await findDocumentType(context, id));
}
