import { contract } from '@danku/contract';
import type { RoleKey } from '@danku/domain/access/roles.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anonymous, as } from '../../test/as.ts';
import { eventsOf } from '../../test/events-of.ts';
import { expectRefusals } from '../../test/expect-refusals.ts';
import { buildMember, buildTenant, type TestMember, type TestTenant } from '../../test/factories.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';

const { auth, people } = contract;
let server: TestServer;
let tenant: TestTenant;
let system: TestMember;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  tenant = await buildTenant(server);
  system = tenant.founder;
});

async function invite(caller: TestMember, email: string, ...keys: RoleKey[]) {
  const { items } = await as(system).call(people.listRoles);
  const roleIds = keys.map((key) => items.find((role) => role.key === key)?.id ?? '');
  return as(caller).call(people.inviteMember, { body: { email, name: 'New', roleIds } });
}

const tokenOf = (url: string) => url.split('/').at(-1) ?? '';
const read = (url: string) => anonymous(server).call(auth.readLink, { params: { token: tokenOf(url) } });

describe('inviting', () => {
  it('gives a link for a week, shown once, and logs who invited whom to what', async () => {
    const link = await invite(system, 'Li@Example.com', 'clerk');
    expect(new Date(link.expiresAt).getTime() - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
    expect(await read(link.url)).toMatchObject({
      purpose: 'invite',
      email: 'li@example.com',
      name: 'New',
      organisation: tenant.slug,
    });
    const [logged] = await eventsOf(tenant, 'member.invited');
    expect(logged).toMatchObject({ actorId: system.id, payload: { email: 'li@example.com', roles: ['clerk'] } });
    expect(JSON.stringify(logged)).not.toContain(tokenOf(link.url));
  });

  it('brings whoever accepts it in, with these roles and no others', async () => {
    const { url } = await invite(system, 'security@example.com', 'security-admin');
    const body = { name: 'Security', password: 'correct horse battery staple 7' };
    await anonymous(server).call(auth.acceptInvitation, { params: { token: tokenOf(url) }, body });
    const { items } = await as(system).call(people.listMembers, { query: { q: 'security@' } });
    expect(items).toMatchObject([{ name: 'Security', roles: [{ key: 'security-admin' }] }]);
    await expect(invite(system, 'audit@example.com', 'audit-admin')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('refuses whoever may not', async () => {
    const clerk = await buildMember(tenant, 'clerk');
    const body = { email: 'x@example.com', name: 'X', roleIds: ['00000000-0000-7000-8000-000000000000'] };
    await expectRefusals(people.inviteMember, { body }, { may: system, mayNot: clerk });
  });

  it('a new link ends the old one; a member needs none', async () => {
    const first = await invite(system, 'li@example.com', 'clerk');
    const second = await invite(system, 'li@example.com', 'reviewer');
    await expect(read(first.url)).rejects.toMatchObject({ code: 'not-found' });
    await expect(read(second.url)).resolves.toMatchObject({ purpose: 'invite' });
    const clerk = await buildMember(tenant, 'clerk');
    await expect(invite(system, clerk.email.toUpperCase(), 'clerk')).rejects.toMatchObject({ code: 'already-exists' });
  });

  it('keeps administrators apart', async () => {
    await expect(invite(system, 'li@example.com', 'audit-admin', 'clerk')).rejects.toMatchObject({
      problem: { reasons: ['roles-exclude-each-other'] },
    });
  });

  it('the founder invites the other two, one link each, and no second founder', async () => {
    const first = await invite(system, 'security@example.com', 'security-admin');
    await invite(system, 'audit@example.com', 'audit-admin');
    await invite(system, 'other@example.com', 'security-admin');
    await expect(read(first.url)).rejects.toMatchObject({ code: 'not-found' });
    await expect(invite(system, 'second@example.com', 'system-admin')).rejects.toMatchObject({
      problem: { reasons: ['administrator-role'] },
    });
  });

  it('once there is a security administrator, they alone invite administrators, and administrators only', async () => {
    const security = await buildMember(tenant, 'security-admin');
    await expect(invite(system, 'audit@example.com', 'audit-admin')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(invite(security, 'audit@example.com', 'audit-admin')).resolves.toHaveProperty('url');
    await expect(invite(security, 'li@example.com', 'clerk')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(invite(system, 'li@example.com', 'clerk')).resolves.toHaveProperty('url');
  });
});

describe('a reset link', () => {
  it('is made for people of the business, and logged', async () => {
    const clerk = await buildMember(tenant, 'clerk');
    const link = await as(system).call(people.makeResetLink, { params: { id: clerk.id }, body: {} });
    expect(await read(link.url)).toMatchObject({ purpose: 'reset', email: clerk.email });
    expect(await eventsOf(tenant, 'account.reset-link-made')).toMatchObject([{ subjectId: clerk.id, actorId: system.id }]);
    const other = await buildTenant(server);
    await expectRefusals(
      people.makeResetLink,
      { params: { id: clerk.id }, body: {} },
      { may: system, mayNot: clerk, foreignId: other.founder.id },
    );
  });

  it('is not made where its maker would gain another’s power', async () => {
    const security = await buildMember(tenant, 'security-admin');
    const elsewhere = await buildTenant(server);
    const both = await buildMember(tenant, 'clerk', { accountId: elsewhere.founder.accountId });
    const reset = (id: string) => as(system).call(people.makeResetLink, { params: { id }, body: {} });
    await expect(reset(security.id)).rejects.toMatchObject({ problem: { reasons: ['administrator-account'] } });
    await expect(reset(both.id)).rejects.toMatchObject({ problem: { reasons: ['belongs-elsewhere'] } });
  });
});

describe('the people of the organisation', () => {
  it('are listed by name in pages, found by name and address', async () => {
    for (const name of ['李娜', '王强', '陈静']) {
      await buildMember(tenant, 'clerk', { name });
    }
    const first = await as(system).call(people.listMembers, { query: { limit: 3 } });
    const rest = await as(system).call(people.listMembers, { query: { limit: 3, cursor: first.next ?? '' } });
    expect(new Set([...first.items, ...rest.items].map(({ name }) => name))).toEqual(
      new Set(['Founder', '李娜', '王强', '陈静']),
    );
    expect(rest.next).toBeNull();
    const found = await as(system).call(people.listMembers, { query: { q: '李' } });
    expect(found.items).toMatchObject([{ name: '李娜', roles: [{ key: 'clerk' }], isActive: true }]);
    const nobody = await buildMember(tenant);
    await expectRefusals(people.listMembers, {}, { may: system, mayNot: nobody });
  });

  it('are renamed and assigned to customer groups', async () => {
    const clerk = await buildMember(tenant, 'clerk');
    const other = await buildTenant(server);
    const input = { params: { id: clerk.id }, body: { version: 1, name: 'Renamed' } };
    await expectRefusals(people.changeMember, input, { may: system, mayNot: clerk, foreignId: other.founder.id });
    expect(await as(system).call(people.changeMember, input)).toMatchObject({ name: 'Renamed', version: 2 });
    expect(await eventsOf(tenant, 'member.changed')).toMatchObject([
      { subjectId: clerk.id, payload: { changes: [{ path: '/name', before: 'clerk', after: 'Renamed' }] } },
    ]);
    const unknown = { version: 2, customerGroupIds: ['00000000-0000-7000-8000-000000000000'] };
    const call = as(system).call(people.changeMember, { params: { id: clerk.id }, body: unknown });
    await expect(call).rejects.toMatchObject({ problem: { errors: [{ path: '/customerGroupIds/0', code: 'unknown' }] } });
  });
});
