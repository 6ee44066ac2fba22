import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { createDatabase } from './db/client.ts';
import type { Services } from './db/context.ts';
import { createTenantKeys } from './db/tenant-keys.ts';
import type { Env } from './env.ts';
import { createLog } from './http/log.ts';
import { createSignInLimits } from './http/rate-limit.ts';
import { createDiskBackend } from './storage/disk-backend.ts';
import { createFileStore } from './storage/file-store.ts';
import { createS3Backend } from './storage/s3-backend.ts';
import type { StorageBackend } from './storage/storage-backend.ts';

/** Everything a process has one of, as the environment says. `close` ends the connections. */
export function createServices(env: Env): Services & { close: () => Promise<void> } {
  const log = createLog(env.logLevel);
  const database = createDatabase({
    url: env.databaseUrl,
    size: env.poolSize,
    onError: (error) => log.warn({ error: error.message }, 'connection lost'),
  });
  return {
    database,
    files: createFileStore({ backend: backendOf(env), tenantKey: createTenantKeys(database, env.masterKey) }),
    signInLimits: createSignInLimits(database),
    clock: () => new Date(),
    log,
    settings: {
      publicUrl: (env.publicUrl ?? `http://localhost:${env.port}`).replace(/\/$/, ''),
      isHttps: env.isHttps,
      isDemo: env.isDemo,
      uploadLimitBytes: env.uploadLimitBytes,
      masterKey: env.masterKey,
      sessionIdleMinutes: env.sessionIdleMinutes,
      sessionAbsoluteHours: env.sessionAbsoluteHours,
      trustedProxies: env.trustedProxies,
      version: readVersion(),
      checksReplies: false,
    },
    close: () => database.close(),
  };
}

function backendOf({ fileStore, dataFolder, s3 }: Env): StorageBackend {
  if (fileStore === 'disk' || s3.bucket === undefined) {
    return createDiskBackend(join(dataFolder, 'files'));
  }
  const { accessKeyId, secretAccessKey, endpoint, region, bucket } = s3;
  const credentials =
    accessKeyId === undefined || secretAccessKey === undefined ? {} : { credentials: { accessKeyId, secretAccessKey } };
  const ownServer = endpoint === undefined ? {} : { endpoint, forcePathStyle: true };
  return createS3Backend({ bucket, client: { region, ...ownServer, ...credentials } });
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'));
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return hasVersion ? String(manifest.version) : 'unknown';
}
