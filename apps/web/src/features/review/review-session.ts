import { useSyncExternalStore } from 'react';

/** A decision of this tab that can be taken back until it takes effect. */
export interface FreshDecision {
  documentId: string;
  /** Milliseconds since the epoch. */
  until: number;
}

/** What was decided in this tab since it was opened: real figures, and nobody else's. */
export interface ReviewSession {
  fresh: readonly FreshDecision[];
  count: number;
  seconds: number;
}

const listeners = new Set<() => void>();
let session: ReviewSession = { fresh: [], count: 0, seconds: 0 };

export function useReviewSession(): ReviewSession {
  return useSyncExternalStore(subscribe, () => session);
}

/** Counts a decision and how long the document was looked at; `fresh` is null for what cannot be undone. */
export function rememberDecision(fresh: FreshDecision | null, seconds: number): void {
  const still = session.fresh.filter(({ until }) => until > Date.now());
  change({ fresh: fresh === null ? still : [...still, fresh], count: session.count + 1, seconds: session.seconds + seconds });
}

/** The document of the last decision that is not in effect yet; null where there is none. */
export function lastFresh(now: number): string | null {
  return session.fresh.findLast(({ until }) => until > now)?.documentId ?? null;
}

/** Takes a decision that was undone out of the figures. */
export function forgetDecision(documentId: string): void {
  const fresh = session.fresh.filter((decision) => decision.documentId !== documentId);
  change({ ...session, fresh, count: session.count - (session.fresh.length - fresh.length) });
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
