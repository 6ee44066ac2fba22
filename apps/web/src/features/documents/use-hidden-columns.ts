import { useSyncExternalStore } from 'react';

/** What gives way when the window gets narrow, from the least to the most needed. */
const steps: readonly (readonly [maximumWidth: number, columns: readonly string[]])[] = [
  [1360, ['created', 'holder']],
  [1200, ['created', 'holder', 'registryNumber']],
  [1100, ['created', 'holder', 'registryNumber', 'issueDate']],
  [900, ['created', 'holder', 'registryNumber', 'issueDate', 'kind', 'due']],
  [600, ['created', 'holder', 'registryNumber', 'issueDate', 'kind', 'due', 'gross']],
];
const queries = steps.map(([width, columns]) => ({ query: window.matchMedia(`(max-width: ${width}px)`), columns }));
const none: readonly string[] = [];

/** The columns for which there is no room now. */
export function useHiddenColumns(): readonly string[] {
  return useSyncExternalStore(subscribe, () => queries.findLast(({ query }) => query.matches)?.columns ?? none);
}

function subscribe(listener: () => void): () => void {
  for (const { query } of queries) {
    query.addEventListener('change', listener);
  }
  return () => {
    for (const { query } of queries) {
      query.removeEventListener('change', listener);
    }
  };
}
