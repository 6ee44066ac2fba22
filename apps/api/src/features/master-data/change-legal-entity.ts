import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { LegalEntity } from '@danku/contract/master-data.ts';

import { changesOf } from '../../db/changes.ts';
import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { requireVersion } from '../../db/require-version.ts';
import { lockLegalEntity } from './find-legal-entity.ts';
import { legalEntityKeys, legalEntityValues } from './legal-entity-values.ts';
import { presentLegalEntity } from './present-legal-entity.ts';
import { requireFree } from './require-free.ts';

export async function changeLegalEntity(
  context: Context,
  { params, body }: Input<typeof contract.masterData.changeLegalEntity>,
): Promise<LegalEntity> {
  requirePermission(context, 'settings.manage');
  const entity = await lockLegalEntity(context, params.id);
  requireVersion(presentLegalEntity(entity), body.version);
  const values = legalEntityValues(body);
  await requireFree(context, 'legal_entities', values.taxId, entity.id);
  await context.tx.prisma.legalEntity.updateMany({
    where: { id: entity.id, version: entity.version },
    data: { ...values, version: { increment: 1 } },
  });
  const changes = changesOf(entity, values, legalEntityKeys);
  await record(context, { type: 'legal-entity.changed', subjectId: entity.id, payload: { name: values.name, changes } });
  return presentLegalEntity({ ...entity, ...values, version: entity.version + 1 });
}
