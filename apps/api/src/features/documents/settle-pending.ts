import type { Context } from '../../db/context.ts';
import { findMemberActor } from '../../db/find-member-actor.ts';
import { requireGate } from '../../db/gate.ts';
import { record } from '../../db/record.ts';
import { Problem } from '../../problem.ts';
import { approve, sendBack, type ApproveBody, type SendBackBody } from './decide.ts';
import { openPlace } from './work-items.ts';

type Pending = { memberId: string; commitsAt: Date } & (
  | { decision: 'approve'; body: ApproveBody }
  | { decision: 'send-back'; body: SendBackBody }
);

/**
 * Commits the decisions on a document whose undo time is over, each through the Gate as the person who made it. One that
 * the Gate refuses by now (the document has moved on, the person has left) is dropped, the refusal is logged and its item goes back
 * to the queue.
 */
export async function settlePending(context: Context, documentId: string): Promise<void> {
  const { tx, now } = context;
  const { rows } = await tx.sql.query<Pending>(
    `DELETE FROM app.pending_decisions WHERE document_id = $1 AND commits_at <= $2
     RETURNING member_id AS "memberId", commits_at AS "commitsAt", decision, body`,
    [documentId, now],
  );
  for (const pending of rows) {
    await openPlace(context, { documentId, memberId: pending.memberId });
    await commit(context, documentId, pending);
  }
}

async function commit(context: Context, documentId: string, pending: Pending): Promise<void> {
  const actor = await findMemberActor(context, pending.memberId);
  if (actor === null) {
    return;
  }
  const theirs = { ...context, actor };
  try {
    const facts = await requireGate(theirs, pending.decision, { id: documentId }, { version: pending.body.version });
    await (pending.decision === 'approve' ? approve(theirs, facts, pending.body) : sendBack(theirs, facts, pending.body));
  } catch (error) {
    if (!(error instanceof Problem)) {
      throw error;
    }
    await record(theirs, error.facts.leaves ?? []);
  }
}
