import type { Stage } from '@danku/domain/documents/flow.ts';
import type { Kind } from '@danku/domain/documents/kinds.ts';

import type { Context } from '../../db/context.ts';

export type Holding = 'draft' | 'lease' | 'returned' | 'assigned' | 'question';

export type Held = {
  documentId: string;
  /** What a document is called before it has numbers: it tells nothing of what is written in it. */
  label: string;
  kind: Kind;
  stage: Stage;
  isBlind: boolean;
  holding: Holding;
};

/** Everything that waits for this person. A document is held once by right (draft, returned, assigned), and may be leased besides. */
export async function findHoldings({ tx, now }: Pick<Context, 'tx' | 'now'>, memberId: string): Promise<Held[]> {
  const { rows } = await tx.sql.query<Held>(select, [memberId, now]);
  return rows;
}

const select = `
  WITH held AS (
    SELECT d.id, CASE WHEN d.stage <> 'entry' THEN 'assigned' WHEN d.returned_at IS NOT NULL THEN 'returned'
        WHEN d.created_by = $1 THEN 'draft' ELSE 'assigned' END AS holding
      FROM app.documents d
      WHERE d.stage IN ('entry', 'review', 'second-review', 'adjudication', 'approved')
        AND (d.assignee_id = $1
          OR EXISTS (SELECT FROM app.work_items w WHERE w.document_id = d.id AND w.assignee_id = $1)
          OR d.assignee_id IS NULL AND d.stage = 'entry'
            AND CASE WHEN d.returned_at IS NULL THEN d.created_by ELSE coalesce(d.submitted_by, d.created_by) END = $1)
    UNION ALL
    SELECT DISTINCT w.document_id, 'lease' FROM app.work_items w WHERE w.lease_member_id = $1 AND w.lease_until > $2
    UNION ALL
    SELECT q.document_id, 'question' FROM app.questions q WHERE q.asked_id = $1 AND q.answered_at IS NULL)
  SELECT d.id AS "documentId", d.draft_number AS label, d.kind, d.stage, held.holding,
    d.review_policy = 'dual-blind' AND d.stage = 'review' AS "isBlind"
  FROM held JOIN app.documents d ON d.id = held.id
  ORDER BY d.created_at, d.id, held.holding`;
