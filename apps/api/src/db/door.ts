import type pg from 'pg';

import { Problem } from '../problem.ts';
import type { Account } from './account.ts';
import type { Actor } from './actor.ts';
import type { Database } from './client.ts';
import type { Credentials } from './credentials.ts';
import { actorOf, memberColumns, type MemberRow, type Occasion } from './member-actor.ts';
import { leaveTraces, transact, txOf } from './tenant.ts';
import type { Tx } from './tx.ts';

export interface Opened {
  tx: Tx;
  account: Account;
  /** Null when the call names no organisation of this account. */
  actor: Actor | null;
  /** The roles of the actor with their names, for `me`. */
  roles: { key: string; name: string }[];
}

export interface Visit {
  now: Date;
  ip: string | null;
  requestId: string | null;
  sessionIdleMinutes: number;
}

/**
 * The door for HTTP. One message begins the transaction, finds session or token, account, organisation, member, roles
 * and sets the tenant; then the work runs in it. Throws unauthenticated.
 */
export async function openDoor<T>(
  database: Database,
  credentials: Credentials,
  visit: Visit,
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  let actor: Actor | undefined;
  let isStale = false;
  try {
    return await transact(
      database,
      beginStatement(credentials, visit),
      async (client, { rows: [row] }: pg.QueryResult<DoorRow>) => {
        if (row === undefined) {
          throw new Problem('unauthenticated');
        }
        const opened = openedOf(row, client, visit);
        actor = opened.actor ?? undefined;
        isStale = visit.now.getTime() - row.lastUsedAt.getTime() > 60_000;
        return work(opened);
      },
    );
  } catch (error) {
    if (actor !== undefined) {
      await leaveTraces(database, actor, () => Promise.reject(error));
    }
    throw error;
  } finally {
    if (isStale) {
      void touch(database, credentials, visit.now);
    }
  }
}

interface DoorRow extends Account, Partial<Omit<MemberRow, 'roles' | 'accountId'>>, Pick<MemberRow, 'roles'> {
  lastUsedAt: Date;
  permissions: string[] | null;
}

function openedOf(row: DoorRow, client: pg.ClientBase, { now, ip, requestId }: Visit): Opened {
  const { id, email, name, locale, preferences, sessionId, permissions } = row;
  const account = { id, email, name, locale, preferences, sessionId };
  const occasion: Occasion = { via: sessionId === null ? 'token' : 'session', sessionId, ip, requestId, now };
  const member = memberOf(row);
  return {
    tx: txOf(client, member?.tenantId ?? ''),
    account,
    actor: member === null ? null : actorOf(member, occasion, permissions),
    roles: row.roles.map((role) => ({ key: role.key, name: role.name })),
  };
}

function memberOf(row: DoorRow): MemberRow | null {
  const { tenantId, memberId, memberName, timeZone, currency, roles, customerGroupIds } = row;
  if (!tenantId || !memberId || !memberName || !timeZone || !currency) {
    return null;
  }
  return {
    tenantId,
    memberId,
    accountId: row.id,
    memberName,
    timeZone,
    currency,
    roles,
    customerGroupIds: customerGroupIds ?? [],
  };
}

const hashShape = /^[0-9a-f]{64}$/;
const tenantShape = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[a-z0-9][a-z0-9-]{1,38})$/;

/** Values stand in the text because one message of several statements takes no parameters; each is checked to be harmless. */
function beginStatement(credentials: Credentials, { now, sessionIdleMinutes }: Visit): string {
  if (!hashShape.test(credentials.hash)) {
    throw new Problem('unauthenticated');
  }
  const idleSince = new Date(now.getTime() - sessionIdleMinutes * 60_000).toISOString();
  const holder =
    credentials.kind === 'session' ? sessionHolder(credentials.hash, now, idleSince) : tokenHolder(credentials.hash, now);
  return `BEGIN;
    SELECT set_config('app.tenant_id', coalesce((
      SELECT ms.tenant_id::text FROM ${holder} h
      JOIN identity.memberships ms ON ms.account_id = h.account_id AND ms.is_active
      JOIN identity.organisations o ON o.id = ms.tenant_id
      WHERE (h.tenant_id IS NULL OR h.tenant_id = ms.tenant_id) AND ${tenantCondition(credentials.tenant)}), ''), true);
    SELECT a.id, a.email, a.name, a.locale, a.preferences, h.session_id AS "sessionId", h.last_used_at AS "lastUsedAt", h.permissions, ${memberColumns}
    FROM ${holder} h
    JOIN identity.accounts a ON a.id = h.account_id
    LEFT JOIN app.members m ON m.account_id = a.id AND m.is_active
    LEFT JOIN app.tenant_settings t ON t.tenant_id = m.tenant_id
    WHERE a.disabled_at IS NULL`;
}

/** Without a name, the one organisation a person belongs to is meant. */
function tenantCondition(tenant: string | null): string {
  if (tenant === null) {
    return `(h.tenant_id IS NOT NULL OR
      NOT EXISTS (SELECT FROM identity.memberships x WHERE x.account_id = ms.account_id AND x.is_active AND x.tenant_id <> ms.tenant_id))`;
  }
  return tenantShape.test(tenant) ? `(o.id::text = '${tenant}' OR o.slug = '${tenant}')` : 'false';
}

function sessionHolder(hash: string, now: Date, idleSince: string): string {
  return `(SELECT s.account_id, s.id AS session_id, s.last_seen_at AS last_used_at, NULL::uuid AS tenant_id, NULL::text[] AS permissions
    FROM identity.sessions s WHERE s.token_hash = '${hash}' AND s.revoked_at IS NULL
      AND s.expires_at > '${now.toISOString()}' AND s.last_seen_at > '${idleSince}')`;
}

function tokenHolder(hash: string, now: Date): string {
  return `(SELECT k.account_id, NULL::uuid AS session_id, coalesce(k.last_used_at, k.created_at) AS last_used_at, k.tenant_id, k.permissions
    FROM identity.access_tokens k WHERE k.token_hash = '${hash}' AND k.revoked_at IS NULL AND k.expires_at > '${now.toISOString()}')`;
}

/** When a session was last used is kept to the minute, after the transaction: parallel calls of one session must not wait for its row. */
async function touch({ pool }: Database, { kind, hash }: Credentials, now: Date): Promise<void> {
  const [table, column] = kind === 'session' ? ['sessions', 'last_seen_at'] : ['access_tokens', 'last_used_at'];
  await pool
    .query(`UPDATE identity.${table} SET ${column} = $2 WHERE token_hash = $1 AND (${column} IS NULL OR ${column} < $2)`, [
      hash,
      now,
    ])
    .catch(() => undefined);
}
