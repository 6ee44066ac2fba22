import { contract } from '@danku/contract';
import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { withoutTenant } from '../../db/tenant.ts';
import { anonymous, as } from '../../test/as.ts';
import { buildMember, buildTenant, type TestMember, type TestTenant } from '../../test/factories.ts';
import { lookAt } from '../../test/look-at.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';
import { hashPassword } from './password-hash.ts';

const password = 'stapled horse battery';
let server: TestServer;
let tenant: TestTenant;
let passwordHash: string;
let member: TestMember;

beforeAll(async () => {
  server = await startTestServer();
  tenant = await buildTenant(server);
  passwordHash = await hashPassword(password);
});
beforeEach(async () => {
  member = await buildMember(tenant, 'clerk');
  await setHash(passwordHash);
});
afterAll(() => server.close());

async function setHash(to: string): Promise<void> {
  await withoutTenant(server.services.database, (tx) =>
    tx.sql.query('UPDATE identity.accounts SET password_hash = $2 WHERE id = $1', [member.accountId, to]),
  );
}

const post = (body: unknown, headers: Record<string, string> = {}) =>
  anonymous(server).raw('POST', '/auth/sign-in', { body, headers });

describe('signing in', () => {
  it('gives a cookie that scripts and other sites cannot use, and says who one is', async () => {
    const response = await post({ email: member.email.toUpperCase(), password });
    expect(response.status).toBe(200);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^danku=[\w-]{43}; Max-Age=\d+; Path=\/;.*HttpOnly; SameSite=Lax$/);
    expect(await response.json()).toMatchObject({
      account: { email: member.email },
      organisations: [{ id: tenant.id }],
      member: null,
    });
    const me = await as({ ...member, cookie: cookie.slice(6, 49) }).call(contract.auth.readMe);
    expect(me.member).toMatchObject({ id: member.id });
  });

  it('ends the session that the browser had before', async () => {
    const answer = await post({ email: member.email, password }, { Cookie: `danku=${member.cookie}` });
    expect(answer.status).toBe(200);
    await expect(as(member).call(contract.auth.readMe)).rejects.toMatchObject({ status: 401 });
  });

  it('is noted in the organisation’s log', async () => {
    await post({ email: member.email, password });
    const rows = await lookAt(server, `SELECT type, payload FROM app.events WHERE actor_id = $1 AND type = 'account.signed-in'`, [
      member.id,
    ]);
    expect(rows).toEqual([{ type: 'account.signed-in', payload: { ip: '127.0.0.1' } }]);
  });

  it('answers a wrong password and an unknown address with the same bytes', async () => {
    const [wrong, unknown] = await Promise.all([
      post({ email: member.email, password: 'x'.repeat(12) }),
      post({ email: 'nobody@nowhere.example', password: 'x'.repeat(12) }),
    ]);
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await unknown.text());
  });

  it('locks an account after ten wrong tries, also for the right password, and forgets after a quarter of an hour', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await post({ email: member.email, password: 'wrong wrong wrong' });
    }
    const locked = await post({ email: member.email, password }, { 'X-Forwarded-For': '203.0.113.9' });
    expect(locked.status).toBe(429);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
    await lookAt(server, 'UPDATE identity.rate_limits SET expire = 0');
    expect((await post({ email: member.email, password })).status).toBe(200);
  });

  it('makes an old hash anew', async () => {
    await setHash(await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }));
    expect((await post({ email: member.email, password })).status).toBe(200);
    const [row] = await lookAt<{ hash: string }>(server, 'SELECT password_hash AS hash FROM identity.accounts WHERE id = $1', [
      member.accountId,
    ]);
    expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  });

  it('is refused to other sites, to forms, and to those without an origin', async () => {
    const body = { email: member.email, password };
    const foreign = await post(body, { Origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    expect(await foreign.json()).toMatchObject({ code: 'wrong-origin' });
    const form = await post(body, { 'Content-Type': 'text/plain' });
    expect(form.status).toBe(415);
    const bare = await fetch(`${server.url}/api/v1/auth/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(bare.status).toBe(403);
  });

  it('never writes a password into the log', async () => {
    await post({ email: member.email, password: 'canary-canary-1' });
    expect(server.logLines.join('')).not.toContain('canary-canary-1');
  });
});
