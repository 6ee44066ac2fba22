import type { Tx } from '../../db/tx.ts';

/** The new password ends every session and every access token of the account: whoever knew the old one is out. */
export async function setPassword(tx: Tx, { accountId, hash }: { accountId: string; hash: string }, now: Date): Promise<void> {
  await tx.sql.query('UPDATE identity.accounts SET password_hash = $2, password_changed_at = $3 WHERE id = $1', [
    accountId,
    hash,
    now,
  ]);
  await tx.sql.query('UPDATE identity.sessions SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL', [
    accountId,
    now,
  ]);
  await tx.sql.query('UPDATE identity.access_tokens SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL', [
    accountId,
    now,
  ]);
}
