import type { DocumentFacts, GateActor } from './gate.ts';

/**
 * Whether a document's values must stay hidden from this person: under dual blind, from everyone who might still review
 * it, until both reviewers have decided. Whoever entered it knows them anyway.
 */
export function isBlindTo(
  actor: Pick<GateActor, 'grants'>,
  document: Pick<DocumentFacts, 'stage' | 'policy' | 'heldDuty'>,
): boolean {
  const mayReview = actor.grants['document.review'] !== undefined;
  return mayReview && document.stage === 'review' && document.policy === 'dual-blind' && document.heldDuty !== 'entry';
}
