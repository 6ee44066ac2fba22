import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { Customer } from '@danku/contract/master-data.ts';

import type { Context } from '../../db/context.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { findCustomer } from './find-customer.ts';
import { presentCustomer } from './present-customer.ts';

export async function readCustomer(
  context: Context,
  { params }: Input<typeof contract.masterData.readCustomer>,
): Promise<Customer> {
  requirePermission(context, 'customer.read');
  return presentCustomer(await findCustomer(context, { id: params.id, permission: 'customer.read' }));
}
