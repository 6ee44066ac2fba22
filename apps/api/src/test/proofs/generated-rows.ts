import type pg from 'pg';

export interface TenantTable {
  /** Schema and name, as SQL. */
  name: string;
  columns: Column[];
}
interface Column {
  name: string;
  type: string;
  isKey: boolean;
  mustBeGiven: boolean;
  /** What the checks of the table compare with, to find a value they accept. */
  allowed: string | null;
}

/** Every table of organisations, from the catalogue: what a new migration adds is here without being named. */
export async function tenantTables(superuser: pg.Client): Promise<TenantTable[]> {
  const { rows } = await superuser.query<TenantTable>(`
    SELECT c.oid::regclass::text AS name, json_agg(json_build_object(
      'name', quote_ident(a.attname), 'type', format_type(a.atttypid, NULL),
      'isKey', EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary AND a.attnum = ANY (i.indkey::int2[])),
      'mustBeGiven', a.attnotnull AND NOT a.atthasdef,
      'allowed', (SELECT (regexp_match(pg_get_constraintdef(k.oid), quote_ident(a.attname) || '[^'']*''([^'']+)''::text'))[1]
        FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c' AND a.attnum = ANY (k.conkey) ORDER BY cardinality(k.conkey) LIMIT 1)
    ) ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE n.nspname = 'app' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    GROUP BY c.oid ORDER BY 1`);
  return rows;
}

/** An INSERT of one row with made-up values: keys, and what has no default. */
export function insertOf({ name, columns }: TenantTable, tenantId: string, mark: string): string {
  const given = columns.filter((column) => column.name === 'tenant_id' || column.isKey || column.mustBeGiven);
  const values = given.map((column) => (column.name === 'tenant_id' ? `'${tenantId}'` : valueOf(column, mark)));
  return `INSERT INTO ${name} (${given.map((column) => column.name).join(', ')}) VALUES (${values.join(', ')})`;
}

function valueOf({ name, type, allowed }: Column, mark: string): string {
  if (allowed !== null) {
    return `'${allowed}'`;
  }
  if (type.endsWith('[]')) {
    return `'{}'`;
  }
  return byType[type] ?? `'${mark} ${name}'`;
}

const byType: Record<string, string | undefined> = {
  uuid: 'gen_random_uuid()',
  smallint: '1',
  integer: '1',
  bigint: '1',
  numeric: '1',
  boolean: 'false',
  date: 'current_date',
  'timestamp with time zone': 'now()',
  jsonb: `'{}'`,
  json: `'{}'`,
  bytea: `'x'`,
  'character varying': `'x'`,
};
