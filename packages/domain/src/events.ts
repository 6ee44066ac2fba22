import type { Duty } from './access/segregation.ts';
import type { Stage } from './documents/flow.ts';
import type { Kind } from './documents/kinds.ts';

/** A change of one value, as the audit shows it. `path` is a JSON pointer into the document's content or the thing's fields. */
export interface Change {
  path: string;
  before: unknown;
  after: unknown;
}

interface Moved {
  from: Stage;
  to: Stage;
  version: number;
}

/**
 * Everything that can happen, in the past tense, with what is known of it. The audit log, the figures about people and
 * the outbox are exactly these rows. The subject of an event is the document, member, file … named by `subjectId`.
 */
export interface EventPayloads {
  'document.created': { kind: Kind; amendsId?: string; inboxItemId?: string };
  'document.edited': { changes: Change[]; reason?: string };
  'document.submitted': Moved & {
    riskScore: number;
    policy: string;
    managerLast: boolean;
    warnings: string[];
    sopVersionId: string | null;
  };
  'document.withdrawn': Moved;
  'document.approved': Moved & { slot: number; registryNumber: string | null };
  'document.sent-back': Moved & { slot: number; verdicts: FieldVerdict[]; comment: string | null };
  'document.decision-held': {
    decision: 'approve' | 'send-back';
    version: number;
    commitsAt: string;
  };
  'document.decision-withdrawn': { version: number };
  'document.adjudicated': Moved & {
    chosen: Record<string, string>;
    comment: string | null;
    registryNumber: string | null;
  };
  'document.approval-voided': { version: number; reason: 'sent-back' | 'withdrawn' | 'edited' };
  'document.numbered': { registryNumber: string };
  'document.archived': Moved & {
    archiveNumber: string;
    checks: Record<string, string>;
    retainUntil: string | null;
  };
  'document.amended': { successorId: string; reason: string };
  'document.voided': Moved & { reason: string; registryNumber: string | null };
  'document.transferred': {
    fromMemberId: string | null;
    toMemberId: string;
    reason: string | null;
  };
  'document.asked': { questionId: string; askedId: string };
  'document.answered': { questionId: string };
  /** Nobody will answer: the person asked has left, or the document was taken back or voided. */
  'document.question-closed': { questionId: string };
  'document.commented': { commentId: string; path: string | null };
  'document.comment-resolved': { commentId: string };
  'document.linked': { otherId: string; relation: string };
  'document.unlinked': { otherId: string; relation: string };
  'document.viewed': { version: number };
  'document.claimed': { stage: Stage; until: string };
  'document.released': { stage: Stage };
  'document.skipped': { stage: Stage; reason: string };
  'document.files-changed': { fileIds: string[] };
  'document.action-refused': { action: string; reasons: string[]; duty: Duty | null };
  'file.uploaded': {
    name: string;
    size: number;
    mediaType: string;
    hash: string;
    duplicateOf: string | null;
  };
  'file.previewed': { pages: number };
  'file.preview-failed': { reason: string };
  'file.preview-requested': { lastFault: string | null };
  'file.downloaded': { name: string };
  'inbox.arranged': { items: string[] };
  'inbox.rejected': { reason: string };
  'inbox.registered': { documentId: string };
  'inbox.recognised': { reason: string };
  'inbox.returned': { documentId: string; reason: string };
  'customer.created': { name: string };
  'customer.changed': { changes: Change[] };
  'customer.merged': { intoId: string };
  'customer-group.changed': { name: string };
  'product.created': { name: string };
  'product.changed': { changes: Change[] };
  'legal-entity.changed': { name: string; changes: Change[] };
  'document-type.changed': { name: string; changes: Change[] };
  'settings.changed': { changes: Change[] };
  'member.invited': { email: string; roles: string[] };
  'member.joined': { email: string };
  'member.roles-changed': { before: string[]; after: string[] };
  'member.changed': { changes: Change[] };
  'member.deactivated': { reassigned: number };
  'member.reactivated': { email: string };
  'role.changed': { key: string; permissions: string[]; scope: string };
  'role.deleted': { key: string };
  'account.signed-in': { ip: string | null };
  'account.signed-out': Record<string, never>;
  'account.password-changed': { by: 'self' | 'reset-link' | 'administrator' };
  'account.reset-link-made': { memberId: string };
  'session.revoked': { sessionId: string };
  'token.created': { name: string; permissions: string[]; expiresAt: string };
  'token.revoked': { name: string };
  'paper.placed': { box: string; shelf: string };
  'paper.lent': { borrower: string; dueOn: string | null };
  'paper.returned': Record<string, never>;
  'register.voided': { number: string; reason: string };
  'audit.exported': { filters: Record<string, string>; rows: number };
  'security.foreign-id': { route: string };
}

/** A reviewer's finding on one field: what is wrong, what it should be, and where on the image it stands. */
export interface FieldVerdict {
  path: string;
  errorClass: ErrorClass;
  suggested?: string | null;
  comment?: string | null;
  place?: Place | null;
}

/** A place on a page, in parts of its width and height (0–1). */
export interface Place {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What kind of error a reviewer finds; keys 1–9 of the review screen in this order. */
export const errorClasses = [
  'digits-swapped',
  'missing',
  'wrong-line',
  'name-mismatch',
  'tax-id',
  'date',
  'attachment',
  'calculation',
  'other',
] as const;
export type ErrorClass = (typeof errorClasses)[number];

export type EventType = keyof EventPayloads;

/** One thing that happened. `subjectId` is null only for what concerns the organisation as a whole. */
export type DomainEvent = {
  [T in EventType]: { type: T; subjectId: string | null; payload: EventPayloads[T] };
}[EventType];

const types: Record<EventType, true> = {
  'document.created': true,
  'document.edited': true,
  'document.submitted': true,
  'document.withdrawn': true,
  'document.approved': true,
  'document.sent-back': true,
  'document.decision-held': true,
  'document.decision-withdrawn': true,
  'document.adjudicated': true,
  'document.approval-voided': true,
  'document.numbered': true,
  'document.archived': true,
  'document.amended': true,
  'document.voided': true,
  'document.transferred': true,
  'document.asked': true,
  'document.answered': true,
  'document.question-closed': true,
  'document.commented': true,
  'document.comment-resolved': true,
  'document.linked': true,
  'document.unlinked': true,
  'document.viewed': true,
  'document.claimed': true,
  'document.released': true,
  'document.skipped': true,
  'document.files-changed': true,
  'document.action-refused': true,
  'file.uploaded': true,
  'file.previewed': true,
  'file.preview-failed': true,
  'file.preview-requested': true,
  'file.downloaded': true,
  'inbox.arranged': true,
  'inbox.rejected': true,
  'inbox.registered': true,
  'inbox.recognised': true,
  'inbox.returned': true,
  'customer.created': true,
  'customer.changed': true,
  'customer.merged': true,
  'customer-group.changed': true,
  'product.created': true,
  'product.changed': true,
  'legal-entity.changed': true,
  'document-type.changed': true,
  'settings.changed': true,
  'member.invited': true,
  'member.joined': true,
  'member.roles-changed': true,
  'member.changed': true,
  'member.deactivated': true,
  'member.reactivated': true,
  'role.changed': true,
  'role.deleted': true,
  'account.signed-in': true,
  'account.signed-out': true,
  'account.password-changed': true,
  'account.reset-link-made': true,
  'session.revoked': true,
  'token.created': true,
  'token.revoked': true,
  'paper.placed': true,
  'paper.lent': true,
  'paper.returned': true,
  'register.voided': true,
  'audit.exported': true,
  'security.foreign-id': true,
};

/** Every event type, for filters and for the test that each has its words. */
export const eventTypes: readonly string[] = Object.keys(types);
