import { createHash, randomBytes } from 'node:crypto';

/** What a caller shows: a session cookie or an access token, hashed at once, and the organisation the call is about. */
export interface Credentials {
  kind: 'session' | 'token';
  /** SHA-256 of the secret, hex. */
  hash: string;
  /** Id or slug from `Danku-Tenant`; null when none was named. */
  tenant: string | null;
}

export const accessTokenPrefix = 'dk_';

/** A secret that is shown once. 256 random bits need no slow hash: SHA-256 of it is kept. */
export function createSecret(prefix = ''): { secret: string; hash: string } {
  const secret = `${prefix}${randomBytes(32).toString('base64url')}`;
  return { secret, hash: hashSecret(secret) };
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
