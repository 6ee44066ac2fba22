import { judge, type DocumentFacts, type GateActor } from '@danku/domain/access/gate.ts';
import type { DocumentAction, Stage } from '@danku/domain/documents/flow.ts';

import type { Rule } from './access-rules.ts';

/** Whose id stands in the address: one's own organisation's, within and outside what a limited scope reaches; another's; nobody's. */
export const idSorts = ['own', 'out', 'foreign', 'random'] as const;
export type IdSort = (typeof idSorts)[number];

/** `served`: whatever the operation itself says, but not 401, 403 or 404. */
export type Outcome = 'served' | 403 | 404 | 409;

interface Asked {
  actor: GateActor;
  /** Whose customer the document within reach is. */
  ownerId: string;
  customerGroupId: string;
  /** Who entered it. */
  makerId: string;
  id: IdSort;
}

/** Every outcome the rule allows. */
export function expectedOutcomes(rule: Rule, asked: Asked): Outcome[] {
  const { actor, id } = asked;
  const isOutside = id === 'foreign' || id === 'random';
  switch (rule.of) {
    case 'everyone':
    case 'account':
    case 'member':
      return ['served'];
    case 'owner':
      return [id === 'own' ? 'served' : 404];
    case 'holder':
      return [404];
    case 'right':
      return ofRight(rule, asked, isOutside);
    case 'inbox':
      return [!isOutside && actor.grants['inbox.manage'] === 'all' ? 'served' : 404];
    case 'file':
      return [!isOutside && sees(asked, 'review') ? 'served' : 404];
    case 'gate':
      return isOutside || !sees(asked, rule.stage) ? [404] : ofGate(rule, asked);
  }
}

function ofRight({ anyOf, thing, stricter }: Extract<Rule, { of: 'right' }>, { actor }: Asked, isOutside: boolean): Outcome[] {
  const held = anyOf.map((permission) => actor.grants[permission]).filter((scope) => scope !== undefined);
  if (held.length === 0) {
    return [403];
  }
  if (thing === undefined) {
    return stricter === true ? ['served', 403, 404] : ['served', 404];
  }
  // The customers of the proof belong to nobody.
  const isBeyondScope = thing === 'customer' && !held.includes('all');
  if (isOutside || isBeyondScope) {
    return [404];
  }
  return stricter === true ? ['served', 403] : ['served'];
}

function ofGate({ action, stage, also, absent }: Extract<Rule, { of: 'gate' }>, asked: Asked): Outcome[] {
  const { allowed, reasons } = judged(asked, action, stage);
  if (!allowed) {
    return [reasons.every((reason) => reason === 'wrong-stage') ? 409 : 403];
  }
  if (also !== undefined && asked.actor.grants[also] === undefined) {
    return [403];
  }
  return absent === true ? [404] : ['served'];
}

const sees = (asked: Asked, stage: Stage) => judged(asked, 'view', stage).allowed;

function judged({ actor, id, ownerId, customerGroupId, makerId }: Asked, action: DocumentAction, stage: Stage) {
  const isWithin = id === 'own';
  const facts: DocumentFacts = {
    kind: 'SO',
    stage,
    policy: 'single',
    createdBy: makerId,
    ownerId: isWithin ? ownerId : null,
    customerGroupId: isWithin ? customerGroupId : null,
    submittedBy: stage === 'entry' ? null : makerId,
    assigneeId: null,
    leaseHolderId: null,
    openQuestion: null,
    hasDecision: false,
    hasPendingDecision: false,
    isPurchase: false,
    onHold: false,
    hasSuccessor: false,
    heldDuty: null,
    decidedThisVersion: false,
  };
  return judge(actor, action, facts);
}
