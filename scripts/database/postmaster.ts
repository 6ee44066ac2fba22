import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './folder-lock.ts';
import type { SystemUser } from './system-user.ts';

export type Postmaster = { pid: number; port: number; isReady: boolean };

/** What `postmaster.pid` of a cluster says, if the process it names is alive and really serves this cluster. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) {
    return undefined;
  }
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!isAlive(pid) || !serves(pid, cluster)) {
    return undefined;
  }
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

export type Launch = {
  postgres: string;
  cluster: string;
  port: number;
  log: string;
  settings: string[];
  user: SystemUser | undefined;
};

/** Starts PostgreSQL in a session of its own, so that Ctrl-C in the terminal does not reach it before the server is done with it. */
export async function launchPostmaster({ postgres, cluster, port, log, settings, user }: Launch): Promise<void> {
  // A number left by a dead server may belong to another process by now, and PostgreSQL would then refuse to start.
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  const output = openSync(log, 'a', 0o600);
  const flags = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings].flatMap((setting) => [
    '-c',
    setting,
  ]);
  const child = spawn(postgres, ['-D', cluster, ...flags], {
    cwd: cluster,
    detached: true,
    stdio: ['ignore', output, output],
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
  });
  closeSync(output);
  child.unref();
  let failure: string | undefined;
  child.on('error', (error) => (failure = error.message));
  child.on('exit', (code) => (failure = `it ended with code ${code}`));
  const until = Date.now() + 60_000;
  while (findPostmaster(cluster)?.isReady !== true) {
    if (failure !== undefined || Date.now() > until) {
      throw new Error(`PostgreSQL did not start (${failure ?? 'no answer within 60 s'}). Its log, ${log}, ends:\n${tailOf(log)}`);
    }
    await sleep(20);
  }
}

/** Ends PostgreSQL in its "fast" way: open transactions are rolled back, everything committed is on disk. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const running = findPostmaster(cluster);
  if (running === undefined) {
    return;
  }
  process.kill(running.pid, 'SIGINT');
  const until = Date.now() + 30_000;
  while (findPostmaster(cluster) !== undefined && Date.now() < until) {
    await sleep(20);
  }
}

/** A process number may have been given to another program since; only the command line tells. */
function serves(pid: number, cluster: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(cluster);
  } catch {
    // No /proc on macOS: there `ps` tells.
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.includes(cluster) === true;
  }
}

function tailOf(log: string): string {
  return readFileSync(log, 'utf8').split('\n').slice(-15).join('\n');
}
