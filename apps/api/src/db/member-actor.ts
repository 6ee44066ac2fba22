import { isPermission, joinGrants, scopes, type Grants, type Permission } from '@danku/domain/access/permissions.ts';
import type pg from 'pg';

import type { Actor } from './actor.ts';
import type { Database } from './client.ts';
import { requireUuid, transact } from './tenant.ts';

/** The columns that make an actor of a member `m` under the tenant's policies; LEFT JOINs, so that they may all be null. */
export const memberColumns = `
  m.tenant_id AS "tenantId", m.id AS "memberId", m.account_id AS "accountId", m.name AS "memberName",
  t.time_zone AS "timeZone", t.currency,
  coalesce((SELECT jsonb_agg(jsonb_build_object('key', r.key, 'name', r.name, 'permissions', r.permissions, 'scope', r.scope))
    FROM app.member_roles mr JOIN app.roles r ON r.id = mr.role_id WHERE mr.member_id = m.id), '[]') AS roles,
  ARRAY(SELECT g.group_id FROM app.member_customer_groups g WHERE g.member_id = m.id) AS "customerGroupIds"`;

export interface MemberRow {
  tenantId: string;
  memberId: string;
  accountId: string;
  memberName: string;
  timeZone: string;
  currency: string;
  roles: { key: string; name: string; permissions: string[]; scope: string }[];
  customerGroupIds: string[];
}

export type Occasion = Pick<Actor, 'via' | 'sessionId' | 'ip' | 'requestId' | 'now'>;

export function actorOf(row: MemberRow, occasion: Occasion, narrowedTo: readonly string[] | null = null): Actor {
  const held = grantsOf(row);
  return {
    ...occasion,
    tenantId: row.tenantId,
    memberId: row.memberId,
    accountId: row.accountId,
    name: row.memberName,
    roleKeys: row.roles.map(({ key }) => key),
    grants: narrow(held, narrowedTo),
    isReviewer: held['document.review'] !== undefined,
    customerGroupIds: row.customerGroupIds,
    timeZone: row.timeZone,
    currency: row.currency,
  };
}

/** A member as actor without their session: a reaction that finishes what they began, the demo's history. Throws when there is none. */
export async function memberActor(
  database: Database,
  {
    tenantId,
    memberId,
    now = new Date(),
    via = 'system',
  }: { tenantId: string; memberId: string; now?: Date; via?: 'system' | 'cli' },
): Promise<Actor> {
  const tenant = requireUuid(tenantId);
  const begin = `BEGIN; SELECT set_config('app.tenant_id', '${tenant}', true);
    SELECT ${memberColumns} FROM app.members m JOIN app.tenant_settings t ON true WHERE m.id = '${requireUuid(memberId)}' AND m.is_active`;
  return transact(database, begin, async (_, opened: pg.QueryResult<MemberRow>) => {
    const [row] = opened.rows;
    if (row === undefined) {
      throw new Error(`There is no active member ${memberId}.`);
    }
    return actorOf(row, { via, sessionId: null, ip: null, requestId: null, now });
  });
}

function grantsOf({ roles }: MemberRow): Grants {
  return joinGrants(
    roles.map((role) => ({
      permissions: role.permissions.filter((name) => isPermission(name)),
      scope: scopes.find((scope) => scope === role.scope) ?? 'own',
    })),
  );
}

/** A token carries at most what its owner may do now. */
function narrow(grants: Grants, to: readonly string[] | null): Grants {
  if (to === null) {
    return grants;
  }
  const kept: Grants = {};
  for (const permission of to.filter((name): name is Permission => isPermission(name))) {
    const scope = grants[permission];
    if (scope !== undefined) {
      kept[permission] = scope;
    }
  }
  return kept;
}
