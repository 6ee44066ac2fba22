import { withTenant } from '../../db/tenant.ts';
import type { Told } from '../../jobs/reactions.ts';
import { settlePending } from './settle-pending.ts';

/** The undo time is over: the decision is committed, unless it was withdrawn or a reader has committed it already. */
export async function onDecisionHeld({ actor, subjectId, services }: Told): Promise<void> {
  if (subjectId === null) {
    return;
  }
  const now = services.clock();
  await withTenant(services.database, actor, (tx) => settlePending({ tx, actor, now, services }, subjectId));
}
