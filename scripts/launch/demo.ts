import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { asAdmin } from '../database/roles.ts';
import type { Database } from './database.ts';
import { say } from './say.ts';

/** What prisma/seed.ts is given: the restricted role's address, as the server has it. */
export type DemoPlace = { databaseUrl: string; dataFolder: string; masterKey: Buffer };

const seedFile = join(import.meta.dirname, '../../prisma/seed.ts');

/** Loads the demo once, into a database nobody uses yet. A load that was interrupted begins again from nothing. */
export async function loadDemoOnce(database: Database, dataFolder: string, masterKey: Buffer): Promise<void> {
  const { adminUrl } = database;
  if (adminUrl === undefined || !existsSync(seedFile)) {
    return;
  }
  const state = await demoState(adminUrl);
  if (state === 'done' || state === 'in-use') {
    return;
  }
  if (state === 'interrupted') {
    if (database.recreate === undefined) {
      throw new Error('Loading the demo was interrupted and left half of it. Empty the database, or set DANKU_DEMO=0.');
    }
    say('Loading the demo was interrupted the last time: beginning again from nothing.');
    // The server starts after the demo, so nobody has put anything of their own there yet.
    await database.recreate();
    rmSync(join(dataFolder, 'files'), { recursive: true, force: true });
  }
  say('Loading the demo organisations, once …');
  const began = performance.now();
  await mark(adminUrl, 'CREATE TABLE infra.demo_load (finished_at timestamptz); INSERT INTO infra.demo_load DEFAULT VALUES');
  const { seedDemo }: { seedDemo: (place: DemoPlace) => Promise<void> } = await import(seedFile);
  await seedDemo({ databaseUrl: database.appUrl, dataFolder, masterKey });
  await mark(adminUrl, 'UPDATE infra.demo_load SET finished_at = clock_timestamp()');
  say(`Loaded in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
}

type DemoState = 'none' | 'done' | 'interrupted' | 'in-use';

async function demoState(adminUrl: string): Promise<DemoState> {
  const found = await ask(adminUrl, `SELECT to_regclass('infra.demo_load') IS NOT NULL AS yes`);
  if (found) {
    return (await ask(adminUrl, 'SELECT bool_and(finished_at IS NOT NULL) AS yes FROM infra.demo_load')) ? 'done' : 'interrupted';
  }
  return (await ask(adminUrl, 'SELECT EXISTS (SELECT 1 FROM identity.organisations) AS yes')) ? 'in-use' : 'none';
}

function mark(adminUrl: string, sql: string): Promise<void> {
  return asAdmin(adminUrl, async (client) => {
    await client.query(`SET ROLE danku_owner; ${sql}`);
  });
}

function ask(adminUrl: string, sql: string): Promise<boolean> {
  return asAdmin(adminUrl, async (client) => (await client.query<{ yes: boolean }>(sql)).rows[0]?.yes === true);
}
