import type { DocumentAction, ReviewPolicy, Stage } from '../documents/flow.ts';
import { flow } from '../documents/flow.ts';
import type { Kind } from '../documents/kinds.ts';
import type { Grants, Permission } from './permissions.ts';
import { policy } from './policy.ts';
import type { Duty } from './segregation.ts';
import { dutiesCollide } from './segregation.ts';

/** Why the Gate says no. The words are `reason.<code>`. */
export const reasons = [
  'no-permission',
  'outside-scope',
  'not-assigned',
  'not-qualified',
  'sop-not-acknowledged',
  'same-person-entered',
  'same-person-reviewed',
  'same-person-archived',
  'already-decided',
  'adjudicator-took-part',
  'wrong-stage',
  'not-submitter',
  'already-reviewed',
  'assigned-to-other',
  'leased-by-other',
  'waiting-for-answer',
  'not-asked',
  'decision-pending',
  'is-purchase',
  'on-hold',
  'already-amended',
] as const;
export type Reason = (typeof reasons)[number];

/** What would help. The words are `remedy.<code>`. */
export const remedyCodes = [
  'ask-security-admin',
  'ask-manager',
  'wait-for-lease',
  'answer-question',
  'take-exam',
  'read-sop',
  'reload',
] as const;
export type RemedyCode = (typeof remedyCodes)[number];
export interface Remedy {
  code: RemedyCode;
  params?: Record<string, string>;
}

export interface Verdict {
  allowed: boolean;
  reasons: Reason[];
  remedies: Remedy[];
}

export interface GateActor {
  memberId: string;
  grants: Grants;
  /** Holds the right to review by one of their roles, also where a token leaves it out of this call's grants. */
  isReviewer?: boolean;
  customerGroupIds: readonly string[];
}

/** What the Gate must know of a document; gathered in the transaction that acts. */
export interface DocumentFacts {
  kind: Kind;
  stage: Stage;
  policy: ReviewPolicy;
  createdBy: string;
  /** The salesperson whose customer this is. */
  ownerId: string | null;
  customerGroupId: string | null;
  submittedBy: string | null;
  assigneeId: string | null;
  /** Who holds an unexpired lease on the document, other than through a blind slot. */
  leaseHolderId: string | null;
  openQuestion: { askedId: string } | null;
  /** Someone has decided the version that is under review. */
  hasDecision: boolean;
  /** A decision waits out its undo time. */
  hasPendingDecision: boolean;
  isPurchase: boolean;
  onHold: boolean;
  hasSuccessor: boolean;
  /** Of the person who asks: */
  heldDuty: Duty | null;
  decidedThisVersion: boolean;
}

/** What duties, examinations and procedures say of this person. Absent facts mean "not required" until a tenant turns them on. */
export interface Standing {
  isAssigned?: boolean;
  isQualified?: boolean;
  hasReadSop?: boolean;
}

/** May this person do this to this document, and if not, why not and what would help? */
export function judge(actor: GateActor, action: DocumentAction, document: DocumentFacts, standing: Standing = {}): Verdict {
  const found = [
    permissionReason(actor, action, document),
    dutyReason(action, document),
    stageReason(action, document),
    holderReason(actor, action, document),
    ...standingReasons(action, standing),
  ].filter((reason) => reason !== null);
  return { allowed: found.length === 0, reasons: found, remedies: remediesFor(found) };
}

/** Whether a right reaches this document: all, the person's customer groups, or what they own or made. */
export function isInScope(
  actor: GateActor,
  permission: Permission,
  document: Pick<DocumentFacts, 'createdBy' | 'ownerId' | 'customerGroupId'>,
): boolean {
  const scope = actor.grants[permission];
  if (scope === undefined || scope === 'all') {
    return scope === 'all';
  }
  if (document.createdBy === actor.memberId || document.ownerId === actor.memberId) {
    return true;
  }
  return scope === 'groups' && document.customerGroupId !== null && actor.customerGroupIds.includes(document.customerGroupId);
}

/** The right an action needs on this very document: the manager's last approval is not the reviewer's. */
export function permissionFor(action: DocumentAction, document: Pick<DocumentFacts, 'stage' | 'policy'>): Permission {
  const managerHasLastWord = document.stage === 'second-review' && document.policy !== 'dual-sequence';
  if ((action === 'approve' || action === 'send-back') && managerHasLastWord) {
    return 'document.approve-last';
  }
  return action === 'send-back' && document.stage === 'adjudication' ? 'document.adjudicate' : policy[action];
}

function permissionReason(actor: GateActor, action: DocumentAction, document: DocumentFacts): Reason | null {
  const permission = permissionFor(action, document);
  const holdsIt = document.leaseHolderId === actor.memberId || document.assigneeId === actor.memberId;
  if (action === 'transfer' && holdsIt) {
    return null;
  }
  if (actor.grants[permission] === undefined) {
    return 'no-permission';
  }
  return isInScope(actor, permission, document) ? null : 'outside-scope';
}

function dutyReason(action: DocumentAction, document: DocumentFacts): Reason | null {
  if (action === 'adjudicate' || (action === 'send-back' && document.stage === 'adjudication')) {
    return document.heldDuty === null ? null : 'adjudicator-took-part';
  }
  if ((action === 'approve' || action === 'send-back') && document.decidedThisVersion) {
    return 'already-decided';
  }
  return dutiesCollide(action, document.heldDuty);
}

function stageReason(action: DocumentAction, document: DocumentFacts): Reason | null {
  const possible: readonly Stage[] = flow[action].in;
  if (!possible.includes(document.stage)) {
    return 'wrong-stage';
  }
  if (action === 'amend' && document.hasSuccessor) {
    return 'already-amended';
  }
  if (document.onHold && action === 'void') {
    return 'on-hold';
  }
  return action === 'submit' && document.isPurchase ? 'is-purchase' : null;
}

const workActions: readonly DocumentAction[] = ['edit', 'submit', 'approve', 'send-back', 'adjudicate', 'archive'];

function holderReason(actor: GateActor, action: DocumentAction, document: DocumentFacts): Reason | null {
  if (action === 'withdraw') {
    if (document.submittedBy !== actor.memberId) {
      return 'not-submitter';
    }
    return document.hasDecision || document.hasPendingDecision ? 'already-reviewed' : null;
  }
  if (action === 'answer') {
    return document.openQuestion?.askedId === actor.memberId ? null : 'not-asked';
  }
  if (action === 'ask') {
    return askReason(document);
  }
  if (!workActions.includes(action)) {
    return null;
  }
  return workReason(actor, document);
}

/** A question would overtake a decision that is about to be committed. */
function askReason(document: DocumentFacts): Reason | null {
  if (document.openQuestion !== null) {
    return 'waiting-for-answer';
  }
  return document.hasPendingDecision && document.policy !== 'dual-blind' ? 'decision-pending' : null;
}

function workReason(actor: GateActor, document: DocumentFacts): Reason | null {
  if (document.hasPendingDecision && document.policy !== 'dual-blind') {
    return 'decision-pending';
  }
  if (document.openQuestion !== null) {
    return 'waiting-for-answer';
  }
  if (document.assigneeId !== null && document.assigneeId !== actor.memberId) {
    return 'assigned-to-other';
  }
  return document.leaseHolderId !== null && document.leaseHolderId !== actor.memberId ? 'leased-by-other' : null;
}

function standingReasons(action: DocumentAction, standing: Standing): Reason[] {
  if (!workActions.includes(action)) {
    return [];
  }
  const found: Reason[] = [];
  if (standing.isAssigned === false) {
    found.push('not-assigned');
  }
  if (standing.isQualified === false) {
    found.push('not-qualified');
  }
  if (standing.hasReadSop === false) {
    found.push('sop-not-acknowledged');
  }
  return found;
}

const remedyOf: Partial<Record<Reason, RemedyCode>> = {
  'no-permission': 'ask-security-admin',
  'outside-scope': 'ask-security-admin',
  'not-assigned': 'ask-manager',
  'assigned-to-other': 'ask-manager',
  'leased-by-other': 'wait-for-lease',
  'waiting-for-answer': 'answer-question',
  'not-qualified': 'take-exam',
  'sop-not-acknowledged': 'read-sop',
  'wrong-stage': 'reload',
};

function remediesFor(found: readonly Reason[]): Remedy[] {
  const codes = new Set(found.map((reason) => remedyOf[reason]).filter((code) => code !== undefined));
  return [...codes].map((code) => ({ code }));
}
