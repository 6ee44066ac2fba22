import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createDatabase, type Database } from '../db/client.ts';
import { withoutTenant } from '../db/tenant.ts';
import { createTestDatabase, type TestDatabase } from '../test/database.ts';
import { problemOf } from './problem-of.ts';

let testDatabase: TestDatabase;
let database: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = createDatabase({ url: testDatabase.appUrl, size: 1 });
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const codeOf = (error: unknown) => problemOf(error).code;
const failing = (sql: string) => withoutTenant(database, (tx) => tx.sql.query(sql)).catch((error: unknown) => codeOf(error));

describe('an error of the database', () => {
  it.each([
    [`SELECT 'x'::uuid`, 'malformed'],
    ['SELECT 2147483647::int + 1', 'malformed'],
    [`SELECT convert_from('\\xff', 'UTF8')`, 'malformed'],
    [`SET LOCAL statement_timeout = 20; SELECT pg_sleep(1)`, 'unavailable'],
    ['SELECT 1 / 0', 'internal'],
  ])('%s is %s', async (sql, code) => {
    expect(await failing(sql)).toBe(code);
  });

  it('is no wonder when every connection is taken: come again soon', async () => {
    const began = performance.now();
    const busy = withoutTenant(database, (tx) => tx.sql.query('SELECT pg_sleep(3)'));
    const error = await withoutTenant(database, (tx) => tx.sql.query('SELECT 1')).catch((refused: unknown) => problemOf(refused));
    expect(error).toMatchObject({ code: 'unavailable', status: 503, facts: { retryAfter: 2 } });
    expect(performance.now() - began).toBeLessThan(2_500);
    await busy;
  });

  it('is the same when there is no database at all', async () => {
    const nowhere = createDatabase({ url: 'postgresql://app_user:x@127.0.0.1:1/none' });
    expect(await withoutTenant(nowhere, async () => 1).catch(codeOf)).toBe('unavailable');
    await nowhere.close();
  });
});
