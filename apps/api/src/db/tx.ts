import type pg from 'pg';

import type { Prisma } from './prisma.ts';

/** Statements in the running transaction. Rows are typed by whoever wrote the SELECT list. */
export interface Sql {
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<pg.QueryResult<Row>>;
}

/** One transaction with two handles on one connection: `sql` for hot statements, `prisma` for ordinary work. */
export interface Tx {
  sql: Sql;
  prisma: Prisma;
  tenantId: string;
}
