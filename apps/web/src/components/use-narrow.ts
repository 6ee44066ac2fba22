import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 900px)');

/** Whether the window is as narrow as that of a phone or half a screen. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
