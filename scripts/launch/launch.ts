import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LauncherEnv } from '../../apps/api/src/env.ts';
import { superviseChildren, type Child } from './children.ts';
import type { Database } from './database.ts';

const rotateAt = 20 * 1024 * 1024;

type Place = {
  env: LauncherEnv;
  database: Database;
  dataFolder: string;
  masterKey: Buffer;
  output: number | 'inherit';
  isDemo: boolean;
};

/** Which processes serve, each with the environment it needs and no more. */
export function childrenOf({ env, database, dataFolder, masterKey, output, isDemo }: Place): Child[] {
  const { DATABASE_ADMIN_URL: _admin, DATABASE_ADMIN_URL_FILE: _file, ...inherited } = process.env;
  const shared = {
    ...inherited,
    NODE_ENV: 'production',
    DATABASE_URL: database.appUrl,
    DATABASE_URL_FILE: '',
    DANKU_MASTER_KEY: masterKey.toString('base64'),
    DANKU_MASTER_KEY_FILE: '',
    DANKU_DATA: dataFolder,
    DANKU_DEMO: isDemo ? '1' : '0',
    DANKU_WORKER: env.worker,
  };
  const server: Child = { name: 'server', script: 'apps/api/src/main.ts', env: shared, output };
  const worker: Child = { name: 'worker', script: 'apps/api/src/worker.ts', env: shared, output };
  return env.worker === 'separate' ? [server, worker] : [server];
}

/** A log file for the server's lines of JSON, which would bury what a person should read. */
export function openLog(dataFolder: string): { path: string; output: number } {
  const folder = join(dataFolder, 'log');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'server.log');
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > rotateAt) {
    renameSync(path, `${path}.1`);
  }
  return { path, output: openSync(path, 'a', 0o600) };
}

/** Throws when the port cannot be had, before anything else is started. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((bound, failed) => probe.once('error', failed).listen(port, host, bound));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new Error(`Port ${port} of ${host} cannot be used (${reason}). Choose another one: PORT=3001 npm start`, {
      cause: error,
    });
  }
  await new Promise((closed) => probe.close(closed));
}

/** Starts the children and waits until the server answers. `stop` ends them; calling it twice is once. */
export async function launch(
  children: Child[],
  { host, port }: Pick<LauncherEnv, 'host' | 'port'>,
  onFailure: (reason: string) => void,
) {
  const supervisor = superviseChildren(children, onFailure);
  children.forEach(({ output }) => typeof output === 'number' && closeLater(output));
  const reachable = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  for (let waited = 0; waited < 60_000 && !(await isReady(`http://${reachable}:${port}/readyz`)); waited += 50) {
    await sleep(50);
  }
  return supervisor;
}

function closeLater(file: number): void {
  // A restarted child needs the file again, so it stays open as long as this process lives.
  process.once('exit', () => closeSync(file));
}

async function isReady(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
