import type { ReviewPolicy, Stage } from '@danku/domain/documents/flow.ts';
import { stageAfterApproval } from '@danku/domain/documents/flow.ts';
import type { FieldVerdict } from '@danku/domain/events.ts';
import type { Keyed } from '@danku/contract/document-shapes.ts';

import type { Context } from '../../db/context.ts';
import type { GateFacts } from '../../db/gate-facts.ts';
import { record } from '../../db/record.ts';
import { uuid7 } from '../../db/uuid7.ts';
import { fieldProblem, Problem } from '../../problem.ts';
import { findDocument, type DocumentRecord } from './find-document.ts';
import { findType } from './find-type.ts';
import { giveRegistryNumber } from './give-registry-number.ts';
import { keyedAgrees } from './keyed.ts';
import { requireChanged } from './require-current.ts';
import { returnToEntry } from './return-to-entry.ts';
import { takeDuty } from './take-duty.ts';
import { dueIn, enqueue, ownPlaceFirst } from './work-items.ts';

export interface ApproveBody {
  version: number;
  keyed?: Keyed;
  comment?: string | null;
}

export interface SendBackBody {
  version: number;
  verdicts: FieldVerdict[];
  comment?: string | null;
}

/** Slots of decisions: the two reviewers, the adjudicator, the manager who has the last word. */
const adjudicatorSlot = 3;
const managerSlot = 4;

/** Counts an approval of the version under review and moves the document as far as the plan lets it. The Gate has been asked. */
export async function approve(context: Context, facts: GateFacts, body: ApproveBody): Promise<void> {
  const isBlindRound = facts.stage === 'review' && facts.policy === 'dual-blind';
  if (isBlindRound && body.keyed === undefined) {
    throw fieldProblem('/keyed', 'required');
  }
  await lock(context, facts, body.version);
  const document = await findDocument(context, facts.id);
  const earlier = await decisionsOf(context, document);
  const slot = slotOf(facts, earlier.length);
  await writeDecision(context, document, {
    slot,
    decision: 'approve',
    keyed: isBlindRound ? body.keyed : undefined,
    comment: body.comment,
  });
  const agreed = isBlindRound
    ? [...earlier, { keyed: body.keyed ?? null }].every(({ keyed }) => keyed !== null && keyedAgrees(document, keyed))
    : true;
  const plan = { policy: facts.policy, managerLast: document.managerLast };
  const to = stageAfterApproval(plan, { stage: facts.stage, approvals: earlier.length + 1, agreed });
  const registryNumber = await moveOn(context, document, { version: body.version, to, slot });
  const payload = { from: facts.stage, to, version: document.contentVersion, slot, registryNumber };
  await record(context, { type: 'document.approved', subjectId: document.id, payload });
}

/** Ends the round: back to whoever submitted, with what is wrong. Approvals of this version no longer count. */
export async function sendBack(context: Context, facts: GateFacts, body: SendBackBody): Promise<void> {
  await lock(context, facts, body.version);
  const document = await findDocument(context, facts.id);
  const earlier = await decisionsOf(context, document);
  const slot = facts.stage === 'adjudication' ? adjudicatorSlot : slotOf(facts, earlier.length);
  await writeDecision(context, document, { slot, decision: 'send-back', verdicts: body.verdicts, comment: body.comment });
  await returnToEntry(context, document, {
    version: body.version,
    assigneeId: document.submittedById,
    leaseFor: null,
    returnedAt: context.now,
  });
  const payload = {
    from: facts.stage,
    to: 'entry' as const,
    version: document.contentVersion,
    slot,
    verdicts: body.verdicts,
    comment: body.comment ?? null,
  };
  await record(context, { type: 'document.sent-back', subjectId: document.id, payload });
  if (earlier.length > 0) {
    await record(context, {
      type: 'document.approval-voided',
      subjectId: document.id,
      payload: { version: document.contentVersion, reason: 'sent-back' },
    });
  }
}

/** Of many who decide at once one goes first; the others wait here and then see that the version has moved on. */
export async function lock({ tx }: Context, { id, stage }: GateFacts, version: number): Promise<void> {
  const { rows } = await tx.sql.query<{ version: number; stage: Stage }>(
    'SELECT version, stage FROM app.documents WHERE id = $1 FOR UPDATE',
    [id],
  );
  if (rows[0]?.version !== version || rows[0].stage !== stage) {
    throw new Problem('stale');
  }
}

type Earlier = { slot: number; keyed: Keyed | null };

async function decisionsOf({ tx }: Context, { id, contentVersion }: DocumentRecord): Promise<Earlier[]> {
  const { rows } = await tx.sql.query<Earlier>(
    'SELECT slot, keyed FROM app.decisions WHERE document_id = $1 AND version_number = $2 ORDER BY slot',
    [id, contentVersion],
  );
  return rows;
}

function slotOf({ stage, policy }: { stage: Stage; policy: ReviewPolicy }, earlier: number): number {
  return stage === 'second-review' && policy !== 'dual-sequence' ? managerSlot : earlier + 1;
}

interface Decided {
  slot: number;
  decision: 'approve' | 'send-back' | 'adjudicate';
  verdicts?: FieldVerdict[];
  keyed?: Keyed;
  comment?: string | null;
}

/** A decision names the version and the hash of the content that was seen; duty and composite key keep enterers out. */
export async function writeDecision(
  context: Context,
  document: DocumentRecord,
  { slot, decision, verdicts = [], keyed, comment }: Decided,
): Promise<void> {
  const { tx, actor, now } = context;
  await takeDuty(context, document.id, 'review');
  await tx.sql.query(
    `INSERT INTO app.decisions (id, document_id, version_number, content_hash, slot, person_id, decision, verdicts, keyed, comment, decided_at)
     SELECT $1, v.document_id, v.number, v.content_hash, $4, $5, $6, $7, $8, $9, $10
     FROM app.document_versions v WHERE v.document_id = $2 AND v.number = $3`,
    [
      uuid7(now),
      document.id,
      document.contentVersion,
      slot,
      actor.memberId,
      decision,
      JSON.stringify(verdicts),
      keyed === undefined ? null : JSON.stringify(keyed),
      comment ?? null,
      now,
    ],
  );
  await tx.sql.query('DELETE FROM app.pending_decisions WHERE document_id = $1 AND member_id = $2', [
    document.id,
    actor.memberId,
  ]);
}

interface Step {
  version: number;
  to: Stage;
  slot: number;
}

/**
 * Moves a document on after a decision; returns the registry number where this was the final approval. While the second
 * blind reviewer is still to come nothing of the row changes, or they would see that the first has decided.
 */
export async function moveOn(context: Context, document: DocumentRecord, { version, to }: Step): Promise<string | null> {
  const { tx, actor, now } = context;
  if (to === 'review') {
    await tx.sql.query(
      `DELETE FROM app.work_items WHERE (document_id, slot) = (SELECT document_id, slot FROM app.work_items
       WHERE document_id = $1 ORDER BY ${ownPlaceFirst} LIMIT 1)`,
      [document.id, actor.memberId, now],
    );
    return null;
  }
  const type = await findType(context, document.typeId);
  const due = dueIn(to, type, now);
  const { rowCount } = await tx.sql.query(
    `UPDATE app.documents SET stage = $3, version = version + 1, due_at = $4, assignee_id = NULL, updated_at = $5,
       approved_at = CASE WHEN $3 = 'approved' THEN $5::timestamptz END WHERE id = $1 AND version = $2`,
    [document.id, version, to, due, now],
  );
  await requireChanged(context, document.id, rowCount);
  await enqueue(context, { documentId: document.id, stage: to, due, risk: document.riskScore });
  return to === 'approved' ? giveRegistryNumber(context, document, type) : null;
}
