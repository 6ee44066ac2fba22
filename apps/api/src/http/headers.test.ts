import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { withoutTenant } from '../db/tenant.ts';
import { hashPassword } from '../features/auth/password-hash.ts';
import { buildMember, buildTenant, type TestMember } from '../test/factories.ts';
import { startTestServer, type TestServer } from '../test/server.ts';

let server: TestServer;
let member: TestMember;

beforeAll(async () => {
  server = await startTestServer({ isHttps: true, publicUrl: 'https://danku.example' });
  member = await buildMember(await buildTenant(server), 'clerk');
});
afterAll(() => server.close());

describe('over https', () => {
  it('the cookie is for this host alone, and browsers are told to stay with https', async () => {
    const hash = await hashPassword('stapled horse battery');
    await withoutTenant(server.services.database, (tx) =>
      tx.sql.query('UPDATE identity.accounts SET password_hash = $2 WHERE id = $1', [member.accountId, hash]),
    );
    const answer = await fetch(`${server.url}/api/v1/auth/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: 'https://danku.example' },
      body: JSON.stringify({ email: member.email, password: 'stapled horse battery' }),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-danku=[\w-]{43}; Max-Age=43200; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=63072000');
    const cookie = /__Host-danku=([\w-]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
    const me = (name: string) => fetch(`${server.url}/api/v1/me`, { headers: { Cookie: `${name}=${cookie}` } });
    expect([(await me('__Host-danku')).status, (await me('danku')).status]).toEqual([200, 401]);
  });
});
