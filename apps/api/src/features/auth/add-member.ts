import type { Tx } from '../../db/tx.ts';
import { uuid7 } from '../../db/uuid7.ts';
import { normaliseEmail } from './ensure-account.ts';

export interface NewMember {
  accountId: string;
  name: string;
  email: string;
  roleKeys?: readonly string[];
  roleIds?: readonly string[];
}

/** Makes an account a member of the organisation of the transaction, with roles by key or id. Returns the member's id. */
export async function addMember(
  tx: Tx,
  { accountId, name, email, roleKeys = [], roleIds = [] }: NewMember,
  now: Date,
): Promise<string> {
  const id = uuid7(now);
  await tx.sql.query('INSERT INTO app.members (id, account_id, name, email, created_at) VALUES ($1, $2, $3, $4, $5)', [
    id,
    accountId,
    name,
    normaliseEmail(email),
    now,
  ]);
  await tx.sql.query('INSERT INTO identity.memberships (tenant_id, account_id, member_id) VALUES ($1, $2, $3)', [
    tx.tenantId,
    accountId,
    id,
  ]);
  await tx.sql.query(
    `INSERT INTO app.member_roles (member_id, role_id)
     SELECT $1, r.id FROM app.roles r WHERE r.key = ANY ($2::text[]) OR r.id = ANY ($3::uuid[])`,
    [id, roleKeys, roleIds],
  );
  return id;
}
