import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmbedded, type Embedded } from './embedded.ts';
import { asAdmin, ensureRoles, withRole } from './roles.ts';

const folder = mkdtempSync(join(tmpdir(), 'danku-embedded-'));
let server: Embedded;

beforeAll(async () => {
  chmodSync(folder, 0o755);
  server = await startEmbedded(folder);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const show = (setting: string): Promise<unknown> =>
  asAdmin(
    server.superuserUrl,
    async (client) => (await client.query<Record<string, unknown>>(`SHOW ${setting}`)).rows[0]?.[setting],
  );

it('listens on this machine only, with passwords, and loses nothing at a power cut', async () => {
  expect(await show('listen_addresses')).toBe('127.0.0.1');
  expect(await show('fsync')).toBe('on');
  expect(await show('synchronous_commit')).toBe('on');
  expect(statSync(join(folder, 'postgres.json')).mode & 0o777).toBe(0o600);
  await expect(asAdmin(withRole(server.superuserUrl, 'postgres', 'guess'), async () => undefined)).rejects.toThrow('password');
});

it('finds the server that still runs, and keeps data, port and passwords over a stop', async () => {
  await asAdmin(server.superuserUrl, (client) => client.query('CREATE TABLE kept (id int)'));
  const again = await startEmbedded(folder);
  expect(again).toMatchObject({ wasRunning: true, port: server.port, passwords: server.passwords });
  await server.stop();
  server = await startEmbedded(folder);
  expect(server).toMatchObject({ wasRunning: false, port: again.port, passwords: again.passwords });
  await asAdmin(server.superuserUrl, (client) => client.query('SELECT FROM kept'));
});

it('starts over a stale postmaster.pid whose number now belongs to someone else, and on another port when its own is taken', async () => {
  const { port } = server;
  const file = join(folder, 'postgres/cluster/postmaster.pid');
  const lines = readFileSync(file, 'utf8').split('\n');
  await server.stop();
  writeFileSync(file, [String(process.pid), ...lines.slice(1)].join('\n'));
  const squatter = createServer();
  await new Promise<void>((listening) => squatter.listen(port, '127.0.0.1', listening));
  server = await startEmbedded(folder);
  expect(server.wasRunning).toBe(false);
  expect(server.port).not.toBe(port);
  await new Promise((closed) => squatter.close(closed));
});

it('makes roles that own nothing and cannot bypass, as often as one likes', async () => {
  await ensureRoles(server.superuserUrl, 'danku', server.passwords);
  const url = await ensureRoles(server.superuserUrl, 'danku', server.passwords);
  const { rows } = await asAdmin(withRole(url, 'app_user', server.passwords.app), (client) =>
    client.query(`
      SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, current_setting('TimeZone') AS zone,
        (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships
      FROM pg_roles r WHERE rolname = current_user`),
  );
  expect(rows).toEqual([
    { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, zone: 'UTC', memberships: 0 },
  ]);
  await asAdmin(withRole(url, 'danku_migrator', server.passwords.migrator), async (client) => {
    await client.query('SET ROLE danku_owner');
    await expect(client.query('SET ROLE postgres')).rejects.toThrow('permission denied');
  });
});
