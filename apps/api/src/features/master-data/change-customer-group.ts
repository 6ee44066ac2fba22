import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { requireVersion } from '../../db/require-version.ts';
import { lockCustomerGroup } from './find-customer-group.ts';
import { presentCustomerGroup } from './present-customer-group.ts';
import { requireFree } from './require-free.ts';
import { requireText } from './tidy.ts';

export async function changeCustomerGroup(
  context: Context,
  { params, body }: Input<typeof contract.masterData.changeCustomerGroup>,
): Promise<Reply<typeof contract.masterData.changeCustomerGroup>> {
  requirePermission(context, 'customer.manage');
  const group = await lockCustomerGroup(context, params.id);
  requireVersion(presentCustomerGroup(group), body.version);
  const name = requireText('/name', body.name);
  await requireFree(context, 'customer_groups', name, group.id);
  await context.tx.prisma.customerGroup.updateMany({
    where: { id: group.id, version: group.version },
    data: { name, version: { increment: 1 } },
  });
  await record(context, { type: 'customer-group.changed', subjectId: group.id, payload: { name } });
  return presentCustomerGroup({ ...group, name, version: group.version + 1 });
}
