import type pg from 'pg';

import type { Actor } from '../../apps/api/src/db/actor.ts';
import type { Context, Services } from '../../apps/api/src/db/context.ts';
import { prisma } from '../../apps/api/src/db/prisma.ts';
import { requireUuid, transact } from '../../apps/api/src/db/tenant.ts';
import type { Tx } from '../../apps/api/src/db/tx.ts';
import { knowingSql, type Known } from './knowing-sql.ts';

/** Makes the context of one act: who does it, and when in the history. */
export type Act = (actor: Actor, now: Date) => Context;

/**
 * The door to one organisation for many acts in one transaction, each with its own person and time. A commit does not
 * wait for the disk: whoever loses a demo loads it again. Plans are made once, as thousands of acts are alike.
 */
export function inOneTransaction<T>(
  services: Services,
  tenantId: string,
  work: (act: Act) => Promise<T>,
  known?: Known,
): Promise<T> {
  const begin = `BEGIN; SET LOCAL synchronous_commit = off; SET LOCAL plan_cache_mode = force_generic_plan;
    SELECT set_config('app.tenant_id', '${requireUuid(tenantId)}', true)`;
  return transact(services.database, begin, async (client) => {
    await forgetOldPlans(client);
    const tx: Tx = { sql: knowingSql(client, known), prisma, tenantId };
    return work((actor, now) => ({ tx, actor: { ...actor, now }, now, services }));
  });
}

/** After so many transactions of a connection the tables have grown, and a plan made when they were nearly empty is a bad one. */
const replanAt = new Set([3, 8, 20, 50, 100, 200]);
const transactions = new WeakMap<pg.ClientBase, number>();

async function forgetOldPlans(client: pg.ClientBase): Promise<void> {
  const count = (transactions.get(client) ?? 0) + 1;
  transactions.set(client, count);
  if (replanAt.has(count)) {
    await client.query('DISCARD PLANS');
  }
}

/** Works through the list with so many at a time; the first failure ends it. */
export async function inParallel<T>(list: readonly T[], workers: number, work: (item: T) => Promise<void>): Promise<void> {
  const rest = list.values();
  const run = async () => {
    for (const item of rest) {
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: workers }, run));
}
