import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type Child = { name: string; script: string; env: NodeJS.ProcessEnv; output: number | 'inherit' };

const root = join(import.meta.dirname, '../..');
const preload = join(import.meta.dirname, 'stop-with-launcher.ts');
const gracePeriod = 15_000;
/** A process that gives up by itself sooner than this after its start would only do so again. */
const healthyAfter = 10_000;
/** So many crashes within a minute are no accident. */
const mostCrashes = 5;

/** Runs server and worker, starts one again that crashes after it had been running well, and stops them in order. */
export function superviseChildren(children: readonly Child[], onFailure: (message: string) => void) {
  const running = new Map<string, ChildProcess>();
  let isStopping = false;
  let crashes: number[] = [];

  function launch(child: Child): void {
    const started = Date.now();
    const handle = spawn(process.execPath, ['--import', preload, join(root, child.script)], {
      cwd: root,
      env: child.env,
      // A group of its own, so that Ctrl-C reaches it through us, once.
      detached: true,
      stdio: ['ignore', child.output, 'inherit', 'ipc'],
    });
    running.set(child.name, handle);
    handle.on('exit', (code, signal) => {
      running.delete(child.name);
      if (isStopping) {
        return;
      }
      const reason = `The ${child.name} ended unexpectedly (${signal ?? `code ${code}`}).`;
      crashes = [...crashes.filter((at) => at > Date.now() - 60_000), Date.now()];
      const gaveUp = signal === null && Date.now() - started < healthyAfter;
      if (gaveUp || crashes.length > mostCrashes) {
        onFailure(reason);
        return;
      }
      process.stderr.write(`${reason} Starting it again.\n`);
      launch(child);
    });
  }

  children.forEach(launch);

  return {
    async stop(): Promise<void> {
      isStopping = true;
      signalAll('SIGTERM');
      for (let waited = 0; running.size > 0 && waited < gracePeriod; waited += 20) {
        await sleep(20);
      }
      signalAll('SIGKILL');
    },
  };

  function signalAll(signal: NodeJS.Signals): void {
    running.forEach((handle) => handle.kill(signal));
  }
}
