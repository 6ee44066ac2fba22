import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The key of the data folder, made once. Whoever has the database and the files but not this key can read no file, so
 * it belongs into the backup, in another place than the rest.
 */
export function keepMasterKey(dataFolder: string): Buffer {
  const file = join(dataFolder, 'master.key');
  if (!existsSync(file)) {
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32) {
    throw new Error(
      `${file} does not hold a key of 32 bytes in base64. Put it back from a backup: without it no stored file can be read.`,
    );
  }
  return key;
}

/** The same password every time, so that several servers of one database agree on it without telling each other. */
export function passwordFrom(masterKey: Buffer, role: string): string {
  return Buffer.from(hkdfSync('sha256', masterKey, '', `danku database role ${role}`, 24)).toString('base64url');
}
