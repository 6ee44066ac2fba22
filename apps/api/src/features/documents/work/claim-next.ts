import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';

import { createBinder } from '../../../db/binder.ts';
import type { Context } from '../../../db/context.ts';
import { record } from '../../../db/record.ts';
import { Problem } from '../../../problem.ts';
import { hurryPreviews } from '../../../db/hurry-previews.ts';
import { presentDocument } from '../present-document.ts';
import { leaseMinutes } from '../work-items.ts';
import { mayWorkIn, workableWhere } from './workable.ts';

type Endpoint = typeof contract.work.claimNext;

/**
 * Gives the next free document of a stage to this person and nobody else: the row is taken and leased in one statement,
 * and whoever asks at the same moment gets another. What was put aside today comes only when nothing else is left.
 */
export async function claimNext(context: Context, { params, body }: Input<Endpoint>): Promise<Reply<Endpoint>> {
  const { actor, now } = context;
  if (!mayWorkIn(actor, params.stage)) {
    throw new Problem('forbidden', { reasons: ['no-permission'], remedies: [{ code: 'ask-security-admin' }] });
  }
  const until = new Date(now.getTime() + leaseMinutes * 60_000);
  const id =
    (await take(context, { params, body, until, skipped: false })) ??
    (await take(context, { params, body, until, skipped: true }));
  if (id === null) {
    return { document: null, leaseUntil: null };
  }
  await record(context, {
    type: 'document.claimed',
    subjectId: id,
    payload: { stage: params.stage, until: until.toISOString() },
  });
  const document = await presentDocument(context, id);
  await hurryPreviews(context, document);
  return { document, leaseUntil: until.toISOString() };
}

type Wanted = Pick<Input<Endpoint>, 'params' | 'body'> & { until: Date; skipped: boolean };

async function take({ tx, actor, now }: Context, { params, body, until, skipped }: Wanted): Promise<string | null> {
  const binder = createBinder([actor.memberId, now]);
  const conditions = [workableWhere(actor, params.stage, binder)];
  if (body.kind !== undefined) {
    conditions.push(`w.kind = ${binder.bind(body.kind)}`);
  }
  if (body.after !== undefined) {
    conditions.push(`w.document_id <> ${binder.bind(body.after)}::uuid`);
  }
  const aside =
    'EXISTS (SELECT FROM app.skips k WHERE k.document_id = w.document_id AND k.member_id = $1 AND k.stage = w.stage AND k.until > $2)';
  conditions.push(skipped ? aside : `NOT ${aside}`);
  const { rows } = await tx.sql.query<{ documentId: string }>(
    // A CTE runs once; as a sub-select the planner may run it again for each row, and lock more than one.
    `WITH free AS MATERIALIZED (
       SELECT w.tenant_id, w.document_id, w.slot FROM app.work_items w JOIN app.documents d ON d.tenant_id = w.tenant_id AND d.id = w.document_id
       WHERE ${conditions.join(' AND ')} ORDER BY w.rank_at, w.document_id LIMIT 1 FOR UPDATE OF w SKIP LOCKED)
     UPDATE app.work_items t SET lease_member_id = $1, lease_until = ${binder.bind(until)} FROM free
     WHERE t.tenant_id = free.tenant_id AND t.document_id = free.document_id AND t.slot = free.slot
     RETURNING t.document_id AS "documentId"`,
    binder.values,
  );
  return rows[0]?.documentId ?? null;
}
