import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { uuid7 } from '../../db/uuid7.ts';
import { presentCustomerGroup } from './present-customer-group.ts';
import { requireFree } from './require-free.ts';
import { requireText } from './tidy.ts';

export async function createCustomerGroup(
  context: Context,
  { body }: Input<typeof contract.masterData.createCustomerGroup>,
): Promise<Reply<typeof contract.masterData.createCustomerGroup>> {
  requirePermission(context, 'customer.manage');
  const name = requireText('/name', body.name);
  await requireFree(context, 'customer_groups', name);
  const id = uuid7(context.now);
  await context.tx.prisma.customerGroup.create({ data: { id, name } });
  await record(context, { type: 'customer-group.changed', subjectId: id, payload: { name } });
  return presentCustomerGroup({ id, name, customerCount: 0, version: 1 });
}
