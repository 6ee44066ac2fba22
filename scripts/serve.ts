import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EnvironmentError, readLauncherEnv } from '../apps/api/src/env.ts';
import { prepareDatabase } from './launch/database.ts';
import { childrenOf, launch } from './launch/launch.ts';
import { giveUp, say } from './launch/say.ts';
import { stopper } from './launch/stopper.ts';
import { buildWeb, isBuilt } from './launch/web-build.ts';

const help = `npm run serve: production, against a PostgreSQL of your own. No embedded database, no demo.

Required: DATABASE_URL (role app_user) and DANKU_MASTER_KEY, each also as NAME_FILE. With DATABASE_ADMIN_URL it makes the
roles and migrates first; without it, run "npm run danku -- migrate" before. HOST=0.0.0.0 opens it to the network.
DANKU_WORKER=inline works inside the server, separate beside it, off leaves it to another host. Logs: JSON on stdout.`;

if (process.argv.includes('--help')) {
  say(help);
} else {
  await serve().catch(giveUp);
}

async function serve(): Promise<void> {
  const env = readLauncherEnv();
  const { databaseUrl, masterKey } = env;
  if (databaseUrl === undefined || masterKey === undefined) {
    const given = { DATABASE_URL: databaseUrl, DANKU_MASTER_KEY: masterKey };
    throw new EnvironmentError(
      Object.entries(given)
        .filter(([, value]) => value === undefined)
        .map(([name]) => `${name} is not given, but required here.`),
    );
  }
  if (existsSync(join(import.meta.dirname, '../apps/web/node_modules/vite'))) {
    await buildWeb();
  } else if (!isBuilt()) {
    throw new Error('apps/web/dist is missing and there is no vite here to build it: build it in the image.');
  }
  const dataFolder = resolve(env.dataFolder);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const stop = stopper();
  const database = await prepareDatabase({ ...env, dataFolder, masterKey });
  const children = childrenOf({ env, database, dataFolder, masterKey, output: 'inherit', isDemo: false });
  const supervisor = await launch(children, env, (reason) => void stop.withError(new Error(reason)));
  stop.before(() => supervisor.stop());
}
