import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { Problem } from '../../problem.ts';
import { leaseMinutes, openPlace } from './work-items.ts';

/** Undo: one's own decision that still waits is taken back, and the document is held again. */
export async function withdrawPending(
  context: Context,
  { params }: Input<typeof contract.review.withdrawPending>,
): Promise<undefined> {
  const { tx, actor, now } = context;
  const { rows } = await tx.sql.query<{ version: number }>(
    `DELETE FROM app.pending_decisions p USING app.documents d
     WHERE p.document_id = $1 AND p.member_id = $2 AND p.commits_at > $3 AND d.tenant_id = p.tenant_id AND d.id = p.document_id
     RETURNING d.content_version AS version`,
    [params.id, actor.memberId, now],
  );
  const [withdrawn] = rows;
  if (withdrawn === undefined) {
    throw new Problem('not-found');
  }
  const leaseUntil = new Date(now.getTime() + leaseMinutes * 60_000);
  await openPlace(context, { documentId: params.id, memberId: actor.memberId, leaseUntil });
  await record(context, { type: 'document.decision-withdrawn', subjectId: params.id, payload: { version: withdrawn.version } });
  return undefined;
}
