import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemActor } from '../../apps/api/src/db/actor.ts';
import { withTenant } from '../../apps/api/src/db/tenant.ts';
import { tenantIdsOf } from '../../apps/api/src/db/tenant-ids.ts';
import { readEnv } from '../../apps/api/src/env.ts';
import { createServices } from '../../apps/api/src/services.ts';
import { createTestDatabase, type TestDatabase } from '../../apps/api/src/test/database.ts';
import { checkFiles } from './check.ts';
import type { Services } from './installation.ts';
import { createFirstDay, createUser, resetPassword } from './people.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'danku-check-'));
let database: TestDatabase;
let services: Services;

beforeAll(async () => {
  database = await createTestDatabase();
  const key = Buffer.alloc(32, 7).toString('base64');
  services = createServices(
    readEnv({ DATABASE_URL: database.appUrl, DANKU_MASTER_KEY: key, DANKU_DATA: dataFolder, LOG_LEVEL: 'silent' }),
  );
});
afterAll(async () => {
  await services.close();
  await database.drop();
  rmSync(dataFolder, { recursive: true });
});

it('founds an organisation, adds people and makes links', async () => {
  const founded = await createFirstDay(services, { slug: 'acme', name: 'Acme', email: 'Boss@acme.example', founder: 'Boss' });
  expect(founded).toMatch(/^http:\/\/localhost:3000\/reset\/\S{30,}$/);
  const clerk = { organisation: 'acme', email: 'clerk@acme.example', name: 'Clerk', roles: ['clerk'] };
  expect(await createUser(services, clerk)).toContain('/reset/');
  await expect(createUser(services, { ...clerk, roles: ['king'] })).rejects.toThrow('There is no role "king"');
  await expect(createUser(services, { ...clerk, organisation: 'nowhere' })).rejects.toThrow('There are: acme');
  expect(await resetPassword(services, 'CLERK@acme.example')).toContain('/reset/');
  await expect(resetPassword(services, 'nobody@acme.example')).rejects.toThrow('Nobody has the address');
});

it('finds bytes without a row, rows without bytes, and damage', async () => {
  const [tenantId = ''] = await tenantIdsOf(services.database);
  const kept = await services.files.put(tenantId, Buffer.from('kept'));
  await services.files.put(tenantId, Buffer.from('nobody knows me'));
  await withTenant(services.database, systemActor(tenantId), (tx) =>
    tx.sql.query(
      `INSERT INTO app.files (id, hash, size, media_type, name, wrapped_key, uploaded_by, uploaded_at)
       SELECT gen_random_uuid(), $1, 4, 'text/plain', 'kept.txt', $2, id, now() FROM app.members LIMIT 1`,
      [kept.hash, kept.wrappedKey.toString('base64')],
    ),
  );
  expect(await checkFiles(services, { reads: true })).toMatchObject({ files: 1, broken: [], orphans: [{ tenantId }] });

  const blobId = await services.files.blobIdOf(tenantId, kept);
  const stored = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).find((path) => path.endsWith(blobId)) ?? '';
  const path = join(dataFolder, stored);
  writeFileSync(path, Buffer.alloc(statSync(path).size, 1));
  expect((await checkFiles(services, { reads: false })).broken).toEqual([]);
  expect((await checkFiles(services, { reads: true })).broken).toHaveLength(1);
  rmSync(path);
  expect((await checkFiles(services, { reads: false })).broken).toMatchObject([{ tenantId, page: null, reason: 'missing' }]);
});
