import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { Customer } from '@danku/contract/master-data.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { uuid7 } from '../../db/uuid7.ts';
import { customerValues } from './customer-values.ts';
import { readCustomerRow } from './find-customer.ts';
import { presentCustomer } from './present-customer.ts';
import { requireFree } from './require-free.ts';

export async function createCustomer(
  context: Context,
  { body }: Input<typeof contract.masterData.createCustomer>,
): Promise<Customer> {
  requirePermission(context, 'customer.manage');
  const values = await customerValues(context, body);
  await requireFree(context, 'customers', values.code);
  const id = uuid7(context.now);
  await context.tx.prisma.customer.create({ data: { id, createdAt: context.now, ...values } });
  await record(context, { type: 'customer.created', subjectId: id, payload: { name: values.name } });
  return presentCustomer(await readCustomerRow(context, id));
}
