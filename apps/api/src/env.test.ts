import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvironmentError, readEnv, readLauncherEnv } from './env.ts';

const key = Buffer.alloc(32, 7);
const enough = { DATABASE_URL: 'postgresql://app_user:secret@localhost/danku', DANKU_MASTER_KEY: key.toString('base64') };

function faultsOf(source: Record<string, string>, read = readEnv): readonly string[] {
  try {
    read(source);
  } catch (error) {
    if (error instanceof EnvironmentError) {
      return error.faults;
    }
    throw error;
  }
  return [];
}

describe('the environment', () => {
  it('needs little and is frozen', () => {
    const env = readEnv(enough);
    expect(env).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      isHttps: false,
      isDemo: true,
      fileStore: 'disk',
      trustedProxies: 0,
    });
    expect(env.uploadLimitBytes).toBe(50 * 1024 * 1024);
    expect(env.databaseDirectUrl).toBe(enough.DATABASE_URL);
    expect(Object.isFrozen(env)).toBe(true);
  });

  it('lets the launcher provide database and key itself', () => {
    expect(readLauncherEnv({})).toMatchObject({ databaseUrl: undefined, masterKey: undefined, dataFolder: '.danku' });
    expect(faultsOf({})).toEqual([
      'DATABASE_URL is not given, but required here.',
      'DANKU_MASTER_KEY is not given, but required here.',
    ]);
  });

  it('lists every fault at once, with what is allowed, and echoes no secret', () => {
    const faults = faultsOf({
      PORT: '99999',
      DANKU_DEMO: 'yes',
      DANKU_URL: 'danku.example',
      DATABASE_URL: 'mysql://root:hunter2@db',
      DANKU_MASTER_KEY: 'hunter2',
      DANKU_UPLOAD_LIMIT_MB: '1e3',
      DANKU_FILE_STORE: 's3',
      S3_ACCESS_KEY_ID: 'id',
      LOG_LEVEL: 'loud',
    });
    expect(faults).toHaveLength(9);
    expect(faults).toContain('PORT is "99999": a port number from 0 to 65535 is allowed.');
    expect(faults).toContain('DANKU_DEMO is "yes": one of 1, 0 is allowed.');
    expect(faults).toContain('S3_BUCKET is not given, but required here.');
    expect(faults).toContain('S3_SECRET_ACCESS_KEY is not given, but required here.');
    expect(faults.join()).not.toContain('hunter2');
  });

  it('takes the key as base64 or hexadecimal', () => {
    expect(readEnv(enough).masterKey.equals(key)).toBe(true);
    expect(readEnv({ ...enough, DANKU_MASTER_KEY: key.toString('hex') }).masterKey.equals(key)).toBe(true);
    expect(faultsOf({ ...enough, DANKU_MASTER_KEY: key.subarray(1).toString('base64') })).toHaveLength(1);
  });

  it('reads secrets from files, and treats empty as not given', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'danku-')), 'url');
    writeFileSync(file, `${enough.DATABASE_URL}\n`);
    const { DATABASE_URL: url, ...rest } = enough;
    expect(readEnv({ ...rest, DATABASE_URL_FILE: file, DATABASE_URL: '', PORT: '' })).toMatchObject({
      databaseUrl: url,
      port: 3000,
    });
    expect(faultsOf({ ...enough, DATABASE_URL_FILE: file })).toHaveLength(1);
    expect(faultsOf({ ...rest, DATABASE_URL_FILE: `${file}.missing` })).toHaveLength(2);
  });

  it('makes cookies secure when the public address is https', () => {
    expect(readEnv({ ...enough, DANKU_URL: 'https://danku.example' }).isHttps).toBe(true);
  });
});
