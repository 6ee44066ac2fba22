import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestCluster } from '../../apps/api/src/test/database.ts';
import { startEmbedded, type Embedded } from './embedded.ts';
import { isAlive, withFolderLock } from './folder-lock.ts';
import { migrate, readMigrations } from './migrate.ts';
import { asAdmin, ensureRoles } from './roles.ts';

const folder = join(import.meta.dirname, '../../node_modules/.cache/danku-test');
const usersFolder = join(folder, 'users');

/**
 * One throw-away server for all test runs of this checkout, with one migrated template database. The last run that
 * leaves stops it.
 */
export async function openTestCluster(): Promise<{ cluster: TestCluster; close: () => Promise<void> }> {
  return withFolderLock(usersFolder, async () => {
    const isFirst = livingUsers().length === 0;
    const server = await startEmbedded(folder, { durable: false });
    if (isFirst) {
      await dropLeftovers(server.superuserUrl);
    }
    const template = await ensureTemplate(server);
    const ticket = join(usersFolder, String(process.pid));
    writeFileSync(ticket, '');
    const cluster = {
      superuserUrl: server.superuserUrl,
      template,
      appPassword: server.passwords.app,
      migratorPassword: server.passwords.migrator,
    };
    return { cluster, close: () => leave(server, ticket) };
  });
}

async function ensureTemplate(server: Embedded): Promise<string> {
  const migrations = readMigrations();
  const hash = createHash('sha256').update(migrations.map(({ name, checksum }) => `${name} ${checksum}`).join('\n'));
  // What these two files do to a database is part of the template as well.
  ['migrate.ts', 'roles.ts'].forEach((file) => hash.update(readFileSync(join(import.meta.dirname, file))));
  const template = `danku_template_${hash.digest('hex').slice(0, 12)}`;
  const isThere = await asAdmin(server.superuserUrl, (client) =>
    client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]),
  );
  if (isThere.rowCount === 0) {
    // It gets its final name only when it is complete, so a run killed half-way leaves no half template behind.
    const unfinished = `danku_test_unfinished_${process.pid}`;
    const url = await ensureRoles(server.superuserUrl, unfinished, server.passwords);
    await migrate(url, migrations);
    await asAdmin(server.superuserUrl, (client) => client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`));
  }
  return template;
}

/** Databases of runs that were killed, and templates of other migrations. */
async function dropLeftovers(superuserUrl: string): Promise<void> {
  await asAdmin(superuserUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(`
      SELECT datname AS name FROM pg_database WHERE datname LIKE 'danku\\_test\\_%'
      UNION ALL
      (SELECT datname FROM pg_database WHERE datname LIKE 'danku\\_template\\_%' ORDER BY oid DESC OFFSET 3)`);
    for (const { name } of rows) {
      await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
    }
  });
}

function leave(server: Embedded, ticket: string): Promise<void> {
  return withFolderLock(usersFolder, async () => {
    rmSync(ticket, { force: true });
    if (livingUsers().length === 0) {
      await server.stop();
    }
  });
}

function livingUsers(): string[] {
  mkdirSync(usersFolder, { recursive: true });
  const tickets = readdirSync(usersFolder).filter((name) => /^\d+$/.test(name));
  const [living, dead] = [tickets.filter((pid) => isAlive(Number(pid))), tickets.filter((pid) => !isAlive(Number(pid)))];
  dead.forEach((pid) => rmSync(join(usersFolder, pid), { force: true }));
  return living;
}
