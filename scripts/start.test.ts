import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAlive } from './database/folder-lock.ts';
import { freePort } from './database/free-port.ts';
import { buildWeb } from './launch/web-build.ts';

type Started = { child: ChildProcess; said: () => string; ended: Promise<number | null> };

const dataFolder = mkdtempSync(join(tmpdir(), 'danku-start-'));
const postmasterFile = join(dataFolder, 'postgres/cluster/postmaster.pid');
let port = 0;

function start(environment: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'start.ts')], {
    env: { ...process.env, NODE_ENV: '', PORT: String(port), DANKU_DATA: dataFolder, DANKU_DEMO: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((done) => child.on('close', done));
  return { child, said: () => text, ended };
}

/** Milliseconds until everything is announced as running. */
async function untilReady({ said, child }: Started): Promise<number> {
  const began = performance.now();
  while (!said().includes('Ctrl-C stops everything')) {
    if (child.exitCode !== null || performance.now() - began > 40_000) {
      throw new Error(`Not started:\n${said()}`);
    }
    await sleep(20);
  }
  return performance.now() - began;
}

const isServing = (): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    (reply) => reply.ok,
    () => false,
  );

beforeAll(async () => {
  // A system user of its own must be able to reach the cluster where the tests run as root.
  chmodSync(dataFolder, 0o755);
  port = await freePort(0);
  await buildWeb();
});
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

describe('npm start', () => {
  it('starts, refuses a second launcher of the same data, and survives kill -9 of each of its processes', async () => {
    const first = start();
    await untilReady(first);
    expect(await isServing()).toBe(true);
    expect(first.said()).toMatch(/\/set-up\/\S{30,}/);

    const second = start({ PORT: '0' });
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`already runs with ${dataFolder}`);

    first.child.kill('SIGKILL');
    await first.ended;
    const postmaster = Number(readFileSync(postmasterFile, 'utf8').split('\n')[0]);
    expect(isAlive(postmaster)).toBe(true);

    const third = start();
    expect(await untilReady(third)).toBeLessThan(25_000);
    expect(Number(readFileSync(postmasterFile, 'utf8').split('\n')[0])).toBe(postmaster);
    process.kill(postmaster, 'SIGKILL');
    await sleep(500);
    for (let waited = 0; waited < 15_000 && third.child.exitCode === null && !(await isServing()); waited += 100) {
      await sleep(100);
    }
    expect(await isServing(), third.said()).toBe(true);

    third.child.kill('SIGINT');
    expect(await third.ended).toBe(0);
    expect(existsSync(postmasterFile)).toBe(false);
    expect(await isServing()).toBe(false);
  });

  it('lists every fault of the environment and starts nothing', async () => {
    const refused = start({ DANKU_DEMO: 'maybe', LOG_LEVEL: 'loud' });
    expect(await refused.ended).toBe(1);
    expect(refused.said()).toContain('DANKU_DEMO is "maybe"');
    expect(refused.said()).toContain('LOG_LEVEL is "loud"');
    expect(existsSync(postmasterFile)).toBe(false);
  });

  it('says which port is taken', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    const refused = start();
    expect(await refused.ended).toBe(1);
    expect(refused.said()).toContain(`Port ${port} of 127.0.0.1 cannot be used (EADDRINUSE)`);
    await new Promise((closed) => other.close(closed));
  });
});
