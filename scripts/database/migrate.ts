import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { asAdmin } from './roles.ts';

export type Migration = { name: string; sql: string; checksum: string };

const folder = join(import.meta.dirname, '../../prisma/migrations');

/** The table Prisma knows, so that its own tools recognise what was applied; it lies with the rest of our machinery. */
const bookkeeping = `
  CREATE SCHEMA IF NOT EXISTS infra;
  CREATE TABLE IF NOT EXISTS infra._prisma_migrations (
    id varchar(36) PRIMARY KEY DEFAULT gen_random_uuid()::text,
    checksum varchar(64) NOT NULL,
    finished_at timestamptz,
    migration_name varchar(255) NOT NULL UNIQUE,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  );
  GRANT USAGE ON SCHEMA infra TO app_user;
  GRANT SELECT ON infra._prisma_migrations TO app_user`;

/**
 * Applies what is missing, each migration in a transaction of its own, as `danku_owner`, while no other process does the
 * same. Returns the names applied now. Throws when an applied migration was edited or is unknown to this code.
 */
export function migrate(adminUrl: string, migrations = readMigrations()): Promise<string[]> {
  return asAdmin(adminUrl, async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtext('danku migrations'))`);
    await client.query(`SET ROLE danku_owner; SET TimeZone = 'UTC'; SET client_min_messages = warning`);
    await client.query(bookkeeping);
    const missing = missingFrom(await readApplied(client), migrations);
    for (const migration of missing) {
      await apply(client, migration);
    }
    return missing.map(({ name }) => name);
  });
}

/** What `migrate` would do, asked as `app_user`, for a database that someone else migrates. Throws like `migrate`. */
export function findPending(url: string): Promise<string[]> {
  return asAdmin(url, async (client) => {
    const exists = await client.query<{ found: boolean }>(`SELECT to_regclass('infra._prisma_migrations') IS NOT NULL AS found`);
    const applied = exists.rows[0]?.found === true ? await readApplied(client) : [];
    return missingFrom(applied, readMigrations()).map(({ name }) => name);
  });
}

export function readMigrations(from = folder): Migration[] {
  return readdirSync(from)
    .filter((name) => existsSync(join(from, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(from, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

type Applied = { name: string; checksum: string };

async function readApplied(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    'SELECT migration_name AS name, checksum FROM infra._prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name',
  );
  return rows;
}

function missingFrom(applied: Applied[], migrations: Migration[]): Migration[] {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of applied) {
    if (!known.has(name)) {
      throw new Error(`The database has the migration ${name}, which this code does not know: it was written by a newer Danku.`);
    }
    if (known.get(name) !== checksum) {
      throw new Error(
        `The migration ${name} was edited after it had been applied. Restore the file and write a new migration instead.`,
      );
    }
  }
  const done = new Set(applied.map(({ name }) => name));
  return migrations.filter(({ name }) => !done.has(name));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(
      `INSERT INTO infra._prisma_migrations (checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), 1)`,
      [checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(
      `The migration ${name} failed${lineOf(sql, error)}: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

function lineOf(sql: string, error: unknown): string {
  const position = error instanceof Error && 'position' in error ? Number(error.position) : Number.NaN;
  return Number.isNaN(position) ? '' : ` in line ${sql.slice(0, position).split('\n').length}`;
}
