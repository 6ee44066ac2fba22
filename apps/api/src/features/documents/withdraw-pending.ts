import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { Problem } from '../../problem.ts';
import { leaseMinutes } from './work-items.ts';

/** Undo: one's own decision that still waits is taken back, and the document is held again. */
export async function withdrawPending(
  context: Context,
  { params }: Input<typeof contract.review.withdrawPending>,
): Promise<undefined> {
  const { tx, actor, now } = context;
  const { rows } = await tx.sql.query<{ version: number }>(
    'DELETE FROM app.pending_decisions WHERE document_id = $1 AND member_id = $2 AND commits_at > $3 RETURNING document_version AS version',
    [params.id, actor.memberId, now],
  );
  const [withdrawn] = rows;
  if (withdrawn === undefined) {
    throw new Problem('not-found');
  }
  await tx.sql.query(
    `UPDATE app.work_items SET is_paused = false, lease_member_id = $2, lease_until = $3 WHERE (document_id, slot) =
     (SELECT document_id, slot FROM app.work_items WHERE document_id = $1 AND is_paused ORDER BY lease_member_id IS NOT DISTINCT FROM $2 DESC, slot LIMIT 1)`,
    [params.id, actor.memberId, new Date(now.getTime() + leaseMinutes * 60_000)],
  );
  await record(context, { type: 'document.decision-withdrawn', subjectId: params.id, payload: { version: withdrawn.version } });
  return undefined;
}
