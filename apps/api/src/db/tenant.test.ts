import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { as } from '../test/as.ts';
import { buildMember, buildTenant, type TestMember, type TestTenant } from '../test/factories.ts';
import { lookAt } from '../test/look-at.ts';
import { startTestServer, type TestServer } from '../test/server.ts';
import { systemActor } from './actor.ts';
import { withoutTenant, withTenant } from './tenant.ts';
import { uuid7 } from './uuid7.ts';

let server: TestServer;
let one: TestTenant;
let two: TestTenant;
let clerk: TestMember;

beforeAll(async () => {
  server = await startTestServer();
  one = await buildTenant(server);
  two = await buildTenant(server);
  clerk = await buildMember(one, 'clerk');
});
afterAll(() => server.close());

const inside = <T>(tenant: TestTenant, work: Parameters<typeof withTenant<T>>[2]) =>
  withTenant(server.services.database, systemActor(tenant.id), work);
const groupNames = (tenant: TestTenant) =>
  inside(tenant, async (tx) =>
    (await tx.sql.query<{ name: string }>('SELECT name FROM app.customer_groups ORDER BY name')).rows.map(({ name }) => name),
  );

describe('the door', () => {
  it('shows each organisation its own, by both handles on one connection', async () => {
    await inside(one, (tx) => tx.sql.query(`INSERT INTO app.customer_groups (id, name) VALUES ($1, 'one')`, [uuid7()]));
    await inside(two, async (tx) => {
      await tx.prisma.customerGroup.create({ data: { tenantId: tx.tenantId, id: uuid7(), name: 'two' } });
      const { rows } = await tx.sql.query<{ name: string }>('SELECT name FROM app.customer_groups');
      expect(rows).toEqual([{ name: 'two' }]);
      expect(await tx.prisma.customerGroup.findMany({ select: { name: true } })).toEqual([{ name: 'two' }]);
    });
    expect([await groupNames(one), await groupNames(two)]).toEqual([['one'], ['two']]);
  });

  it('shows nothing where no organisation is named, and lets nobody write for another', async () => {
    const { database } = server.services;
    expect((await withoutTenant(database, (tx) => tx.sql.query('SELECT FROM app.members'))).rowCount).toBe(0);
    const foreign = inside(one, (tx) =>
      tx.sql.query(`INSERT INTO app.customer_groups (tenant_id, id, name) VALUES ($1, $2, 'x')`, [two.id, uuid7()]),
    );
    await expect(foreign).rejects.toMatchObject({ code: '42501' });
    await expect(withTenant(database, { ...systemActor(one.id), tenantId: "x'; SELECT 1 --" }, async () => 1)).rejects.toThrow(
      RangeError,
    );
    expect((await database.pool.query('SELECT FROM app.members')).rowCount).toBe(0);
  });

  it('rolls everything back when the work throws, nested writes too', async () => {
    const work = inside(one, async (tx) => {
      await tx.prisma.customerGroup.create({ data: { tenantId: tx.tenantId, id: uuid7(), name: 'lost' } });
      await tx.prisma.$transaction([
        tx.prisma.customerGroup.create({ data: { tenantId: tx.tenantId, id: uuid7(), name: 'lost too' } }),
      ]);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await groupNames(one)).toEqual(['one']);
  });

  it('never takes a swallowed error for a success', async () => {
    const work = inside(one, async (tx) => {
      await tx.sql.query(`INSERT INTO app.customer_groups (id, name) VALUES ($1, 'kept?')`, [uuid7()]);
      await tx.sql.query('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(work).rejects.toThrow('rolled back');
    expect(await groupNames(one)).toEqual(['one']);
  });

  it('keeps forty at once apart, with errors among them', async () => {
    const seen = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const tenant = index % 2 === 0 ? one : two;
        const work = inside(tenant, async (tx) => {
          const [bySql, byPrisma] = [
            await tx.sql.query<{ name: string }>('SELECT name FROM app.customer_groups'),
            await tx.prisma.customerGroup.findMany(),
          ];
          if (index % 7 === 0) {
            throw new Error('one in seven');
          }
          return [...bySql.rows, ...byPrisma].every(({ name }) => name === (tenant === one ? 'one' : 'two'));
        });
        return work.catch((error: Error) => error.message === 'one in seven');
      }),
    );
    expect(seen.every(Boolean)).toBe(true);
  });

  it('survives a connection that is cut, and lets the caller know', async () => {
    const answers = inside(one, async (tx) => {
      const { rows } = await tx.sql.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await lookAt(server, 'SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      return tx.sql.query('SELECT 1');
    });
    await expect(answers).rejects.toThrow(/connection/i);
    expect((await as(clerk).raw('GET', '/me')).status).toBe(200);
  });
});
