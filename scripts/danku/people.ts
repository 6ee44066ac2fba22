import { roleKeys, type RoleKey } from '@danku/domain/access/roles.ts';
import { systemActor } from '../../apps/api/src/db/actor.ts';
import { makeLink } from '../../apps/api/src/db/make-link.ts';
import { record } from '../../apps/api/src/db/record.ts';
import { enterTenant, withoutTenant } from '../../apps/api/src/db/tenant.ts';
import type { Tx } from '../../apps/api/src/db/tx.ts';
import { addMember } from '../../apps/api/src/features/auth/add-member.ts';
import { createOrganisation } from '../../apps/api/src/features/auth/create-organisation.ts';
import { ensureAccount, normaliseEmail } from '../../apps/api/src/features/auth/ensure-account.ts';
import type { Services } from './installation.ts';

const linkHours = 24;

/** Where a person sets a password, once. */
export type PasswordLink = string;

export type OrganisationWish = { slug: string; name: string; email: string; founder: string };

/** A new organisation whose founder is system administrator. Returns where the founder sets a password; null for one who has. */
export async function createFirstDay(services: Services, wish: OrganisationWish): Promise<PasswordLink | null> {
  const now = services.clock();
  return withoutTenant(services.database, async (tx) => {
    const founder = { email: wish.email, name: wish.founder, passwordHash: null };
    const founded = await createOrganisation(tx, services.settings.masterKey, { slug: wish.slug, name: wish.name, founder }, now);
    return linkUnlessKnown(founded.tx, services, founded.accountId, now);
  });
}

export type UserWish = { organisation: string; email: string; name: string; roles: readonly string[] };

/** A member of an organisation with these roles. Returns where to set a password; null for a person who already has one. */
export async function createUser(services: Services, wish: UserWish): Promise<PasswordLink | null> {
  const now = services.clock();
  const keys = wish.roles.map(requireRole);
  return withoutTenant(services.database, async (outside) => {
    const tenantId = await findOrganisation(outside, wish.organisation);
    const account = await ensureAccount(
      outside,
      { email: wish.email, name: wish.name, passwordHash: null, locale: 'zh-CN' },
      now,
    );
    const tx = await enterTenant(outside, tenantId);
    const memberId = await addMember(tx, { accountId: account.id, name: wish.name, email: wish.email, roleKeys: keys }, now);
    const joined = { type: 'member.joined', subjectId: memberId, payload: { email: normaliseEmail(wish.email) } } as const;
    await record({ tx, actor: systemActor(tenantId, now, 'cli'), now }, joined);
    return linkUnlessKnown(tx, services, account.id, now);
  });
}

/** A link to set a new password; earlier ones stop working. */
export async function resetPassword(services: Services, email: string): Promise<PasswordLink> {
  const now = services.clock();
  return withoutTenant(services.database, async (outside) => {
    const { rows } = await outside.sql.query<{ id: string }>('SELECT id FROM identity.accounts WHERE email = $1', [
      normaliseEmail(email),
    ]);
    const [account] = rows;
    if (account === undefined) {
      throw new Error(`Nobody has the address ${email}.`);
    }
    const { url } = await link(outside, services, account.id, now);
    const memberships = await outside.sql.query<{ tenantId: string; memberId: string }>(
      'SELECT tenant_id AS "tenantId", member_id AS "memberId" FROM identity.memberships WHERE account_id = $1',
      [account.id],
    );
    for (const { tenantId, memberId } of memberships.rows) {
      const tx = await enterTenant(outside, tenantId);
      const made = { type: 'account.reset-link-made', subjectId: memberId, payload: { memberId } } as const;
      await record({ tx, actor: systemActor(tenantId, now, 'cli'), now }, made);
    }
    return url;
  });
}

async function linkUnlessKnown(tx: Tx, services: Services, accountId: string, now: Date): Promise<PasswordLink | null> {
  const { rows } = await tx.sql.query<{ hasPassword: boolean }>(
    'SELECT password_hash IS NOT NULL AS "hasPassword" FROM identity.accounts WHERE id = $1',
    [accountId],
  );
  return rows[0]?.hasPassword === true ? null : (await link(tx, services, accountId, now)).url;
}

async function link(tx: Tx, services: Services, accountId: string, now: Date): Promise<{ url: string }> {
  await tx.sql.query(`UPDATE identity.links SET used_at = $2 WHERE purpose = 'reset' AND account_id = $1 AND used_at IS NULL`, [
    accountId,
    now,
  ]);
  return makeLink(tx, services, { purpose: 'reset', accountId, hours: linkHours }, now);
}

async function findOrganisation(tx: Tx, slug: string): Promise<string> {
  const { rows } = await tx.sql.query<{ id: string; slug: string }>('SELECT id, slug FROM identity.organisations ORDER BY slug');
  const found = rows.find((row) => row.slug === slug);
  if (found === undefined) {
    throw new Error(`There is no organisation "${slug}". There are: ${rows.map((row) => row.slug).join(', ') || 'none'}.`);
  }
  return found.id;
}

function requireRole(key: string): RoleKey {
  const role = roleKeys.find((known) => known === key);
  if (role === undefined) {
    throw new Error(`There is no role "${key}". There are: ${roleKeys.join(', ')}.`);
  }
  return role;
}
