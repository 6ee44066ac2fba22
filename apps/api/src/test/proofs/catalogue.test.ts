import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createTestDatabase, type TestDatabase } from '../database.ts';
import { catalogueProof } from './catalogue-proof.ts';

let database: TestDatabase;
let superuser: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  superuser = new pg.Client(database.superuserUrl);
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await database.drop();
});

const faultsOf = async (): Promise<string[]> =>
  (await superuser.query<{ fault: string; object: string }>(catalogueProof)).rows.map(
    ({ fault, object }) => `${fault}: ${object}`,
  );

/** Plants a fault, looks what the proof says, and takes it away again. */
async function faultsWith(fault: string): Promise<string[]> {
  await superuser.query('BEGIN');
  try {
    await superuser.query(fault);
    return await faultsOf();
  } finally {
    await superuser.query('ROLLBACK');
  }
}

describe('how the database keeps organisations apart', () => {
  it('has no fault', async () => {
    expect(await faultsOf()).toEqual([]);
  });

  const own = `tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid`;
  it.each([
    ['row security switched off', 'ALTER TABLE app.documents DISABLE ROW LEVEL SECURITY', 'row security not enabled and forced'],
    ['the owner let through', 'ALTER TABLE app.customers NO FORCE ROW LEVEL SECURITY', 'row security not enabled and forced'],
    ['a policy forgotten', 'DROP POLICY tenant ON app.files', 'no canonical policy'],
    ['a second policy that opens the first', 'CREATE POLICY open ON app.events TO app_user USING (true)', 'permissive policy'],
    [
      'a policy that looks right',
      `DROP POLICY tenant ON app.comments; CREATE POLICY tenant ON app.comments TO app_user USING (${own} OR true) WITH CHECK (true)`,
      'no canonical policy',
    ],
    ['a table without tenant_id', 'CREATE TABLE app.planted (id uuid PRIMARY KEY)', 'no tenant_id'],
    ['a unique key across organisations', 'CREATE UNIQUE INDEX planted ON app.members (email)', 'key without tenant_id'],
    [
      'a foreign key across organisations',
      'CREATE UNIQUE INDEX u ON app.products (id); ALTER TABLE app.document_lines ADD CONSTRAINT planted FOREIGN KEY (product_id) REFERENCES app.products (id)',
      'foreign key',
    ],
    ['a view with its owner’s eyes', 'CREATE VIEW app.planted AS SELECT * FROM app.documents', 'view that runs'],
    [
      'a materialised view of all',
      'CREATE MATERIALIZED VIEW app.planted AS SELECT 1 AS one; GRANT SELECT ON app.planted TO app_user',
      'materialised view',
    ],
    [
      'a function with its owner’s rights',
      `CREATE FUNCTION app.planted() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM app.documents'`,
      'function with the rights',
    ],
    ['the right to truncate', 'GRANT TRUNCATE ON app.events TO app_user', 'can TRUNCATE'],
    ['a role that bypasses', 'ALTER ROLE app_user BYPASSRLS', 'application role too strong'],
    ['a role that inherits', 'GRANT pg_read_all_data TO app_user', 'application role is member of'],
    ['an index nobody can use', 'CREATE INDEX planted ON app.products (tenant_id, unit_price)', 'index led by tenant_id'],
    ['a table in another schema', 'CREATE TABLE public.planted (id int)', 'table outside the schemas'],
    [
      'a partition with rights of its own',
      'CREATE TABLE app.planted (tenant_id uuid NOT NULL, id uuid) PARTITION BY HASH (id); CREATE TABLE app.part PARTITION OF app.planted FOR VALUES WITH (MODULUS 1, REMAINDER 0); GRANT SELECT ON app.part TO app_user',
      'right on a partition',
    ],
  ])('finds %s', async (_, planted, fault) => {
    const found = await faultsWith(planted);
    expect(found.join('\n')).toContain(fault);
  });
});
