import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createTestDatabase, type TestDatabase } from '../database.ts';
import { insertOf, tenantTables, type TenantTable } from './generated-rows.ts';

const [ours, theirs] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];
let database: TestDatabase;
let superuser: pg.Client;
let application: pg.Client;
let tables: TenantTable[];

beforeAll(async () => {
  database = await createTestDatabase();
  [superuser, application] = [new pg.Client(database.superuserUrl), new pg.Client(database.appUrl)];
  await Promise.all([superuser.connect(), application.connect()]);
  tables = await tenantTables(superuser);
  // Rows that refer to nothing: foreign keys are not what is tried here.
  await superuser.query('SET session_replication_role = replica');
  for (const table of tables) {
    await superuser.query(insertOf(table, ours, 'ours'));
    await superuser.query(insertOf(table, theirs, 'canary'));
  }
});
afterAll(async () => {
  await Promise.all([superuser.end(), application.end()]);
  await database.drop();
});

type Done = { rows: number | null; error: string | null };

/** What one statement of the application does, in a transaction that names `tenant` (or none) and is rolled back. */
async function attempt(tenant: string | null, statement: string): Promise<Done> {
  await application.query('BEGIN');
  try {
    if (tenant !== null) {
      await application.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant]);
    }
    const { rowCount } = await application.query(statement);
    return { rows: rowCount, error: null };
  } catch (error) {
    return { rows: null, error: error instanceof pg.DatabaseError ? `${error.code} ${error.message}` : String(error) };
  } finally {
    await application.query('ROLLBACK');
  }
}

const touchedNothing = ({ rows, error }: Done) => rows === 0 || error !== null;
const revealsNothing = ({ error }: Done) => error === null || !error.includes('canary');
const someColumn = ({ columns }: TenantTable) => columns.find(({ isKey }) => !isKey)?.name ?? 'tenant_id';

/** The rows of the other organisation, whole. */
async function theirRows(): Promise<string[]> {
  const hashes: string[] = [];
  for (const { name } of tables) {
    const { rows } = await superuser.query<{ hash: string }>(
      `SELECT md5(string_agg(t::text, ',')) AS hash FROM ${name} t WHERE tenant_id = $1`,
      [theirs],
    );
    hashes.push(rows[0]?.hash ?? '');
  }
  return hashes;
}

describe('S3: as one organisation, of another', () => {
  const attempts: [what: string, statement: (table: TenantTable) => string][] = [
    ['sees nothing', ({ name }) => `SELECT FROM ${name} WHERE tenant_id = '${theirs}'`],
    ['sees nothing by what is not the same', ({ name }) => `SELECT FROM ${name} WHERE tenant_id IS DISTINCT FROM '${ours}'`],
    ['locks nothing', ({ name }) => `SELECT FROM ${name} WHERE tenant_id = '${theirs}' FOR UPDATE`],
    [
      'changes nothing',
      (table) => `UPDATE ${table.name} SET ${someColumn(table)} = ${someColumn(table)} WHERE tenant_id = '${theirs}'`,
    ],
    ['gives nothing away', ({ name }) => `UPDATE ${name} SET tenant_id = '${theirs}'`],
    ['takes nothing', ({ name }) => `UPDATE ${name} SET tenant_id = '${ours}' WHERE tenant_id = '${theirs}'`],
    ['removes nothing', ({ name }) => `DELETE FROM ${name} WHERE tenant_id = '${theirs}'`],
    [
      'merges nothing',
      ({ name }) =>
        `MERGE INTO ${name} t USING (SELECT '${theirs}'::uuid AS id) s ON t.tenant_id = s.id WHEN MATCHED THEN DELETE`,
    ],
    ['adds nothing', (table) => insertOf(table, theirs, 'ours')],
    ['copies nothing in', ({ name }) => `COPY ${name} FROM STDIN`],
    ['empties nothing', ({ name }) => `TRUNCATE ${name}`],
  ];
  it.each(attempts)('%s, in every table', async (_, statementOf) => {
    const before = await theirRows();
    const faults: string[] = [];
    for (const table of tables) {
      const done = await attempt(ours, statementOf(table));
      if (!touchedNothing(done) || !revealsNothing(done)) {
        faults.push(`${table.name}: ${JSON.stringify(done)}`);
      }
    }
    expect(faults).toEqual([]);
    expect(await theirRows()).toEqual(before);
  });

  it('learns nothing from a conflict with a row that it cannot see', async () => {
    const faults: string[] = [];
    for (const table of tables) {
      const columns = table.columns.map(({ name }) => name).join(', ');
      const { rows } = await superuser.query<{ row: string }>(
        `SELECT quote_literal(t::text) AS row FROM ${table.name} t WHERE tenant_id = '${theirs}'`,
      );
      const existing = `SELECT ${columns} FROM (SELECT (${rows[0]?.row ?? 'NULL'}::${table.name}).*) r`;
      const keys = table.columns
        .filter(({ isKey }) => isKey)
        .map(({ name }) => name)
        .join(', ');
      for (const action of [
        '',
        'ON CONFLICT DO NOTHING',
        `ON CONFLICT (${keys}) DO UPDATE SET ${someColumn(table)} = excluded.${someColumn(table)}`,
      ]) {
        const done = await attempt(ours, `INSERT INTO ${table.name} (${columns}) ${existing} ${action}`);
        if (done.error?.startsWith('42501') !== true) {
          faults.push(`${table.name} ${action}: ${JSON.stringify(done)}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('sees its own, and copies out no more than that', async () => {
    for (const { name } of tables) {
      expect([name, await attempt(ours, `SELECT FROM ${name}`)]).toEqual([name, { rows: 1, error: null }]);
      expect([name, await attempt(ours, `COPY ${name} TO STDOUT`)]).toEqual([name, { rows: 1, error: null }]);
    }
  });

  it('is told nothing by conversions that fail on rows it cannot see', async () => {
    await superuser.query(`DELETE FROM app.customers WHERE tenant_id = $1`, [ours]);
    for (const condition of ['name::int = 1', `name ~ '('`, '1 / (length(name) - length(name)) = 1', `name::xml IS NULL`]) {
      const done = await attempt(ours, `SELECT FROM app.customers WHERE ${condition}`);
      expect([condition, done.rows ?? 0, revealsNothing(done)]).toEqual([condition, 0, true]);
    }
  });
});

describe('S3: where no organisation is named', () => {
  const names = [null, '', ' ', 'x', '*', '%', '0', 'null', `${theirs}x`, `{${theirs}`, `${ours},${theirs}`, `' OR true --`];
  it.each(names)('but %j, nothing is seen and nothing is done', async (tenant) => {
    const faults: string[] = [];
    for (const table of tables) {
      const statements = [
        `SELECT FROM ${table.name}`,
        `SELECT FROM ${table.name} FOR UPDATE`,
        `UPDATE ${table.name} SET ${someColumn(table)} = ${someColumn(table)}`,
        `DELETE FROM ${table.name}`,
        insertOf(table, theirs, 'x'),
      ];
      for (const statement of statements) {
        const done = await attempt(tenant, statement);
        if (!touchedNothing(done) || !revealsNothing(done)) {
          faults.push(`${statement}: ${JSON.stringify(done)}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });
});

it('S3: would notice a policy that opens a table', async () => {
  const unnoticed: string[] = [];
  for (const { name } of tables) {
    await superuser.query(`CREATE POLICY planted ON ${name} TO app_user USING (true)`);
    if (touchedNothing(await attempt(ours, `SELECT FROM ${name} WHERE tenant_id = '${theirs}'`))) {
      unnoticed.push(name);
    }
    await superuser.query(`DROP POLICY planted ON ${name}`);
  }
  expect(unnoticed).toEqual([]);
});

it('S3: tries every table there is', () => {
  expect(tables.length).toBeGreaterThan(30);
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['app.documents', 'app.events', 'app.files', 'app.members']),
  );
});
