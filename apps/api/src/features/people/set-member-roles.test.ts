import { contract } from '@danku/contract';
import type { RoleKey } from '@danku/domain/access/roles.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { as } from '../../test/as.ts';
import { eventsOf } from '../../test/events-of.ts';
import { expectRefusals } from '../../test/expect-refusals.ts';
import { buildMember, buildTenant, type TestMember, type TestTenant } from '../../test/factories.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';

const { people } = contract;
let server: TestServer;
let tenant: TestTenant;
let system: TestMember;
let clerk: TestMember;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  tenant = await buildTenant(server);
  system = tenant.founder;
  clerk = await buildMember(tenant, 'clerk');
});

async function roleIdsOf(caller: TestMember, ...keys: RoleKey[]): Promise<string[]> {
  const { items } = await as(caller).call(people.listRoles);
  return keys.map((key) => items.find((role) => role.key === key)?.id ?? '');
}

/** Gives these roles to a member whose version is still 1. */
async function give(caller: TestMember, member: TestMember, ...keys: RoleKey[]) {
  const roleIds = await roleIdsOf(system, ...keys);
  return as(caller).call(people.setMemberRoles, { params: { id: member.id }, body: { version: 1, roleIds } });
}

describe('giving roles', () => {
  it('refuses whoever may not', async () => {
    const security = await buildMember(tenant, 'security-admin');
    const other = await buildTenant(server);
    const input = { params: { id: clerk.id }, body: { version: 1, roleIds: await roleIdsOf(clerk, 'reviewer') } };
    await expectRefusals(people.setMemberRoles, input, { may: security, mayNot: clerk, foreignId: other.founder.id });
  });

  it('is the security administrator’s, takes effect at once and is logged', async () => {
    const security = await buildMember(tenant, 'security-admin');
    const changed = await give(security, clerk, 'reviewer', 'archivist');
    expect(changed).toMatchObject({ version: 2, roles: [{ key: 'reviewer' }, { key: 'archivist' }] });
    expect((await as(clerk).call(contract.auth.readMe)).member?.grants).not.toHaveProperty('document.enter');
    expect(await eventsOf(tenant, 'member.roles-changed')).toMatchObject([
      { subjectId: clerk.id, actorId: security.id, payload: { before: ['clerk'], after: ['archivist', 'reviewer'] } },
    ]);
  });

  it('keeps administrators apart from each other and from the business', async () => {
    const security = await buildMember(tenant, 'security-admin');
    const exclusive = { code: 'conflict', problem: { reasons: ['roles-exclude-each-other'] } };
    await expect(give(security, clerk, 'clerk', 'audit-admin')).rejects.toMatchObject(exclusive);
    await expect(give(security, clerk, 'system-admin', 'audit-admin')).rejects.toMatchObject(exclusive);
    await expect(give(security, clerk, 'audit-admin')).resolves.toMatchObject({ roles: [{ key: 'audit-admin' }] });
  });

  it('lets nobody change their own roles', async () => {
    const security = await buildMember(tenant, 'security-admin');
    const own = { code: 'forbidden', problem: { reasons: ['own-roles'] } };
    await expect(give(security, security, 'system-admin')).rejects.toMatchObject(own);
    await expect(give(system, system, 'clerk')).rejects.toMatchObject(own);
  });

  it('keeps the last system and the last security administrator, also when two remove each other at once', async () => {
    const security = await buildMember(tenant, 'security-admin');
    const last = { code: 'conflict', problem: { reasons: ['last-administrator'] } };
    await expect(give(security, system, 'clerk')).rejects.toMatchObject(last);
    const second = await buildMember(tenant, 'security-admin');
    const results = await Promise.allSettled([give(security, second, 'clerk'), give(second, security, 'clerk')]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('does not know roles of another organisation', async () => {
    const security = await buildMember(tenant, 'security-admin');
    const other = await buildTenant(server);
    const foreign = await roleIdsOf(other.founder, 'reviewer');
    const call = as(security).call(people.setMemberRoles, { params: { id: clerk.id }, body: { version: 1, roleIds: foreign } });
    await expect(call).rejects.toMatchObject({ problem: { code: 'invalid', errors: [{ path: '/roleIds/0', code: 'unknown' }] } });
  });
});

describe('before a security administrator has come', () => {
  it('the system administrator gives business roles, logged, and no other', async () => {
    await expect(give(system, clerk, 'manager')).resolves.toMatchObject({ roles: [{ key: 'manager' }] });
    expect(await eventsOf(tenant, 'member.roles-changed')).toMatchObject([
      { actorId: system.id, payload: { after: ['manager'] } },
    ]);
    const other = await buildMember(tenant, 'clerk');
    await expect(give(system, other, 'security-admin')).rejects.toMatchObject({ problem: { reasons: ['administrator-role'] } });
  });

  it('that ends as soon as there is one', async () => {
    await buildMember(tenant, 'security-admin');
    await expect(give(system, clerk, 'manager')).rejects.toMatchObject({
      code: 'forbidden',
      problem: { remedies: [{ code: 'ask-security-admin' }] },
    });
  });
});
