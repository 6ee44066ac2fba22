import { createSecret } from './credentials.ts';
import type { Services } from './context.ts';
import type { Tx } from './tx.ts';
import { uuid7 } from './uuid7.ts';

export interface NewLink {
  purpose: 'invite' | 'reset' | 'setup';
  tenantId?: string;
  accountId?: string;
  email?: string;
  name?: string;
  roleIds?: readonly string[];
  createdBy?: string;
  hours: number;
}

/** A one-time link. Its address is shown to whoever makes it and never again: only the hash of its token is kept. */
export async function makeLink(
  tx: Tx,
  { settings }: Services,
  link: NewLink,
  now: Date,
): Promise<{ url: string; expiresAt: Date }> {
  const { secret, hash } = createSecret();
  const expiresAt = new Date(now.getTime() + link.hours * 3_600_000);
  await tx.sql.query(
    `INSERT INTO identity.links (id, purpose, token_hash, tenant_id, account_id, email, name, role_ids, created_by, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      uuid7(now),
      link.purpose,
      hash,
      link.tenantId,
      link.accountId,
      link.email,
      link.name,
      link.roleIds ?? [],
      link.createdBy,
      now,
      expiresAt,
    ],
  );
  return { url: `${settings.publicUrl}/${pageOf[link.purpose]}/${secret}`, expiresAt };
}

/** The page of the web app that a link opens. */
const pageOf = { invite: 'join', reset: 'reset', setup: 'set-up' };
