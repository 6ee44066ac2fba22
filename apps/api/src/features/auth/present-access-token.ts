import type { AccessToken } from '@danku/contract/auth.ts';
import { isPermission } from '@danku/domain/access/permissions.ts';

export interface AccessTokenRow {
  id: string;
  name: string;
  permissions: string[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
}

export const accessTokenColumns = `id, name, permissions, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt"`;

export function presentAccessToken({ id, name, permissions, createdAt, expiresAt, lastUsedAt }: AccessTokenRow): AccessToken {
  return {
    id,
    name,
    permissions: permissions.filter((permission) => isPermission(permission)),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
