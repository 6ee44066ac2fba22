import { contract } from '@danku/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { systemActor } from '../../db/actor.ts';
import { makeLink, type NewLink } from '../../db/make-link.ts';
import { withoutTenant, withTenant } from '../../db/tenant.ts';
import { anonymous, as } from '../../test/as.ts';
import { buildMember, buildTenant } from '../../test/factories.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';
import { makeSetUpLink } from './make-set-up-link.ts';

const { auth } = contract;
const password = 'stapled horse battery';
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function link(given: NewLink): Promise<string> {
  const { url } = await withoutTenant(server.services.database, (tx) =>
    makeLink(tx, server.services, given, server.services.clock()),
  );
  return url.split('/').at(-1) ?? '';
}

describe('the first set-up', () => {
  it('makes the organisation once, by the address printed at start, and signs its founder in as system administrator', async () => {
    expect((await anonymous(server).call(auth.readConfig)).needsSetUp).toBe(true);
    const token = (await makeSetUpLink(server.services))?.split('/').at(-1) ?? '';
    const body = {
      token,
      organisation: {
        slug: 'first',
        name: '第一',
        legalName: '第一有限公司',
        taxId: '91350100M000100Y43',
        timeZone: 'Asia/Shanghai',
        currency: 'CNY',
      },
      founder: { email: 'Founder@First.example', name: '创始人', password },
    };
    await expect(anonymous(server).call(auth.setUp, { body: { ...body, token: 'x'.repeat(30) } })).rejects.toMatchObject({
      code: 'not-found',
    });
    const faulty = { ...body, organisation: { ...body.organisation, taxId: '91350100M000100Y44' } };
    await expect(anonymous(server).call(auth.setUp, { body: faulty })).rejects.toMatchObject({
      problem: { errors: [{ path: '/organisation/taxId' }] },
    });
    const answer = await anonymous(server).raw('POST', '/auth/set-up', { body });
    expect(answer.status).toBe(200);
    const cookie = answer.headers.get('set-cookie')?.slice(6, 49) ?? '';
    const me = await (await fetch(`${server.url}/api/v1/me`, { headers: { Cookie: `danku=${cookie}` } })).json();
    expect(me).toMatchObject({
      account: { email: 'founder@first.example' },
      member: { roles: [{ key: 'system-admin', name: '系统管理员' }] },
    });
    expect(await makeSetUpLink(server.services)).toBeNull();
    await expect(anonymous(server).call(auth.setUp, { body })).rejects.toMatchObject({ code: 'not-found' });
    expect((await anonymous(server).call(auth.readConfig)).needsSetUp).toBe(false);
  });
});

describe('an invitation', () => {
  it('makes an account and a member with the roles it names, once', async () => {
    const tenant = await buildTenant(server);
    const email = `new@${tenant.slug}.example`;
    const roleIds = [await roleId(tenant.id, 'clerk')];
    const token = await link({ purpose: 'invite', tenantId: tenant.id, email, name: '新人', roleIds, hours: 72 });
    expect(await anonymous(server).call(auth.readLink, { params: { token } })).toEqual({
      purpose: 'invite',
      email,
      name: '新人',
      organisation: tenant.slug,
      hasAccount: false,
    });
    const body = { name: '新人', password, locale: 'en' as const };
    const answers = await Promise.all(
      [1, 2, 3].map(() => anonymous(server).raw('POST', `/auth/links/${token}/accept`, { body })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404, 404]);
    const cookie =
      answers
        .find(({ status }) => status === 200)
        ?.headers.get('set-cookie')
        ?.slice(6, 49) ?? '';
    const me = await (await fetch(`${server.url}/api/v1/me`, { headers: { Cookie: `danku=${cookie}` } })).json();
    expect(me).toMatchObject({ account: { email, locale: 'en' }, member: { roles: [{ key: 'clerk' }] } });
  });

  it('to someone who has an account needs the password of that account', async () => {
    const [home, away] = [await buildTenant(server), await buildTenant(server)];
    const known = await buildMember(home, 'clerk');
    const reset = await link({ purpose: 'reset', accountId: known.accountId, hours: 1 });
    await anonymous(server).call(auth.resetPassword, { params: { token: reset }, body: { password } });
    const token = await link({
      purpose: 'invite',
      tenantId: away.id,
      email: known.email,
      roleIds: [await roleId(away.id, 'sales')],
      hours: 1,
    });
    const accept = (given: string) =>
      anonymous(server).call(auth.acceptInvitation, { params: { token }, body: { name: 'x', password: given } });
    await expect(accept('violet trombone garden')).rejects.toMatchObject({ code: 'wrong-credentials' });
    expect((await accept(password)).organisations.map(({ slug }) => slug).sort()).toEqual([home.slug, away.slug].sort());
  });
});

describe('a reset', () => {
  it('sets a new password and ends every session, and is over after its time', async () => {
    const tenant = await buildTenant(server);
    const member = await buildMember(tenant, 'clerk');
    const token = await link({ purpose: 'reset', accountId: member.accountId, hours: 1 });
    await expect(
      anonymous(server).call(auth.acceptInvitation, { params: { token }, body: { name: 'x', password } }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(
      anonymous(server).call(auth.resetPassword, { params: { token }, body: { password: '123456789012' } }),
    ).rejects.toMatchObject({ code: 'weak-password' });
    await anonymous(server).call(auth.resetPassword, { params: { token }, body: { password } });
    await expect(as(member).call(auth.readMe)).rejects.toMatchObject({ status: 401 });
    await anonymous(server).call(auth.signIn, { body: { email: member.email, password } });
    const late = await link({ purpose: 'reset', accountId: member.accountId, hours: 0 });
    await expect(
      anonymous(server).call(auth.resetPassword, { params: { token: late }, body: { password } }),
    ).rejects.toMatchObject({ status: 404 });
  });
});

async function roleId(tenantId: string, key: string): Promise<string> {
  return withTenant(server.services.database, systemActor(tenantId), async (tx) => {
    const { rows } = await tx.sql.query<{ id: string }>('SELECT id FROM app.roles WHERE key = $1', [key]);
    return rows[0]?.id ?? '';
  });
}
