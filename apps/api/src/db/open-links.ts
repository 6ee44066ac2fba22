import type { Context } from './context.ts';

/** Ends the open invitations of this organisation to an address, and those that promise one of these roles. */
export async function endInvitations(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  email: string,
  roleIds: readonly string[],
): Promise<void> {
  await tx.sql.query(
    `UPDATE identity.links SET used_at = $4
     WHERE tenant_id = $1 AND purpose = 'invite' AND used_at IS NULL AND (email = $2 OR role_ids && $3::uuid[])`,
    [tx.tenantId, email, roleIds, now],
  );
}

export async function endResetLinks({ tx, now }: Pick<Context, 'tx' | 'now'>, accountId: string): Promise<void> {
  await tx.sql.query(
    `UPDATE identity.links SET used_at = $3 WHERE tenant_id = $1 AND purpose = 'reset' AND account_id = $2 AND used_at IS NULL`,
    [tx.tenantId, accountId, now],
  );
}

/** Whether an open invitation promises this role to someone who has not come yet. */
export async function isPromised({ tx, now }: Pick<Context, 'tx' | 'now'>, roleId: string): Promise<boolean> {
  const { rowCount } = await tx.sql.query(
    'SELECT FROM identity.links WHERE tenant_id = $1 AND $2 = ANY (role_ids) AND used_at IS NULL AND expires_at > $3 LIMIT 1',
    [tx.tenantId, roleId, now],
  );
  return rowCount !== 0;
}
