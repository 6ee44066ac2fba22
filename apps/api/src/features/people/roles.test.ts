import { contract } from '@danku/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { as } from '../../test/as.ts';
import { eventsOf } from '../../test/events-of.ts';
import { expectRefusals } from '../../test/expect-refusals.ts';
import { buildMember, buildTenant, type TestMember, type TestTenant } from '../../test/factories.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';

const { people } = contract;
let server: TestServer;
let tenant: TestTenant;
let security: TestMember;
let clerk: TestMember;
let foreignSecurity: TestMember;

beforeAll(async () => {
  server = await startTestServer();
  tenant = await buildTenant(server);
  security = await buildMember(tenant, 'security-admin');
  clerk = await buildMember(tenant, 'clerk');
  foreignSecurity = await buildMember(await buildTenant(server), 'security-admin');
});
afterAll(() => server.close());

const body = (name: string) => ({ name, permissions: ['document.read' as const], scope: 'groups' as const });

describe('roles', () => {
  it('lists them with how many people hold each', async () => {
    const { items } = await as(clerk).call(people.listRoles);
    expect(items).toHaveLength(11);
    expect(items.find(({ key }) => key === 'clerk')).toMatchObject({ isBuiltin: true, memberCount: 1, scope: 'all' });
    const nobody = await buildMember(tenant);
    await expectRefusals(people.listRoles, {}, { may: clerk, mayNot: nobody });
  });

  it('makes a custom role and logs it', async () => {
    const role = await as(security).call(people.createRole, { body: body('Guest') });
    expect(role).toMatchObject({
      name: 'Guest',
      permissions: ['document.read'],
      scope: 'groups',
      isBuiltin: false,
      memberCount: 0,
      version: 1,
    });
    const logged = await eventsOf(tenant, 'role.changed');
    expect(logged.at(-1)).toMatchObject({
      subjectId: role.id,
      actorId: security.id,
      payload: { permissions: ['document.read'], scope: 'groups' },
    });
    await expectRefusals(people.createRole, { body: body('Other') }, { may: security, mayNot: clerk });
  });

  it('knows a name only once, however it is written, and does not mind another organisation’s', async () => {
    await as(security).call(people.createRole, { body: body('Temp') });
    await expect(as(security).call(people.createRole, { body: body(' ＴＥＭＰ ') })).rejects.toMatchObject({
      code: 'already-exists',
    });
    await expect(as(foreignSecurity).call(people.createRole, { body: body('Temp') })).resolves.toMatchObject({ name: 'Temp' });
  });

  it('never gives an administrator’s right to a custom role', async () => {
    const call = as(security).call(people.createRole, {
      body: { ...body('Trick'), permissions: ['document.read', 'role.manage'] },
    });
    await expect(call).rejects.toMatchObject({
      problem: { code: 'invalid', errors: [{ path: '/permissions/1', code: 'administrator-only' }] },
    });
  });

  it('changes a custom role', async () => {
    const role = await as(security).call(people.createRole, { body: body('Reader') });
    const theirs = await as(foreignSecurity).call(people.createRole, { body: body('Theirs') });
    const change = { params: { id: role.id }, body: { version: 1, ...body('Reader 2'), scope: 'all' as const } };
    await expectRefusals(people.changeRole, change, { may: security, mayNot: clerk, foreignId: theirs.id });
    const changed = await as(security).call(people.changeRole, change);
    expect(changed).toMatchObject({ id: role.id, name: 'Reader 2', scope: 'all', version: 2 });
    await expect(as(security).call(people.changeRole, change)).rejects.toMatchObject({
      code: 'stale',
      problem: { current: { name: 'Reader 2', version: 2 } },
    });
  });

  it('leaves built-in roles as they are', async () => {
    const { items } = await as(security).call(people.listRoles);
    const clerkRole = items.find(({ key }) => key === 'clerk');
    const params = { id: clerkRole?.id ?? '' };
    const builtin = { code: 'conflict', problem: { reasons: ['builtin-role'] } };
    await expect(as(security).call(people.changeRole, { params, body: { version: 1, ...body('Clerk') } })).rejects.toMatchObject(
      builtin,
    );
    await expect(as(security).call(people.deleteRole, { params })).rejects.toMatchObject(builtin);
  });

  it('deletes a custom role that nobody holds', async () => {
    const role = await as(security).call(people.createRole, { body: body('Short-lived') });
    const holder = await buildMember(tenant);
    const given = await as(security).call(people.setMemberRoles, {
      params: { id: holder.id },
      body: { version: 1, roleIds: [role.id] },
    });
    await expectRefusals(
      people.deleteRole,
      { params: { id: role.id } },
      { may: security, mayNot: clerk, foreignId: foreignSecurity.id },
    );
    await expect(as(security).call(people.deleteRole, { params: { id: role.id } })).rejects.toMatchObject({
      problem: { reasons: ['role-in-use'] },
    });
    await as(security).call(people.setMemberRoles, { params: { id: holder.id }, body: { version: given.version, roleIds: [] } });
    await as(security).call(people.deleteRole, { params: { id: role.id } });
    expect((await eventsOf(tenant, 'role.deleted')).at(-1)).toMatchObject({
      subjectId: role.id,
      payload: { key: 'custom-short-lived' },
    });
  });
});
