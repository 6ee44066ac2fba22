import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { Customer } from '@danku/contract/master-data.ts';

import { changesOf } from '../../db/changes.ts';
import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { requireVersion } from '../../db/require-version.ts';
import { customerKeys, customerValues } from './customer-values.ts';
import { findCustomer, readCustomerRow } from './find-customer.ts';
import { presentCustomer } from './present-customer.ts';
import { requireFree } from './require-free.ts';

/** Documents keep the data they were entered with; only new ones take what is written here. */
export async function changeCustomer(
  context: Context,
  { params, body }: Input<typeof contract.masterData.changeCustomer>,
): Promise<Customer> {
  requirePermission(context, 'customer.manage');
  const customer = await findCustomer(context, { id: params.id, permission: 'customer.manage', isLocked: true });
  requireVersion(presentCustomer(customer), body.version);
  const given = await customerValues(context, body);
  await requireFree(context, 'customers', given.code, customer.id);
  // One that was merged into another stays out of use.
  const values = { ...given, isActive: given.isActive && customer.mergedIntoId === null };
  await context.tx.prisma.customer.updateMany({
    where: { id: customer.id, version: customer.version },
    data: { ...values, version: { increment: 1 } },
  });
  const changes = changesOf(customer, values, customerKeys);
  await record(context, { type: 'customer.changed', subjectId: customer.id, payload: { changes } });
  return presentCustomer(await readCustomerRow(context, customer.id));
}
