import { z } from 'zod';

import { Problem } from '../problem.ts';

/** A list is read by its last row's sort values, never by an offset. The cursor is opaque to callers. */
export function writeCursor(values: readonly unknown[]): string {
  return Buffer.from(
    JSON.stringify(values, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)),
  ).toString('base64url');
}

/** The sort values after which the page begins, or null for the first page. Throws `invalid` for what is no cursor of this list. */
export function readCursor<S extends z.core.$ZodType>(cursor: string | undefined, shape: S): z.output<S> | null {
  if (cursor === undefined) {
    return null;
  }
  const parsed = z.safeParse(shape, parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success) {
    throw new Problem('invalid', { errors: [{ path: '/cursor', code: 'invalid-value' }] });
  }
  return parsed.data;
}

/** Ask the database for one row more than the limit: it tells whether there is a next page. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  { present, keyOf }: { present: (row: Row) => Item; keyOf: (row: Row) => readonly unknown[] },
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(present), next: rows.length > limit && last !== undefined ? writeCursor(keyOf(last)) : null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
