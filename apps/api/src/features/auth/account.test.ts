import { contract } from '@danku/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { withoutTenant } from '../../db/tenant.ts';
import { anonymous, as, withToken } from '../../test/as.ts';
import { buildMember, buildTenant, openSession, type TestMember, type TestTenant } from '../../test/factories.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';
import { hashPassword } from './password-hash.ts';

const { auth } = contract;
let server: TestServer;
let tenant: TestTenant;
let member: TestMember;

beforeAll(async () => {
  server = await startTestServer();
  tenant = await buildTenant(server);
  member = await buildMember(tenant, 'clerk');
});
afterAll(() => server.close());

const unauthenticated = { status: 401, code: 'unauthenticated' };

describe('a session', () => {
  it('ends when its owner signs out, on the server too', async () => {
    const leaving = await buildMember(tenant, 'clerk');
    const answer = await as(leaving).raw('POST', '/auth/sign-out', { body: {} });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('danku=;')]);
    await expect(as(leaving).call(auth.readMe)).rejects.toMatchObject(unauthenticated);
  });

  it('ends by itself after an hour without a call, and after twelve hours with calls', async () => {
    const start = Date.now();
    const at = (minutes: number) => server.setTime(new Date(start + minutes * 60_000));
    const idle = await buildMember(tenant, 'clerk');
    try {
      at(59);
      await as(idle).call(auth.readMe);
      await settled();
      at(59 + 59);
      await as(idle).call(auth.readMe);
      await settled();
      at(59 + 59 + 61);
      await expect(as(idle).call(auth.readMe)).rejects.toMatchObject(unauthenticated);
      at(0);
      const busy = await buildMember(tenant, 'clerk');
      for (let minutes = 50; minutes < 12 * 60; minutes += 50) {
        at(minutes);
        await as(busy).call(auth.readMe);
        await settled();
      }
      at(12 * 60 + 1);
      await expect(as(busy).call(auth.readMe)).rejects.toMatchObject(unauthenticated);
    } finally {
      at(0);
    }
  });

  it('is listed to its owner, who can end it; nobody else can', async () => {
    const owner = await buildMember(tenant, 'clerk');
    const phone = { ...owner, cookie: await openSession(server, owner.accountId) };
    const { items } = await as(owner).call(auth.listSessions);
    expect(items).toHaveLength(2);
    const other = items.find(({ isCurrent }) => !isCurrent)?.id ?? '';
    await expect(as(member).call(auth.revokeSession, { params: { id: other } })).rejects.toMatchObject({ status: 404 });
    await as(owner).call(auth.revokeSession, { params: { id: other } });
    await expect(as(phone).call(auth.readMe)).rejects.toMatchObject(unauthenticated);
    await as(owner).call(auth.readMe);
  });
});

/** When a session was last seen is written after the answer. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

describe('a password', () => {
  const old = 'stapled horse battery';
  const next = 'violet trombone garden';

  it('is changed by whoever knows the old one, and that ends everything else', async () => {
    const owner = await buildMember(tenant, 'clerk');
    await setPassword(owner, old);
    const phone = { ...owner, cookie: await openSession(server, owner.accountId) };
    await expect(as(owner).call(auth.changePassword, { body: { current: 'not this one', next } })).rejects.toMatchObject({
      code: 'wrong-credentials',
    });
    await expect(as(owner).call(auth.changePassword, { body: { current: old, next: 'short' } })).rejects.toMatchObject({
      code: 'weak-password',
      problem: { errors: [{ path: '/next', code: 'too-short' }] },
    });
    const answer = await as(owner).raw('POST', '/me/password', { body: { current: old, next } });
    expect(answer.status).toBe(204);
    await expect(as(owner).call(auth.readMe)).rejects.toMatchObject(unauthenticated);
    await expect(as(phone).call(auth.readMe)).rejects.toMatchObject(unauthenticated);
    const cookie = answer.headers.get('set-cookie')?.slice(6, 49) ?? '';
    await as({ ...owner, cookie }).call(auth.readMe);
    await anonymous(server).call(auth.signIn, { body: { email: owner.email, password: next } });
  });
});

async function setPassword({ accountId }: TestMember, password: string): Promise<void> {
  const hash = await hashPassword(password);
  await withoutTenant(server.services.database, (tx) =>
    tx.sql.query('UPDATE identity.accounts SET password_hash = $2 WHERE id = $1', [accountId, hash]),
  );
}

describe('an access token', () => {
  const make = (permissions: ('document.read' | 'document.enter' | 'document.review')[], expiresInDays = 1) =>
    as(member).call(auth.createAccessToken, { body: { name: 'ci', permissions, expiresInDays } });

  it('acts with the rights it was given, as far as its owner has them', async () => {
    const { token } = await make(['document.read']);
    expect(token).toMatch(/^dk_/);
    const me = await withToken(server, token).call(auth.readMe);
    expect(me.member).toMatchObject({ id: member.id, grants: { 'document.read': 'all' } });
    expect(Object.keys(me.member?.grants ?? {})).toEqual(['document.read']);
    await expect(make(['document.review'])).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('needs no origin, but cannot make tokens or change the account', async () => {
    const { token } = await make(['document.read']);
    const program = withToken(server, token);
    const answer = await program.raw('POST', '/me/tokens', {
      body: { name: 'x', permissions: ['document.read'], expiresInDays: 1 },
      headers: { Origin: 'https://other.example' },
    });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'forbidden' });
    await expect(program.call(auth.changeMe, { body: { name: 'x' } })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('ends when it is revoked and when its time is over', async () => {
    const [revoked, old] = [await make(['document.read']), await make(['document.read'])];
    await as(member).call(auth.revokeAccessToken, { params: { id: revoked.id } });
    await expect(withToken(server, revoked.token).call(auth.readMe)).rejects.toMatchObject(unauthenticated);
    server.setTime(new Date(Date.now() + 86_400_000 + 1000));
    await expect(withToken(server, old.token).call(auth.readMe)).rejects.toMatchObject(unauthenticated);
    server.setTime(new Date());
    const { items } = await as(member).call(auth.listAccessTokens);
    expect(items.map(({ id }) => id)).not.toContain(revoked.id);
    expect(JSON.stringify(items)).not.toContain('token');
  });
});

describe('preferences', () => {
  it('join those that are there', async () => {
    await as(member).call(auth.changeMe, { body: { preferences: { density: 'tight', side: 'left' } } });
    const me = await as(member).call(auth.changeMe, { body: { locale: 'en', preferences: { side: null } } });
    expect(me.account).toMatchObject({ locale: 'en', preferences: { density: 'tight' } });
  });
});
