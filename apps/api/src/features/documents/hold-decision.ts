import type { Context } from '../../db/context.ts';
import type { GateFacts } from '../../db/gate-facts.ts';
import { requireGate } from '../../db/gate.ts';
import { record } from '../../db/record.ts';
import { Problem } from '../../problem.ts';
import { lock, type ApproveBody, type SendBackBody } from './decide.ts';
import { ownPlaceFirst } from './work-items.ts';

type Held = { holdSeconds: number } & (
  | { decision: 'approve'; body: ApproveBody }
  | { decision: 'send-back'; body: SendBackBody }
);

/**
 * Keeps a decision for a few seconds in which it can be undone. The item leaves every queue; number and event come only
 * when the worker, or whoever reads next, commits it. Closing the browser loses nothing.
 */
export async function holdDecision(context: Context, facts: GateFacts, { decision, body, holdSeconds }: Held): Promise<void> {
  const { tx, actor, now } = context;
  if (facts.stage === 'review' && facts.policy === 'dual-blind' && decision === 'approve' && body.keyed === undefined) {
    throw new Problem('invalid', { errors: [{ path: '/keyed', code: 'required' }] });
  }
  await lock(context, facts, body.version);
  // Whoever waited for the lock finds that another decision is held by now.
  await requireGate(context, decision, facts);
  const commitsAt = new Date(now.getTime() + holdSeconds * 1000);
  await tx.sql.query(
    `INSERT INTO app.pending_decisions (document_id, member_id, decision, body, document_version, commits_at, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [facts.id, actor.memberId, decision, JSON.stringify(body), body.version, commitsAt, now],
  );
  await tx.sql.query(
    `UPDATE app.work_items SET is_paused = true WHERE (document_id, slot) = (SELECT document_id, slot FROM app.work_items
     WHERE document_id = $1 ORDER BY ${ownPlaceFirst} LIMIT 1)`,
    [facts.id, actor.memberId, now],
  );
  const payload = { decision, version: facts.contentVersion, commitsAt: commitsAt.toISOString() };
  await record(context, { type: 'document.decision-held', subjectId: facts.id, payload }, { deliverAt: commitsAt });
}
