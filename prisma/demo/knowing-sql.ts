import type pg from 'pg';

import type { Sql } from '../../apps/api/src/db/tx.ts';

/** What was read of an organisation's settings and master data, by statement and values. */
export type Known = Map<string, pg.QueryResult>;

/** Nobody changes these while the papers are told. */
const settled = new Set(['app.document_types', 'app.tenant_settings', 'app.legal_entities', 'app.customers']);
const names = new Map<string, { name: string; isSettled: boolean }>();

/** Statements are prepared once per connection; with `known`, what reads only settled tables is asked once. */
export function knowingSql(client: pg.ClientBase, known?: Known): Sql {
  return {
    query: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) => {
      const { name, isSettled } = nameOf(text);
      const ask = () => client.query<Row>({ name, text, values: [...values] });
      if (known === undefined || !isSettled) {
        return ask();
      }
      const key = `${name} ${JSON.stringify(values)}`;
      const result: pg.QueryResult<Row> = known.get(key) ?? (await ask());
      known.set(key, result);
      return result;
    },
  };
}

function nameOf(text: string): { name: string; isSettled: boolean } {
  const found = names.get(text);
  if (found !== undefined) {
    return found;
  }
  const tables = text.match(/\b(app|infra|identity)\.\w+/g) ?? [];
  const isReading = /^\s*SELECT\b/.test(text) && !/\bFOR (UPDATE|SHARE)\b|_lock/.test(text);
  const made = {
    name: `demo-${names.size}`,
    isSettled: isReading && tables.length > 0 && tables.every((table) => settled.has(table)),
  };
  names.set(text, made);
  return made;
}
