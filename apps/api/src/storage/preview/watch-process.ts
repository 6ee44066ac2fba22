import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

export type Usage = { bytes: number; cpuMilliseconds: number };
const run = promisify(execFile);

/** Linux counts in pages and in ticks of 10 ms on every machine Node runs on. */
const pageSize = 4096;
const tick = 10;

/** Resident memory and CPU time of a process; undefined when it is gone or the system does not tell. */
export async function usageOf(pid: number): Promise<Usage | undefined> {
  try {
    return process.platform === 'linux' ? await usageFromProc(pid) : await usageFromPs(pid);
  } catch {
    return undefined;
  }
}

async function usageFromProc(pid: number): Promise<Usage> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The second field is the program's name and may hold blanks and brackets.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user = 0, system = 0] = [fields[11], fields[12]];
  return { cpuMilliseconds: (user + system) * tick, bytes: (fields[21] ?? 0) * pageSize };
}

async function usageFromPs(pid: number): Promise<Usage> {
  const { stdout } = await run('ps', ['-o', 'rss=,time=', '-p', String(pid)]);
  const [kibibytes = '0', time = '0'] = stdout.trim().split(/\s+/);
  const seconds = time.split(/[:-]/).reduce((total, part) => total * 60 + Number.parseFloat(part), 0);
  return { bytes: Number(kibibytes) * 1024, cpuMilliseconds: seconds * 1000 };
}
