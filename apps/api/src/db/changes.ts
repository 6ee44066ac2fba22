import type { Change } from '@danku/domain/events.ts';

/** What differs between a row as it was and as it is to be, for the log; `keys` names what people may change. */
export function changesOf<K extends string>(
  before: Partial<Record<K, unknown>>,
  after: Partial<Record<K, unknown>>,
  keys: readonly K[],
): Change[] {
  return keys
    .filter((key) => canonical(before[key]) !== canonical(after[key]))
    .map((key) => ({ path: `/${key}`, before: before[key] ?? null, after: after[key] ?? null }));
}

/** As text that is the same for equal values: jsonb comes back with its keys in another order. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
