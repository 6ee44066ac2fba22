import type { Customer } from '@danku/contract/master-data.ts';
import type { Permission } from '@danku/domain/access/permissions.ts';

import { createBinder, type Binder } from '../../db/binder.ts';
import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';

export type CustomerRow = {
  id: string;
  code: string;
  name: string;
  taxId: string | null;
  groupId: string | null;
  groupName: string | null;
  ownerId: string | null;
  ownerName: string | null;
  contactName: string | null;
  phone: string | null;
  email: string | null;
  address: string | null;
  bankName: string | null;
  bankAccount: string | null;
  isActive: boolean;
  mergedIntoId: string | null;
  createdAt: Date;
  version: number;
};

export const selectCustomers = `
  SELECT c.id, c.code, c.name, c.tax_id AS "taxId", c.group_id AS "groupId", g.name AS "groupName", c.owner_id AS "ownerId", o.name AS "ownerName",
    c.contact_name AS "contactName", c.phone, c.email, c.address, c.bank_name AS "bankName", c.bank_account AS "bankAccount",
    c.is_active AS "isActive", c.merged_into_id AS "mergedIntoId", c.created_at AS "createdAt", c.version
  FROM app.customers c
  LEFT JOIN app.customer_groups g ON g.tenant_id = c.tenant_id AND g.id = c.group_id
  LEFT JOIN app.members o ON o.tenant_id = c.tenant_id AND o.id = c.owner_id`;

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

export function presentCustomer(row: CustomerRow): Customer {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    taxId: row.taxId,
    group: named(row.groupId, row.groupName),
    owner: named(row.ownerId, row.ownerName),
    contactName: row.contactName,
    phone: row.phone,
    email: row.email,
    address: row.address,
    bankName: row.bankName,
    bankAccount: row.bankAccount,
    isActive: row.isActive,
    mergedIntoId: row.mergedIntoId,
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  };
}

function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null || name === null ? null : { id, name };
}
