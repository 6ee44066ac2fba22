import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';

import type { Context } from '../../../db/context.ts';
import { requireGate } from '../../../db/gate.ts';
import { gateFactsOf } from '../../../db/gate-facts.ts';
import { record } from '../../../db/record.ts';
import { Problem } from '../../../problem.ts';
import { isQueueStage, leaseMinutes, ownPlaceFirst } from '../work-items.ts';
import { workOf } from './workable.ts';

type Endpoint = typeof contract.work.claimDocument;

/** Takes this very document, or prolongs the lease one has (the heartbeat, which is no event). */
export async function claimDocument(context: Context, { params }: Input<Endpoint>): Promise<Reply<Endpoint>> {
  const { tx, actor, now } = context;
  const known = (await gateFactsOf(context, [params.id])).get(params.id);
  const facts = await requireGate(
    context,
    known !== undefined && isQueueStage(known.stage) ? workOf[known.stage] : 'view',
    params,
  );
  if (!isQueueStage(facts.stage)) {
    throw new Problem('wrong-stage');
  }
  const until = new Date(now.getTime() + leaseMinutes * 60_000);
  const { rows } = await tx.sql.query<{ wasMine: boolean | null }>(
    `WITH free AS MATERIALIZED (
       SELECT slot, lease_member_id = $2 AND lease_until > $3 AS "wasMine" FROM app.work_items
       WHERE document_id = $1 AND (lease_until IS NULL OR lease_until <= $3 OR lease_member_id = $2)
         AND (assignee_id IS NULL OR assignee_id = $2) ORDER BY ${ownPlaceFirst} LIMIT 1 FOR UPDATE)
     UPDATE app.work_items t SET lease_member_id = $2, lease_until = $4 FROM free
     WHERE t.document_id = $1 AND t.slot = free.slot RETURNING free."wasMine"`,
    [params.id, actor.memberId, now, until],
  );
  const [taken] = rows;
  if (taken === undefined) {
    throw new Problem('forbidden', { reasons: ['leased-by-other'], remedies: [{ code: 'wait-for-lease' }] });
  }
  if (taken.wasMine !== true) {
    await record(context, {
      type: 'document.claimed',
      subjectId: params.id,
      payload: { stage: facts.stage, until: until.toISOString() },
    });
  }
  return { leaseUntil: until.toISOString() };
}
