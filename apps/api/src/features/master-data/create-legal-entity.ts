import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { LegalEntity } from '@danku/contract/master-data.ts';

import { changesOf } from '../../db/changes.ts';
import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { uuid7 } from '../../db/uuid7.ts';
import { legalEntityKeys, legalEntityValues } from './legal-entity-values.ts';
import { presentLegalEntity } from './present-legal-entity.ts';
import { requireFree } from './require-free.ts';

export async function createLegalEntity(
  context: Context,
  { body }: Input<typeof contract.masterData.createLegalEntity>,
): Promise<LegalEntity> {
  requirePermission(context, 'settings.manage');
  const values = legalEntityValues(body);
  await requireFree(context, 'legal_entities', values.taxId);
  const id = uuid7(context.now);
  await context.tx.prisma.legalEntity.create({ data: { id, ...values } });
  const changes = changesOf({}, values, legalEntityKeys);
  await record(context, { type: 'legal-entity.changed', subjectId: id, payload: { name: values.name, changes } });
  return presentLegalEntity({ id, ...values, version: 1 });
}
