import type { contract } from '@danku/contract';
import type { Document } from '@danku/contract/document-shapes.ts';
import type { Input } from '@danku/contract/endpoint.ts';
import { judge } from '@danku/domain/access/gate.ts';

import type { Context } from '../../db/context.ts';
import { gateFactsOf, type GateFacts } from '../../db/gate-facts.ts';
import { findMemberActor } from '../../db/find-member-actor.ts';
import { record } from '../../db/record.ts';
import { fieldProblem, Problem } from '../../problem.ts';
import { lock } from './decide.ts';
import { findDocument } from './find-document.ts';
import { presentDocument } from './present-document.ts';
import { requireChanged, requireCurrent } from './require-current.ts';
import { isQueueStage, ownPlaceFirst } from './work-items.ts';
import { workOf } from './work/workable.ts';

/** Hands a document to someone who may do the work of its stage: the Gate is asked for them, too. */
export async function transferDocument(
  context: Context,
  { params, body }: Input<typeof contract.documents.transferDocument>,
): Promise<Document> {
  const facts = await requireCurrent(context, 'transfer', params.id, body.version);
  const document = await findDocument(context, params.id);
  await requireAble(context, document.id, body.memberId);
  await (facts.stage === 'review' && facts.policy === 'dual-blind'
    ? reserveSlot(context, facts, body)
    : reserve(context, facts, body));
  const payload = {
    fromMemberId: document.assigneeId ?? document.leaseHolderId,
    toMemberId: body.memberId,
    reason: body.reason ?? null,
  };
  await record(context, { type: 'document.transferred', subjectId: document.id, payload });
  return presentDocument(context, document.id);
}

type Handover = Pick<Input<typeof contract.documents.transferDocument>['body'], 'version' | 'memberId'>;

async function reserve(context: Context, { id }: GateFacts, { version, memberId }: Handover): Promise<void> {
  const { tx, now } = context;
  const { rowCount } = await tx.sql.query(
    'UPDATE app.documents SET version = version + 1, assignee_id = $3, updated_at = $4 WHERE id = $1 AND version = $2',
    [id, version, memberId, now],
  );
  await requireChanged(context, id, rowCount);
  await tx.sql.query(
    'UPDATE app.work_items SET assignee_id = $2, lease_member_id = NULL, lease_until = NULL WHERE document_id = $1',
    [id, memberId],
  );
}

/** Under dual blind one of two places goes to the person; the other reviewer's stays, and the row does not move. */
async function reserveSlot(context: Context, facts: GateFacts, { version, memberId }: Handover): Promise<void> {
  await lock(context, facts, version);
  const { tx, actor, now } = context;
  const { rowCount } = await tx.sql.query(
    `UPDATE app.work_items SET assignee_id = $4, lease_member_id = NULL, lease_until = NULL WHERE (document_id, slot) =
     (SELECT document_id, slot FROM app.work_items WHERE document_id = $1 AND NOT is_paused ORDER BY ${ownPlaceFirst} LIMIT 1)`,
    [facts.id, actor.memberId, now, memberId],
  );
  if (rowCount === 0) {
    throw new Problem('conflict', { detail: 'Decisions wait in both places.', reasons: ['decision-pending'] });
  }
}

async function requireAble(context: Context, documentId: string, memberId: string): Promise<void> {
  const other = await findMemberActor(context, memberId);
  if (other === null) {
    throw fieldProblem('/memberId', 'unknown-member');
  }
  const facts = (await gateFactsOf({ ...context, actor: other }, [documentId])).get(documentId);
  if (facts === undefined || !isQueueStage(facts.stage)) {
    throw new Problem('wrong-stage');
  }
  const verdict = judge(other, workOf[facts.stage], { ...facts, assigneeId: null, leaseHolderId: null, openQuestion: null });
  if (!verdict.allowed) {
    throw new Problem('conflict', {
      detail: 'The person named may not do this work.',
      reasons: verdict.reasons,
      remedies: verdict.remedies,
    });
  }
}
