import type { EventType } from '@danku/domain/events.ts';

/**
 * Which reactions hear of which event. Their functions are put together in jobs/reactions.ts; a reaction must be
 * idempotent, as it may be told twice.
 */
export const reactionsOf = {
  'file.uploaded': ['render-previews'],
  'file.preview-requested': ['render-previews'],
  'document.decision-held': ['commit-decision'],
  'document.question-closed': ['resume-clock'],
} as const satisfies Partial<Record<EventType, readonly string[]>>;

export type ReactionName = (typeof reactionsOf)[keyof typeof reactionsOf][number];

export function reactionNamesFor(type: EventType): readonly string[] {
  return Object.hasOwn(reactionsOf, type)
    ? Object.entries(reactionsOf).flatMap(([key, names]) => (key === type ? names : []))
    : [];
}
