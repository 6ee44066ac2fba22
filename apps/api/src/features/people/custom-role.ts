import type { Permission } from '@danku/domain/access/permissions.ts';
import { administratorPermissions } from '@danku/domain/access/roles.ts';

import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';

/** The key of a custom role comes from its name, so that the database itself keeps two roles from having one name. */
export function customKeyOf(name: string): string {
  return `custom-${name.normalize('NFKC').trim().toLowerCase()}`;
}

/** What belongs to one administrator alone is in no custom role. Throws invalid at the place of each such right. */
export function requireBusinessRights(permissions: readonly Permission[]): void {
  const errors = permissions.flatMap((permission, index) =>
    administratorPermissions.includes(permission) ? [{ path: `/permissions/${index}`, code: 'administrator-only' }] : [],
  );
  if (errors.length > 0) {
    throw new Problem('invalid', { errors });
  }
}

/** Throws already-exists. */
export async function requireFreeKey({ tx }: Pick<Context, 'tx'>, key: string, exceptId: string | null = null): Promise<void> {
  const { rowCount } = await tx.sql.query('SELECT FROM app.roles WHERE key = $1 AND id IS DISTINCT FROM $2', [key, exceptId]);
  if (rowCount !== 0) {
    throw new Problem('already-exists', { errors: [{ path: '/name', code: 'duplicate' }] });
  }
}
