import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createApp } from '../app.ts';
import { createDatabase } from '../db/client.ts';
import type { Services, Settings } from '../db/context.ts';
import { createTenantKeys } from '../db/tenant-keys.ts';
import type { Api } from '../http/api.ts';
import { createLog } from '../http/log.ts';
import { createSignInLimits } from '../http/rate-limit.ts';
import { createDiskBackend } from '../storage/disk-backend.ts';
import { createFileStore } from '../storage/file-store.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

export interface TestServer {
  url: string;
  api: Api;
  services: Services;
  /** For looking past row level security; the server itself connects as app_user. */
  testDatabase: TestDatabase;
  /** Every line the server logged. */
  logLines: string[];
  fileFolder: string;
  /** Moves the server's clock; it stands still otherwise only if `at` was given. */
  setTime: (at: Date) => void;
  close: () => Promise<void>;
}

/** The real server on a free port, with a database and a file store of its own. One per test file: `beforeAll`, and `close` in `afterAll`. */
export async function startTestServer(given: Partial<Settings> = {}): Promise<TestServer> {
  const testDatabase = await createTestDatabase();
  const fileFolder = await mkdtemp(join(tmpdir(), 'danku-test-'));
  const logLines: string[] = [];
  let offset = 0;
  const database = createDatabase({ url: testDatabase.appUrl, size: 12 });
  const masterKey = given.masterKey ?? randomBytes(32);
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const services: Services = {
    database,
    files: createFileStore({ backend: createDiskBackend(fileFolder), tenantKey: createTenantKeys(database, masterKey) }),
    settings: { ...defaults, publicUrl: url, ...given, masterKey },
    signInLimits: createSignInLimits(database),
    clock: () => new Date(Date.now() + offset),
    log: createLog('info', { write: (line) => keepLine(logLines, line) }),
  };
  const { app, api } = createApp(services, { webFolder: fileFolder, requestsPerMinute: 1_000_000 });
  server.on('request', app);
  return {
    url,
    api,
    services,
    testDatabase,
    logLines,
    fileFolder,
    setTime: (at) => (offset = at.getTime() - Date.now()),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await database.close();
      await testDatabase.drop();
      await rm(fileFolder, { recursive: true, force: true });
    },
  };
}

/** A fault of the server itself is shown at once, as a test sees only that the answer was 500. */
function keepLine(lines: string[], line: string): void {
  lines.push(line);
  if (line.includes('"level":"error"')) {
    process.stderr.write(line);
  }
}

const defaults: Omit<Settings, 'masterKey' | 'publicUrl'> = {
  isHttps: false,
  isDemo: false,
  uploadLimitBytes: 5 * 1024 * 1024,
  sessionIdleMinutes: 60,
  sessionAbsoluteHours: 12,
  trustedProxies: 0,
  version: 'test',
  checksReplies: true,
};
