import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { createTenantKeys } from '../../db/tenant-keys.ts';
import { createDiskBackend } from '../../storage/disk-backend.ts';
import { createFileStore } from '../../storage/file-store.ts';
import { startTestServer, type TestServer } from '../server.ts';

export interface ChildServer {
  /** The factories' and callers' server: the address of the child, its database and its file store. */
  server: TestServer;
  dataFolder: string;
  start: () => Promise<void>;
  /** SIGKILL: nothing of the process runs any more when this returns. */
  kill: () => Promise<void>;
  close: () => Promise<void>;
}

/** The product as it is started, server and worker in a process of its own that can be killed and started again. */
export async function createChildServer(): Promise<ChildServer> {
  const masterKey = randomBytes(32);
  const inner = await startTestServer({ masterKey });
  const dataFolder = await mkdtemp(join(tmpdir(), 'danku-kill-'));
  const port = await freePort();
  const { database } = inner.services;
  const files = createFileStore({
    backend: createDiskBackend(join(dataFolder, 'files')),
    tenantKey: createTenantKeys(database, masterKey),
  });
  const server: TestServer = { ...inner, url: `http://127.0.0.1:${port}`, services: { ...inner.services, files } };
  const env = {
    PORT: String(port),
    DATABASE_URL: inner.testDatabase.appUrl,
    DANKU_DATA: dataFolder,
    DANKU_MASTER_KEY: masterKey.toString('base64'),
    DANKU_DEMO: '0',
    DANKU_URL: server.url,
    LOG_LEVEL: 'error',
    // The same code starts again and again.
    NODE_COMPILE_CACHE: join(dataFolder, 'compiled'),
  };
  let child: ChildProcess | undefined;

  async function kill(): Promise<void> {
    const ending = child;
    child = undefined;
    if (ending !== undefined && ending.exitCode === null) {
      ending.kill('SIGKILL');
      await once(ending, 'exit');
    }
  }

  return {
    server,
    dataFolder,
    start: async () => {
      child = spawn(process.execPath, [join(import.meta.dirname, '../../main.ts')], {
        env,
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      await ready(`${server.url}/readyz`, child);
    },
    kill,
    close: async () => {
      await kill();
      await inner.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const isReady = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) {
      return;
    }
    await sleep(50);
  }
  throw new Error('The server did not start.');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
