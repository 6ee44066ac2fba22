import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createTestDatabase, type TestDatabase } from '../database.ts';

const [ours, theirs] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];
let database: TestDatabase;
let superuser: pg.Client;
let application: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  [superuser, application] = [new pg.Client(database.superuserUrl), new pg.Client(database.appUrl)];
  await Promise.all([superuser.connect(), application.connect()]);
  await superuser.query(`INSERT INTO app.customers (tenant_id, id, code, name, created_at)
    SELECT '${theirs}', gen_random_uuid(), 'canary ' || n, 'canary ' || n % 3, now() FROM generate_series(1, 300) n`);
  await superuser.query('ANALYZE app.customers');
  await superuser.query(`SELECT lo_from_bytea(4711, 'canary')`);
});
afterAll(async () => {
  await Promise.all([superuser.end(), application.end()]);
  await database.drop();
});

/** The answer to the last statement, as text, or the SQLSTATE it was refused with. */
async function answerTo(statements: string): Promise<string> {
  await application.query('BEGIN');
  try {
    await application.query(`SELECT set_config('app.tenant_id', '${ours}', true)`);
    const answers = [await application.query(statements)].flat();
    return JSON.stringify(answers.at(-1)?.rows ?? []);
  } catch (error) {
    return error instanceof pg.DatabaseError ? `refused ${error.code}` : String(error);
  } finally {
    await application.query('ROLLBACK');
    await application.query('RESET ALL; RESET ROLE; RESET SESSION AUTHORIZATION');
  }
}

const refused = [
  // Taking the policies away
  'ALTER TABLE app.customers DISABLE ROW LEVEL SECURITY',
  'ALTER TABLE app.customers NO FORCE ROW LEVEL SECURITY',
  'ALTER TABLE app.customers OWNER TO app_user',
  'DROP POLICY tenant ON app.customers',
  'ALTER POLICY tenant ON app.customers USING (true)',
  'CREATE POLICY open ON app.customers USING (true)',
  'SET row_security = off; SELECT * FROM app.customers',
  // Becoming somebody else
  'SET ROLE danku_owner',
  'SET ROLE danku_migrator',
  'SET ROLE pg_read_all_data',
  'SET SESSION AUTHORIZATION danku_owner',
  'ALTER ROLE app_user BYPASSRLS',
  'ALTER ROLE app_user SUPERUSER',
  'GRANT danku_owner TO app_user',
  'GRANT pg_read_all_data TO app_user',
  'CREATE ROLE helper LOGIN',
  'SELECT rolpassword FROM pg_authid',
  // Making things that run with other rights or see more
  `CREATE FUNCTION app.leak() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM app.customers'`,
  `CREATE FUNCTION public.leak() RETURNS bigint LANGUAGE sql AS 'SELECT 1'`,
  `CREATE FUNCTION pg_temp.leak(text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS 'BEGIN RAISE NOTICE ''%'', $1; RETURN true; END'`,
  'CREATE VIEW app.leak AS SELECT * FROM app.customers',
  'CREATE TABLE app.leak (id int)',
  'CREATE TABLE public.leak (id int)',
  'CREATE TEMP TABLE leak (id int)',
  'CREATE SCHEMA leak',
  'CREATE EXTENSION file_fdw SCHEMA app',
  'CREATE EXTENSION dblink SCHEMA app',
  'CREATE RULE leak AS ON SELECT TO app.customers DO ALSO SELECT 1',
  'CREATE TRIGGER leak AFTER INSERT ON app.events EXECUTE FUNCTION suppress_redundant_updates_trigger()',
  'ALTER TABLE app.events DISABLE TRIGGER ALL',
  'CREATE EVENT TRIGGER leak ON ddl_command_end EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger()',
  'CREATE PUBLICATION leak FOR ALL TABLES',
  `SELECT pg_create_logical_replication_slot('leak', 'test_decoding')`,
  `SET session_replication_role = replica`,
  // Emptying, copying, reading the machine
  'TRUNCATE app.customers CASCADE',
  'TRUNCATE app.events',
  'DROP TABLE app.customers',
  'REINDEX TABLE app.customers',
  `COPY app.customers TO '/tmp/leak'`,
  `COPY app.customers TO PROGRAM 'cat'`,
  `COPY app.customers FROM '/etc/passwd'`,
  `SELECT pg_read_file('/etc/passwd')`,
  `SELECT pg_read_binary_file('PG_VERSION')`,
  `SELECT pg_ls_dir('.')`,
  `SELECT pg_stat_file('PG_VERSION')`,
  `SELECT pg_current_logfile()`,
  `SELECT lo_import('/etc/passwd')`,
  `SELECT lo_export(4711, '/tmp/leak')`,
  `SELECT lo_get(4711)`,
  `SELECT * FROM pg_largeobject`,
  'SELECT * FROM pg_statistic',
  `DO $$ BEGIN EXECUTE 'SET ROLE danku_owner'; END $$`,
];

describe('S2: the application’s own role', () => {
  it.each(refused)('is refused: %s', async (statements) => {
    expect(await answerTo(statements)).toBe('refused 42501');
  });

  it.each([
    'SELECT * FROM app.customers',
    `SELECT * FROM pg_stats WHERE schemaname = 'app'`,
    `SELECT * FROM pg_stats_ext`,
    `SELECT query_to_xml('SELECT * FROM app.customers', true, false, '')`,
    `SELECT table_to_xml('app.customers', true, false, '')`,
    `SELECT ts_stat('SELECT to_tsvector(name) FROM app.customers')`,
    'RESET ROLE; RESET SESSION AUTHORIZATION; SELECT * FROM app.customers',
    `SET LOCAL search_path = app; SELECT * FROM customers`,
    `PREPARE p AS SELECT * FROM app.customers; EXECUTE p`,
    `DECLARE c CURSOR WITH HOLD FOR SELECT * FROM app.customers; FETCH ALL FROM c`,
    `EXPLAIN (ANALYZE, VERBOSE) SELECT * FROM app.customers WHERE name > 'canary 1'`,
  ])('sees nothing of another organisation by: %s', async (statements) => {
    const answer = await answerTo(statements);
    expect(answer.replace(`'canary 1'`, '')).not.toContain('canary');
  });

  it('cannot change the server', async () => {
    await expect(application.query('ALTER SYSTEM SET row_security = off')).rejects.toMatchObject({ code: '42501' });
  });

  it('remains itself', async () => {
    expect(await answerTo('RESET ROLE; RESET SESSION AUTHORIZATION; SELECT current_user, session_user')).toContain(
      '"current_user":"app_user","session_user":"app_user"',
    );
    const { rows } = await superuser.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles WHERE rolname = 'app_user'`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false },
    ]);
  });

  it('has no sequence that tells how much others do', async () => {
    const { rows } = await superuser.query(
      `SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'S' AND n.nspname IN ('app', 'identity', 'infra')`,
    );
    expect(rows).toEqual([]);
  });
});
