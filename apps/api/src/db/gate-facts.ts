import type { DocumentFacts } from '@danku/domain/access/gate.ts';

import type { Context } from './context.ts';

/** What the Gate knows of a document for one person, and the row's version. */
export interface GateFacts extends DocumentFacts {
  id: string;
  version: number;
  /** The number of the last submitted version. */
  contentVersion: number;
}

/** Gathers, in one statement, what the Gate must know of these documents for the person who acts. Missing ids are missing in the map. */
export async function gateFactsOf(
  { tx, actor, now }: Pick<Context, 'tx' | 'actor' | 'now'>,
  ids: readonly string[],
): Promise<Map<string, GateFacts>> {
  const { rows } = await tx.sql.query<FactsRow>(select, [ids, actor.memberId, now]);
  return new Map(
    rows.map(({ askedId, ...facts }) => [facts.id, { ...facts, openQuestion: askedId === null ? null : { askedId } }]),
  );
}

type FactsRow = Omit<GateFacts, 'openQuestion'> & { askedId: string | null };

/**
 * A lease counts as someone else's only when no slot is free for this person: under dual blind there are two.
 * One's own waiting decision counts as decided.
 */
const select = `
  SELECT d.id, d.version, d.content_version AS "contentVersion", d.kind, d.stage, d.review_policy AS policy, d.created_by AS "createdBy", d.owner_id AS "ownerId",
    d.customer_group_id AS "customerGroupId", d.submitted_by AS "submittedBy", d.assignee_id AS "assigneeId",
    d.is_purchase AS "isPurchase", d.on_hold AS "onHold",
    (SELECT CASE
        WHEN bool_or(w.lease_member_id = $2 AND w.lease_until > $3) THEN $2::uuid
        WHEN bool_or((w.lease_member_id IS NULL OR w.lease_until <= $3) AND (w.assignee_id IS NULL OR w.assignee_id = $2)) THEN NULL
        ELSE (array_agg(coalesce(w.lease_member_id, w.assignee_id)))[1] END
      FROM app.work_items w WHERE w.document_id = d.id) AS "leaseHolderId",
    (SELECT q.asked_id FROM app.questions q WHERE q.document_id = d.id AND q.answered_at IS NULL) AS "askedId",
    EXISTS (SELECT FROM app.decisions c WHERE c.document_id = d.id AND c.version_number = d.content_version) AS "hasDecision",
    EXISTS (SELECT FROM app.pending_decisions p WHERE p.document_id = d.id) AS "hasPendingDecision",
    d.stage = 'archived' AND EXISTS (SELECT FROM app.documents s WHERE s.amends_id = d.id AND s.stage <> 'void') AS "hasSuccessor",
    (SELECT a.duty FROM app.participations a WHERE a.document_id = d.id AND a.person_id = $2) AS "heldDuty",
    EXISTS (SELECT FROM app.decisions c WHERE c.document_id = d.id AND c.version_number = d.content_version AND c.person_id = $2)
      OR EXISTS (SELECT FROM app.pending_decisions p WHERE p.document_id = d.id AND p.member_id = $2) AS "decidedThisVersion"
  FROM app.documents d
  WHERE d.id = ANY ($1::uuid[])`;
