import { randomUUID } from 'node:crypto';

import type { RoleKey } from '@danku/domain/access/roles.ts';

import { systemActor } from '../db/actor.ts';
import { createSecret } from '../db/credentials.ts';
import { withoutTenant, withTenant } from '../db/tenant.ts';
import { uuid7 } from '../db/uuid7.ts';
import { addMember } from '../features/auth/add-member.ts';
import { createOrganisation } from '../features/auth/create-organisation.ts';
import { ensureAccount } from '../features/auth/ensure-account.ts';
import type { TestServer } from './server.ts';

interface Home {
  server: TestServer;
  id: string;
  slug: string;
}

export interface TestTenant extends Home {
  founder: TestMember;
}

export interface TestMember {
  tenant: Home;
  id: string;
  accountId: string;
  email: string;
  name: string;
  /** The secret of a session that is already open. */
  cookie: string;
}

/** A new organisation with settings, roles and a document type per kind, founded by its system administrator. */
export async function buildTenant(server: TestServer, given: { name?: string; slug?: string } = {}): Promise<TestTenant> {
  const slug = given.slug ?? `t-${randomUUID().slice(0, 12)}`;
  const email = `founder@${slug}.example`;
  const { name = slug } = given;
  const { masterKey } = server.services.settings;
  const founded = await withoutTenant(server.services.database, async (tx) => {
    const legalEntity = { name: `${name}有限公司`, taxId: '91350100M000100Y43' };
    return createOrganisation(
      tx,
      masterKey,
      { slug, name, legalEntity, founder: { email, name: 'Founder', passwordHash: null } },
      server.services.clock(),
    );
  });
  const home = { server, id: founded.tenantId, slug };
  const cookie = await openSession(server, founded.accountId);
  return {
    ...home,
    founder: { tenant: home, id: founded.memberId, accountId: founded.accountId, email, name: 'Founder', cookie },
  };
}

/** A member with these roles, signed in. Without a role they belong to the organisation and may do nothing. */
export async function buildMember(
  tenant: Home,
  roles: RoleKey | readonly RoleKey[] = [],
  given: { name?: string; accountId?: string } = {},
): Promise<TestMember> {
  const { server } = tenant;
  const roleKeys = [roles].flat();
  const now = server.services.clock();
  const { name = roleKeys[0] ?? 'member' } = given;
  const email = `${name}-${randomUUID().slice(0, 8)}@${tenant.slug}.example`;
  const made = await withTenant(server.services.database, systemActor(tenant.id, now), async (tx) => {
    const accountId = given.accountId ?? (await ensureAccount(tx, { email, name, passwordHash: null, locale: 'zh-CN' }, now)).id;
    return { accountId, id: await addMember(tx, { accountId, name, email, roleKeys }, now) };
  });
  return { ...made, tenant, email, name, cookie: await openSession(server, made.accountId) };
}

/** A session row as sign-in makes it, without the time that a password costs. Returns the cookie's value. */
export async function openSession(server: TestServer, accountId: string): Promise<string> {
  const { secret, hash } = createSecret();
  const now = server.services.clock();
  await withoutTenant(server.services.database, (tx) =>
    tx.sql.query(
      `INSERT INTO identity.sessions (id, token_hash, account_id, created_at, last_seen_at, expires_at)
       VALUES ($1, $2, $3, $4, $4, $5)`,
      [uuid7(), hash, accountId, now, new Date(now.getTime() + 12 * 3_600_000)],
    ),
  );
  return secret;
}
