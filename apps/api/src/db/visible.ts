import type { Permission } from '@danku/domain/access/permissions.ts';

import type { Actor } from './actor.ts';
import type { Binder } from './binder.ts';

/**
 * The SQL condition for the documents (or work items) a right reaches: the same rule as the Gate's isInScope, for lists.
 * `alias` names a table with customer_group_id and owner_id; `creator` is the column of who made the document.
 */
export function visibleWhere(
  actor: Pick<Actor, 'grants' | 'memberId' | 'customerGroupIds'>,
  { bind }: Binder,
  {
    permission = 'document.read',
    alias = 'd',
    creator = `${alias}.created_by`,
  }: { permission?: Permission; alias?: string; creator?: string } = {},
): string {
  const scope = actor.grants[permission];
  if (scope === undefined) {
    return 'false';
  }
  if (scope === 'all') {
    return 'true';
  }
  const me = bind(actor.memberId);
  const own = `(${creator} = ${me}::uuid OR ${alias}.owner_id = ${me}::uuid)`;
  return scope === 'own' ? own : `(${own} OR ${alias}.customer_group_id = ANY (${bind(actor.customerGroupIds)}::uuid[]))`;
}
