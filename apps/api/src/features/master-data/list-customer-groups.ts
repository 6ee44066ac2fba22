import type { contract } from '@danku/contract';
import type { Reply } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { presentCustomerGroup, selectCustomerGroups, type CustomerGroupRow } from './present-customer-group.ts';

/** For those who work with customers, and for whoever assigns people to groups. */
export async function listCustomerGroups(context: Context): Promise<Reply<typeof contract.masterData.listCustomerGroups>> {
  requirePermission(context, 'customer.read', 'account.manage');
  const { rows } = await context.tx.sql.query<CustomerGroupRow>(`${selectCustomerGroups} ORDER BY g.name, g.id`);
  return { items: rows.map(presentCustomerGroup) };
}
