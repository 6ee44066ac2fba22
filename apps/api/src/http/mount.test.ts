import { contract } from '@danku/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { anonymous, as } from '../test/as.ts';
import { buildMember, buildTenant, type TestMember, type TestTenant } from '../test/factories.ts';
import { startTestServer, type TestServer } from '../test/server.ts';

let server: TestServer;
let tenant: TestTenant;
let clerk: TestMember;

beforeAll(async () => {
  server = await startTestServer();
  tenant = await buildTenant(server);
  clerk = await buildMember(tenant, 'clerk');
});
afterAll(() => server.close());

describe('the door', () => {
  it('connects as a role that cannot see past the policies', async () => {
    const { rows } = await server.services.database.pool.query<{ user: string; active: boolean }>(
      `SELECT current_user AS user, row_security_active('app.documents') AS active`,
    );
    expect(rows).toEqual([{ user: 'app_user', active: true }]);
  });

  it('tells a signed-in person who they are', async () => {
    const me = await as(clerk).call(contract.auth.readMe);
    expect(me.member).toMatchObject({ id: clerk.id, tenantId: tenant.id, roles: [{ key: 'clerk' }], grants: { 'document.enter': 'all' } });
    expect(me.organisations).toEqual([{ id: tenant.id, slug: tenant.slug, name: tenant.slug }]);
  });

  it('asks everyone else to sign in', async () => {
    await expect(anonymous(server).call(contract.auth.readMe)).rejects.toMatchObject({ status: 401, code: 'unauthenticated' });
  });
});
