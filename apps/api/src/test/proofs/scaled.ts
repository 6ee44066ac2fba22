import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    proofScale: 'short' | 'full';
  }
}

/** The numbers of a proof: some seconds' worth within `npm test`, those that were promised within `npm run proof`. */
export function scaled<T>({ short, full }: { short: T; full: T }): T {
  return inject('proofScale') === 'full' ? full : short;
}

/** Milliseconds a proof may take on a busy machine. */
export const patience = 20 * 60_000;
