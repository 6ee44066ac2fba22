import pg from 'pg';

import type { TestServer } from './server.ts';

/** Asks the database as superuser, past row level security: for what the code under test left behind. */
export async function lookAt<Row extends pg.QueryResultRow>(
  { testDatabase }: TestServer,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: testDatabase.superuserUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
