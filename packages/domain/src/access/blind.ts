import type { DocumentFacts, GateActor } from './gate.ts';

/** Whether someone might review: leaving the right out of a token makes nobody an outsider. */
export function mayReview({ grants, isReviewer = false }: Pick<GateActor, 'grants' | 'isReviewer'>): boolean {
  return isReviewer || grants['document.review'] !== undefined;
}

/**
 * Whether a document's values must stay hidden from this person: under dual blind, from everyone who might still review
 * it, until both reviewers have decided. Whoever entered it knows them anyway.
 */
export function isBlindTo(
  actor: Pick<GateActor, 'grants' | 'isReviewer'>,
  document: Pick<DocumentFacts, 'stage' | 'policy' | 'heldDuty'>,
): boolean {
  return mayReview(actor) && document.stage === 'review' && document.policy === 'dual-blind' && document.heldDuty !== 'entry';
}
