import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../database/folder-lock.ts';

type Launcher = { pid: number; startedBy: number; port: number };

/**
 * Makes this process the only launcher of a data folder. One that another person still runs is refused; one that
 * was started by a process that is gone, so that nobody can stop it from a terminal any more, is ended first. Returns how to give it back.
 */
export async function takeLaunchLock(dataFolder: string, port: number): Promise<() => void> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = join(dataFolder, 'launcher.json');
  const other = readLauncher(file);
  if (other !== undefined && other.startedBy > 1 && isAlive(other.startedBy)) {
    throw new Error(
      `Danku already runs with ${dataFolder}: http://localhost:${other.port}, process ${other.pid}.\n` +
        'Stop it there with Ctrl-C, or start a second copy beside it: PORT=3001 DANKU_DATA=.danku-2 npm start',
    );
  }
  if (other !== undefined) {
    await endProcess(other.pid);
  }
  const self: Launcher = { pid: process.pid, startedBy: Number(process.env['DANKU_STARTED_BY'] ?? process.ppid), port };
  writeFileSync(file, JSON.stringify(self), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

function readLauncher(file: string): Launcher | undefined {
  if (!existsSync(file)) {
    return undefined;
  }
  try {
    const launcher: Launcher = JSON.parse(readFileSync(file, 'utf8'));
    return isAlive(launcher.pid) && isLauncher(launcher.pid) ? launcher : undefined;
  } catch {
    // A file cut off by a crash names nobody.
    return undefined;
  }
}

/** A process number may have been given to another program since. */
function isLauncher(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start');
  } catch {
    return !existsSync('/proc/self/cmdline');
  }
}

async function endProcess(pid: number): Promise<void> {
  process.kill(pid, 'SIGTERM');
  for (let waited = 0; isAlive(pid) && waited < 20_000; waited += 50) {
    await sleep(50);
  }
}
