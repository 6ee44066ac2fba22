import type pg from 'pg';

import { Problem } from '../problem.ts';
import { systemMemberId, type Actor } from './actor.ts';
import type { Database } from './client.ts';
import { bindPrisma, prisma } from './prisma.ts';
import { record } from './record.ts';
import type { Sql, Tx } from './tx.ts';

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A setting takes no parameter, so only what is a UUID is ever written into the text. */
export function requireUuid(id: string): string {
  if (!uuidShape.test(id)) {
    throw new RangeError('This is no id in lower case.');
  }
  return id;
}

/**
 * The only door to an organisation's data, for an actor who is known: worker, seed, command line. One transaction; what
 * the work returns is returned after the commit, what it throws after the rollback.
 */
export async function withTenant<T>(database: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const tenantId = requireUuid(actor.tenantId);
  const begin = `BEGIN; SELECT set_config('app.tenant_id', '${tenantId}', true)`;
  return leaveTraces(database, actor, () => transact(database, begin, (client) => work(txOf(client, tenantId))));
}

/** A transaction that belongs to no organisation: only accounts, sessions and links (schema identity) can be seen in it. */
export async function withoutTenant<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(database, `BEGIN; SELECT set_config('app.tenant_id', '', true)`, (client) => work(txOf(client, '')));
}

/** Inside `withoutTenant`: goes on as this organisation, once it is known. */
export async function enterTenant(tx: Tx, tenantId: string): Promise<Tx> {
  await tx.sql.query(`SELECT set_config('app.tenant_id', $1, true)`, [requireUuid(tenantId)]);
  return { ...tx, tenantId };
}

export function txOf(client: pg.ClientBase, tenantId: string): Tx {
  return { sql: sqlOf(client), prisma, tenantId };
}

function sqlOf(client: pg.ClientBase): Sql {
  return {
    query: <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) => client.query<Row>(text, [...values]),
  };
}

/** `begin` is one message that may hold several statements; its last result goes to the work. */
export async function transact<T>(
  database: Database,
  begin: string,
  work: (client: pg.PoolClient, opened: pg.QueryResult) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect();
  try {
    const opened = lastOf(await client.query(begin));
    const result = await bindPrisma(client, () => work(client, opened));
    const end = await client.query('COMMIT');
    if (end.command !== 'COMMIT') {
      // A statement failed and its error was swallowed: PostgreSQL answers COMMIT with ROLLBACK.
      throw new Error('The transaction was rolled back by an earlier error.');
    }
    client.release();
    return result;
  } catch (error) {
    const isBroken = await client.query('ROLLBACK').then(
      () => false,
      () => true,
    );
    client.release(isBroken);
    throw error;
  }
}

/** A message of several statements has several results, which pg's types do not say. */
function lastOf(results: pg.QueryResult | pg.QueryResult[]): pg.QueryResult {
  const last = Array.isArray(results) ? results.at(-1) : results;
  if (last === undefined) {
    throw new Error('The database answered nothing.');
  }
  return last;
}

/** Refusals belong in the log although their transaction is rolled back. */
export async function leaveTraces<T>(database: Database, actor: Actor, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const traces = error instanceof Problem ? (error.facts.leaves ?? []) : [];
    if (traces.length > 0 && actor.memberId !== systemMemberId) {
      await withTenant(database, actor, (tx) => record({ tx, actor, now: actor.now }, traces));
    }
    throw error;
  }
}
