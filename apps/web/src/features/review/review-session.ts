import { useSyncExternalStore } from 'react';

/** The last decision of this tab, which `z` takes back until it takes effect. */
export interface LastDecision {
  tenant: string;
  documentId: string;
  /** Milliseconds since the epoch. */
  until: number;
}

/** What was decided in this tab since it was opened: real figures, and nobody else's. */
export interface ReviewSession {
  last: LastDecision | null;
  count: number;
  seconds: number;
}

const listeners = new Set<() => void>();
let session: ReviewSession = { last: null, count: 0, seconds: 0 };

export function useReviewSession(): ReviewSession {
  return useSyncExternalStore(subscribe, () => session);
}

/** Counts a decision and how long the document was looked at; `last` is null for what cannot be undone. */
export function rememberDecision(last: LastDecision | null, seconds: number): void {
  change({ last, count: session.count + 1, seconds: session.seconds + seconds });
}

/** Takes the last decision out of the figures; one that was already taken back or is in effect gives null. */
export function takeBackDecision(now: number): LastDecision | null {
  const { last } = session;
  if (last === null || last.until <= now) {
    return null;
  }
  change({ ...session, last: null, count: session.count - 1 });
  return last;
}

function change(next: ReviewSession): void {
  session = next;
  for (const listener of listeners) {
    listener();
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
