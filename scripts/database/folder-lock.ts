import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const patience = 60_000;

/** Runs the work while no other process on this machine holds the same lock; a lock of a dead process counts for nothing. */
export async function withFolderLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, '.lock');
  mkdirSync(folder, { recursive: true });
  await take(lock);
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: there is such a process, it only belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function take(lock: string): Promise<void> {
  const until = Date.now() + patience;
  while (!tryTake(lock)) {
    if (isAbandoned(lock)) {
      rmSync(lock, { recursive: true, force: true });
    } else if (Date.now() > until) {
      throw new Error(`Another process holds ${lock} for more than ${patience / 1000} s. If there is none, delete that folder.`);
    } else {
      await sleep(50);
    }
  }
}

function tryTake(lock: string): boolean {
  try {
    mkdirSync(lock);
  } catch {
    return false;
  }
  writeFileSync(join(lock, 'pid'), String(process.pid));
  return true;
}

function isAbandoned(lock: string): boolean {
  try {
    return !isAlive(Number(readFileSync(join(lock, 'pid'), 'utf8')));
  } catch {
    // Between making the folder and writing the number there is a moment; only an old folder without a number is abandoned.
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    return age > 5_000;
  }
}
