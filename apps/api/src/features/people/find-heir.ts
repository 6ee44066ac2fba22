import type { Actor } from '../../db/actor.ts';
import type { Context } from '../../db/context.ts';
import { findMemberActor } from '../../db/find-member-actor.ts';
import { fieldProblem } from '../../problem.ts';

/** The one who takes over, as the Gate knows them; null where nobody was named. Throws invalid for whoever has no access. */
export async function findHeir(
  context: Pick<Context, 'tx' | 'now'>,
  heirId: string | null,
  leavingId: string,
): Promise<Actor | null> {
  if (heirId === null) {
    return null;
  }
  const heir = heirId === leavingId ? null : await findMemberActor(context, heirId);
  if (heir === null) {
    throw fieldProblem('/reassignTo', 'unknown-member');
  }
  return heir;
}
