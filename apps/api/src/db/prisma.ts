import { AsyncLocalStorage } from 'node:async_hooks';

import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';

import { PrismaClient } from './generated/client.ts';

const current = new AsyncLocalStorage<pg.ClientBase>();

/** Prisma's nested writes want a transaction of their own; inside the door's they become savepoints. */
const savepoints = new Map([
  ['BEGIN', 'SAVEPOINT nested'],
  ['COMMIT', 'RELEASE SAVEPOINT nested'],
  ['ROLLBACK', 'ROLLBACK TO SAVEPOINT nested'],
]);

function connection(): pg.ClientBase {
  const client = current.getStore();
  if (client === undefined) {
    throw new Error('The database is used outside the door: open it with withTenant.');
  }
  return client;
}

const nothing = () => undefined;

/** Looks like a pool to Prisma, and is always the one connection of the running transaction. */
const requestPool = Object.assign(new pg.Pool({ max: 0 }), {
  query: (query: pg.QueryConfig) => connection().query(query),
  connect: async () => {
    const client = connection();
    const query = (given: pg.QueryConfig) => client.query({ ...given, text: savepoints.get(given.text) ?? given.text });
    return { query, on: nothing, off: nothing, removeListener: nothing, release: nothing };
  },
});

export const prisma = new PrismaClient({ adapter: new PrismaPg(requestPool) });
export type Prisma = typeof prisma;

/** Runs the work with Prisma bound to this connection. Prisma's promises are lazy, so they are awaited inside. */
export function bindPrisma<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  return current.run(client, async () => await work());
}
