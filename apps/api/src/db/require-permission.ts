import type { Permission, Scope } from '@danku/domain/access/permissions.ts';

import { Problem } from '../problem.ts';
import type { Context } from './context.ts';

/**
 * For everything that is about no single document (those go through requireGate): may this person do it at all, by any
 * one of these rights? Returns how far the first right held reaches. Throws forbidden.
 */
export function requirePermission({ actor }: Pick<Context, 'actor'>, ...permissions: readonly Permission[]): Scope {
  const held = permissions.map((permission) => actor.grants[permission]).find((scope) => scope !== undefined);
  if (held === undefined) {
    throw new Problem('forbidden', { reasons: ['no-permission'], remedies: [{ code: 'ask-security-admin' }] });
  }
  return held;
}
