import type { Customer } from '@danku/contract/master-data.ts';

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
