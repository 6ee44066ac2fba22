import { Problem } from '../problem.ts';

/** Has nobody changed the row since the caller saw it? Throws stale with the row as it is now, for the merge. */
export function requireVersion(current: { version: number }, seen: number): void {
  if (current.version !== seen) {
    throw new Problem('stale', { current });
  }
}
