import type { DocumentRow } from '@danku/contract/document-shapes.ts';
import { isBlindTo } from '@danku/domain/access/blind.ts';
import type { Duty } from '@danku/domain/access/segregation.ts';
import type { ReviewPolicy, Stage } from '@danku/domain/documents/flow.ts';
import type { Kind } from '@danku/domain/documents/kinds.ts';
import { toDecimal } from '@danku/domain/money/money.ts';

import type { Actor } from '../../db/actor.ts';

/** What a list reads of a document. `d` is app.documents; $1 is the person who asks, $2 the time that counts. */
export const rowColumns = `
  d.id, d.kind, ty.name AS "typeName", d.stage, d.version, d.draft_number AS "draftNumber", d.number,
  d.registry_number AS "registryNumber", d.archive_number AS "archiveNumber", d.issue_date AS "issueDate",
  d.customer_id AS "customerId", cu.name AS "customerName", d.party_name AS "partyName", d.currency, d.gross_minor AS "grossMinor",
  d.risk_score AS "riskScore", d.due_at AS "dueAt", d.returned_at IS NOT NULL AND d.stage = 'entry' AS "isReturned",
  d.review_policy AS policy, d.created_by AS "createdById", cr.name AS "createdByName", d.assignee_id AS "assigneeId",
  asg.name AS "assigneeName", d.created_at AS "createdAt", d.updated_at AS "updatedAt",
  d.stage = 'archived' AND EXISTS (SELECT FROM app.documents s WHERE s.amends_id = d.id AND s.stage = 'archived') AS "isSuperseded",
  (SELECT p.duty FROM app.participations p WHERE p.document_id = d.id AND p.person_id = $1) AS "heldDuty",
  ls.id AS "leaseHolderId", ls.name AS "leaseHolderName", ls.until AS "leaseUntil"`;

export const rowJoins = `
  JOIN app.document_types ty ON ty.tenant_id = d.tenant_id AND ty.id = d.type_id
  JOIN app.members cr ON cr.tenant_id = d.tenant_id AND cr.id = d.created_by
  LEFT JOIN app.customers cu ON cu.tenant_id = d.tenant_id AND cu.id = d.customer_id
  LEFT JOIN app.members asg ON asg.tenant_id = d.tenant_id AND asg.id = d.assignee_id
  LEFT JOIN LATERAL (
    SELECT m.id, m.name, w.lease_until AS until FROM app.work_items w
    JOIN app.members m ON m.tenant_id = w.tenant_id AND m.id = w.lease_member_id
    WHERE w.tenant_id = d.tenant_id AND w.document_id = d.id AND w.lease_until > $2
    ORDER BY w.lease_member_id = $1 DESC, w.slot LIMIT 1) ls ON true`;

/** A document whose values are hidden from $1, as SQL: the same rule as the domain's isBlindTo, for people who may review. */
export const blindWhere = `d.stage = 'review' AND d.review_policy = 'dual-blind'
  AND NOT EXISTS (SELECT FROM app.participations b WHERE b.document_id = d.id AND b.person_id = $1 AND b.duty = 'entry')`;

export type RowRecord = {
  id: string;
  kind: Kind;
  typeName: string;
  stage: Stage;
  version: number;
  draftNumber: string;
  number: string | null;
  registryNumber: string | null;
  archiveNumber: string | null;
  issueDate: string | null;
  customerId: string | null;
  customerName: string | null;
  partyName: string | null;
  currency: string;
  grossMinor: bigint | null;
  riskScore: number;
  dueAt: Date | null;
  isReturned: boolean;
  policy: ReviewPolicy;
  createdById: string;
  createdByName: string;
  assigneeId: string | null;
  assigneeName: string | null;
  createdAt: Date;
  updatedAt: Date;
  isSuperseded: boolean;
  heldDuty: Duty | null;
  leaseHolderId: string | null;
  leaseHolderName: string | null;
  leaseUntil: Date | null;
};

/** What everyone who may see the document sees of it; a blind reviewer sees neither its values nor who else holds it. */
export function presentRow(row: RowRecord, actor: Pick<Actor, 'grants' | 'memberId' | 'isReviewer'>): DocumentRow {
  const isBlind = isBlindTo(actor, row);
  const showsLease = row.leaseUntil !== null && (!isBlind || row.leaseHolderId === actor.memberId);
  return {
    id: row.id,
    kind: row.kind,
    typeName: row.typeName,
    stage: row.stage,
    version: row.version,
    draftNumber: row.draftNumber,
    number: isBlind ? null : row.number,
    registryNumber: row.registryNumber,
    archiveNumber: row.archiveNumber,
    issueDate: isBlind ? null : row.issueDate,
    customer: isBlind ? null : named(row.customerId, row.customerName),
    partyName: isBlind ? null : row.partyName,
    currency: row.currency,
    grossTotal: isBlind ? null : amount(row.grossMinor, row.currency),
    riskScore: row.riskScore,
    dueAt: row.dueAt?.toISOString() ?? null,
    isReturned: row.isReturned,
    isBlind,
    isSuperseded: row.isSuperseded,
    lease: showsLease && row.leaseUntil !== null ? leaseOf(row, row.leaseUntil) : null,
    assignee: named(row.assigneeId, row.assigneeName),
    createdBy: { id: row.createdById, name: row.createdByName },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null || name === null ? null : { id, name };
}

export function amount(minor: bigint | null, currency: string): string | null {
  return minor === null ? null : toDecimal(minor, currency);
}

function leaseOf(row: RowRecord, until: Date): DocumentRow['lease'] {
  const member = named(row.leaseHolderId, row.leaseHolderName);
  return member === null ? null : { member, until: until.toISOString() };
}
