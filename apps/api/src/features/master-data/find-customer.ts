import type { Permission } from '@danku/domain/access/permissions.ts';

import { createBinder, type Binder } from '../../db/binder.ts';
import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';
import { selectCustomers, type CustomerRow } from './present-customer.ts';

/** The condition for the customers a right reaches: all, those of one's groups, or one's own. */
export function reachable({ actor }: Pick<Context, 'actor'>, permission: Permission, { bind }: Binder): string {
  const scope = actor.grants[permission];
  if (scope === 'all') {
    return 'true';
  }
  if (scope === undefined) {
    return 'false';
  }
  const own = `c.owner_id = ${bind(actor.memberId)}::uuid`;
  return scope === 'own' ? own : `(${own} OR c.group_id = ANY (${bind(actor.customerGroupIds)}::uuid[]))`;
}

interface Wanted {
  id: string;
  permission: Permission;
  /** Nobody else changes it before this transaction ends. */
  isLocked?: boolean;
}

/** A customer the right reaches, if there is one. */
export async function seekCustomer(
  context: Context,
  { id, permission, isLocked = false }: Wanted,
): Promise<CustomerRow | undefined> {
  const binder = createBinder();
  const where = `c.id = ${binder.bind(id)} AND ${reachable(context, permission, binder)}`;
  const lock = isLocked ? 'FOR UPDATE OF c' : '';
  const { rows } = await context.tx.sql.query<CustomerRow>(`${selectCustomers} WHERE ${where} ${lock}`, binder.values);
  return rows[0];
}

/** Throws not-found. */
export async function findCustomer(context: Context, wanted: Wanted): Promise<CustomerRow> {
  const customer = await seekCustomer(context, wanted);
  if (customer === undefined) {
    throw new Problem('not-found');
  }
  return customer;
}

/** A customer after a change, whether or not the change took it out of one's reach. */
export async function readCustomerRow({ tx }: Pick<Context, 'tx'>, id: string): Promise<CustomerRow> {
  const { rows } = await tx.sql.query<CustomerRow>(`${selectCustomers} WHERE c.id = $1`, [id]);
  const [customer] = rows;
  if (customer === undefined) {
    throw new Problem('not-found');
  }
  return customer;
}
