import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../apps/api/src/test/database.ts';
import { asAdmin } from './roles.ts';

// The migrations are plain SQL and the Prisma schema is written beside them: here they are compared.
const folder = join(import.meta.dirname, '../../prisma/schema');
const schema = readdirSync(folder)
  .filter((name) => name.endsWith('.prisma'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const firstOf = (text: string, pattern: RegExp): string | undefined => pattern.exec(text)?.[1];
const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => ({
  name,
  body,
  table: `${firstOf(body, /@@schema\("(\w+)"\)/) ?? ''}.${firstOf(body, /@@map\("(\w+)"\)/) ?? ''}`,
}));
const modelNames = new Set(models.map(({ name }) => name));

const nativeTypes: Record<string, string> = {
  Uuid: 'uuid',
  Date: 'date',
  Timestamptz: 'timestamp with time zone',
  SmallInt: 'smallint',
  Decimal: 'numeric',
  VarChar: 'character varying',
};
const plainTypes: Record<string, string> = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Boolean: 'boolean',
  DateTime: 'timestamp without time zone',
  Json: 'jsonb',
  Bytes: 'bytea',
  Decimal: 'numeric',
};

type Field = { field: string; column: string; line: string };

/** The columns of a model by the names of its fields; relations are none. */
function fieldsOf(body: string): Field[] {
  return body.split('\n').flatMap((line) => {
    const [, field, type] = /^ {2}(\w+)\s+(Unsupported\("\w+"\)|\w+)/.exec(line) ?? [];
    if (field === undefined || type === undefined || modelNames.has(type)) {
      return [];
    }
    return [{ field, column: firstOf(line, /@map\("(\w+)"\)/) ?? field, line }];
  });
}

function describeField({ table }: { table: string }, { column, line }: Field): string {
  const [, , type = '', suffix = ''] = /^ {2}(\w+)\s+(Unsupported\("\w+"\)|\w+)(\[\]|\?)?/.exec(line) ?? [];
  const native = firstOf(line, /@db\.(\w+)/);
  const unsupported = firstOf(type, /"(\w+)"/);
  const sqlType = native === undefined ? (unsupported ?? plainTypes[type]) : nativeTypes[native];
  return `${table}.${column} ${sqlType}${suffix === '[]' ? '[]' : ''}${suffix === '?' ? ' null' : ''}`;
}

function keyOf(body: string): string {
  const fields = fieldsOf(body);
  const named = firstOf(body, /@@id\(\[([^\]]+)\]/);
  const keys =
    named === undefined ? fields.filter(({ line }) => /@id\b/.test(line)).map(({ field }) => field) : named.split(/,\s*/);
  return keys.map((key) => fields.find(({ field }) => field === key)?.column ?? key).join(', ');
}

const query = async (sql: string): Promise<string[]> =>
  asAdmin(database.superuserUrl, async (client) => (await client.query<{ line: string }>(sql)).rows.map(({ line }) => line));

const ownTables = `n.nspname IN ('app', 'identity', 'infra') AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'`;

describe('the Prisma schema and the migrated database', () => {
  it('have the same tables and columns, of the same types', async () => {
    const inDatabase = await query(`
      SELECT n.nspname || '.' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, NULL) || CASE WHEN a.attnotnull THEN '' ELSE ' null' END AS line
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE ${ownTables} AND a.attnum > 0 AND NOT a.attisdropped`);
    const inSchema = models.flatMap((model) => fieldsOf(model.body).map((field) => describeField(model, field)));
    expect(inSchema.toSorted()).toEqual(inDatabase.toSorted());
    expect(models.length).toBeGreaterThan(30);
  });

  it('have the same primary keys', async () => {
    const inDatabase = await query(`
      SELECT n.nspname || '.' || c.relname || ' (' || string_agg(a.attname, ', ' ORDER BY k.place) || ')' AS line
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
      CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, place)
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
      WHERE ${ownTables} GROUP BY n.nspname, c.relname`);
    expect(models.map(({ table, body }) => `${table} (${keyOf(body)})`).toSorted()).toEqual(inDatabase.toSorted());
  });

  it('have the same foreign keys', async () => {
    const inDatabase = await query(`
      SELECT n.nspname || '.' || c.relname || ' ' || k.conname AS line
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${ownTables} AND k.contype = 'f'`);
    const inSchema = models.flatMap(({ table, body }) =>
      [...body.matchAll(/@relation\([^)]*fields: [^)]*map: "(\w+)"/g)].map(([, name]) => `${table} ${name}`),
    );
    expect(inSchema.toSorted()).toEqual(inDatabase.toSorted());
  });
});
