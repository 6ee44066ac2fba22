import { hashSecret } from '../../db/credentials.ts';
import type { Tx } from '../../db/tx.ts';
import { Problem } from '../../problem.ts';

export interface Link {
  id: string;
  purpose: 'invite' | 'reset' | 'setup';
  tenantId: string | null;
  accountId: string | null;
  email: string | null;
  name: string | null;
  roleIds: string[];
  organisation: string | null;
  /** Of the account that has this address, if there is one. */
  passwordHash: string | null;
}

/** A link that can still be used. Throws not-found, whatever is wrong with it. */
export async function findLink(tx: Tx, token: string, now: Date, purpose?: Link['purpose']): Promise<Link> {
  const { rows } = await tx.sql.query<Link>(
    `SELECT l.id, l.purpose, l.tenant_id AS "tenantId", l.account_id AS "accountId", coalesce(l.email, a.email) AS email,
       coalesce(l.name, a.name) AS name, l.role_ids AS "roleIds", o.name AS organisation, a.password_hash AS "passwordHash"
     FROM identity.links l
     LEFT JOIN identity.organisations o ON o.id = l.tenant_id
     LEFT JOIN identity.accounts a ON a.id = l.account_id OR (l.account_id IS NULL AND a.email = l.email)
     WHERE l.token_hash = $1 AND l.used_at IS NULL AND l.expires_at > $2 AND ($3::text IS NULL OR l.purpose = $3)`,
    [hashSecret(token), now, purpose ?? null],
  );
  const [link] = rows;
  if (link === undefined) {
    throw new Problem('not-found');
  }
  return link;
}

/** Of two who use a link at once, one does. Throws not-found for the other. */
export async function useLink(tx: Tx, { id }: Link, now: Date): Promise<void> {
  const used = await tx.sql.query('UPDATE identity.links SET used_at = $2 WHERE id = $1 AND used_at IS NULL', [id, now]);
  if (used.rowCount === 0) {
    throw new Problem('not-found');
  }
}
