import { judge, type Verdict } from '@danku/domain/access/gate.ts';
import type { DocumentAction } from '@danku/domain/documents/flow.ts';

import { Problem } from '../problem.ts';
import type { Actor } from './actor.ts';
import type { Context } from './context.ts';
import { gateFactsOf, type GateFacts } from './gate-facts.ts';

export type Verdicts = Record<DocumentAction, Verdict>;

/**
 * The one choke point: may this person do this to this document now? Returns the facts it was judged by.
 * Throws not-found (also for what one may not see), stale (`version` differs), wrong-stage, or forbidden with reasons
 * and remedies; the last two are logged although the transaction is rolled back.
 */
export async function requireGate(
  context: Pick<Context, 'tx' | 'actor' | 'now'>,
  action: DocumentAction,
  document: { id: string },
  { version }: { version?: number } = {},
): Promise<GateFacts> {
  const facts = (await gateFactsOf(context, [document.id])).get(document.id);
  if (facts === undefined || !judge(context.actor, 'view', facts).allowed) {
    throw new Problem('not-found');
  }
  if (version !== undefined && version !== facts.version) {
    throw new Problem('stale');
  }
  const verdict = judge(context.actor, action, facts);
  if (!verdict.allowed) {
    throw refusal(action, facts, verdict);
  }
  return facts;
}

/** The verdict of every action for the person who asks, for replies. One round trip. Throws not-found. */
export async function verdictsOf(context: Pick<Context, 'tx' | 'actor' | 'now'>, documentId: string): Promise<Verdicts> {
  const facts = (await gateFactsOf(context, [documentId])).get(documentId);
  if (facts === undefined) {
    throw new Problem('not-found');
  }
  return verdictsFrom(context.actor, facts);
}

export function verdictsFrom(actor: Actor, facts: GateFacts): Verdicts {
  const verdict = (action: DocumentAction) => judge(actor, action, facts);
  return {
    view: verdict('view'),
    edit: verdict('edit'),
    submit: verdict('submit'),
    withdraw: verdict('withdraw'),
    approve: verdict('approve'),
    'send-back': verdict('send-back'),
    adjudicate: verdict('adjudicate'),
    archive: verdict('archive'),
    amend: verdict('amend'),
    void: verdict('void'),
    transfer: verdict('transfer'),
    ask: verdict('ask'),
    answer: verdict('answer'),
    comment: verdict('comment'),
    link: verdict('link'),
  };
}

function refusal(action: DocumentAction, facts: GateFacts, { reasons, remedies }: Verdict): Problem {
  const isStageOnly = reasons.every((reason) => reason === 'wrong-stage');
  return new Problem(isStageOnly ? 'wrong-stage' : 'forbidden', {
    reasons,
    remedies,
    leaves: [{ type: 'document.action-refused', subjectId: facts.id, payload: { action, reasons, duty: facts.heldDuty } }],
  });
}
