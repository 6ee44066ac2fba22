import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { readLauncherEnv } from '../apps/api/src/env.ts';
import { prepareDatabase, type Database } from './launch/database.ts';
import { loadDemoOnce } from './launch/demo.ts';
import { takeLaunchLock } from './launch/launch-lock.ts';
import { childrenOf, launch, openLog, requireFreePort } from './launch/launch.ts';
import { keepMasterKey } from './launch/master-key.ts';
import { giveUp, say } from './launch/say.ts';
import { stopper } from './launch/stopper.ts';
import { buildWeb } from './launch/web-build.ts';
import { welcome } from './launch/welcome.ts';

const help = `npm start: Danku on this machine, complete.

Starts the embedded PostgreSQL (or uses DATABASE_URL), migrates it, builds the web app if it changed, loads the demo the
first time, and serves everything on one port until Ctrl-C. A later start takes a few seconds.

  PORT=3000          the port            HOST=127.0.0.1   0.0.0.0 opens it to the network
  DANKU_DATA=.danku  database and files  DANKU_DEMO=1     0: no demo; the first visit creates the first organisation
  DATABASE_URL=      a PostgreSQL of your own
All variables: apps/api/src/env.ts`;

if (process.argv.includes('--help')) {
  say(help);
} else {
  await start().catch(giveUp);
}

async function start(): Promise<void> {
  const env = readLauncherEnv();
  const dataFolder = resolve(env.dataFolder);
  mkdirSync(dataFolder, { recursive: true, mode: 0o755 });
  const stop = stopper(() => say('\nStopping …'));

  stop.before(await takeLaunchLock(dataFolder, env.port));
  await requireFreePort(env.host, env.port).catch(stop.withError);
  const masterKey = env.masterKey ?? keepMasterKey(dataFolder);
  const [database] = await Promise.all([openDatabase(), buildWeb()]).catch(stop.withError);
  if (env.isDemo) {
    await loadDemoOnce(database, dataFolder, masterKey).catch(stop.withError);
  }
  const log = openLog(dataFolder);
  const children = childrenOf({ env, database, dataFolder, masterKey, output: log.output, isDemo: env.isDemo });
  const fail = (reason: string): void => void stop.withError(new Error(`${reason} Its log: ${log.path}`));
  const supervisor = await launch(children, env, fail);
  stop.before(() => supervisor.stop());
  stop.before(keepAlive(database, fail));
  await welcome({ env, dataFolder, log: log.path, server: children[0]?.env ?? {} });

  async function openDatabase(): Promise<Database> {
    const opened = await prepareDatabase({ ...env, dataFolder, masterKey });
    stop.before(() => opened.stop());
    return opened;
  }
}

/** Looks after the database every few seconds; returns how to end that, before the database itself is ended. */
function keepAlive(database: Database, fail: (reason: string) => void): () => Promise<void> {
  let round = Promise.resolve();
  const timer = setInterval(() => {
    round = round.then(() => database.revive()).catch((error: unknown) => fail(String(error)));
  }, 3_000);
  return () => {
    clearInterval(timer);
    return round;
  };
}
