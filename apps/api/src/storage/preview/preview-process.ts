import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { PreviewTask } from './preview-frames.ts';

const childPath = fileURLToPath(new URL('preview-child.ts', import.meta.url));
const heapMegabytes = 256;

/** Starts the child: a small heap, no right to write files or start programs, no variable of ours. */
export function startPreviewProcess(task: PreviewTask, cpuMilliseconds: number) {
  const flags = [
    `--max-old-space-size=${heapMegabytes}`,
    '--disable-warning=SecurityWarning',
    '--disable-warning=ExperimentalWarning',
    '--permission',
    '--allow-fs-read=*',
    '--allow-addons',
  ];
  // No variable of ours goes to the child, so no secret does; fewer allocator arenas keep its memory small.
  const env = { MALLOC_ARENA_MAX: '2', VIPS_CONCURRENCY: '1' };
  const command = [process.execPath, ...flags, childPath, JSON.stringify(task)];
  const [program = '', ...rest] = process.platform === 'win32' ? command : [...limitedShell(cpuMilliseconds), ...command];
  return spawn(program, rest, { env, stdio: ['pipe', 'pipe', 'ignore'] });
}

/** The kernel keeps a limit too, for a child stuck in a loop whose parent was killed and watches no more. */
function limitedShell(cpuMilliseconds: number): string[] {
  return ['/bin/sh', '-c', `ulimit -c 0; ulimit -t ${Math.ceil(cpuMilliseconds / 1000) + 5}; exec "$0" "$@"`];
}
