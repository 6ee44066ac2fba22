import type { DocumentAction } from '../documents/flow.ts';

/** The duties of a document's life. One person holds at most one of them on one document, for ever. */
export const duties = ['entry', 'review', 'archive'] as const;
export type Duty = (typeof duties)[number];

/** The duty that doing an action takes on, where it takes on one. Voiding, asking and commenting are open to every duty. */
export const dutyOf: Partial<Record<DocumentAction, Duty>> = {
  edit: 'entry',
  submit: 'entry',
  withdraw: 'entry',
  link: 'entry',
  approve: 'review',
  'send-back': 'review',
  adjudicate: 'review',
  archive: 'archive',
};

export type SegregationReason = 'same-person-entered' | 'same-person-reviewed' | 'same-person-archived';

const reasonOf: Record<Duty, SegregationReason> = {
  entry: 'same-person-entered',
  review: 'same-person-reviewed',
  archive: 'same-person-archived',
};

/** Why this person, who holds `held` on the document, may not act; null when the duties do not meet. */
export function dutiesCollide(action: DocumentAction, held: Duty | null): SegregationReason | null {
  const wanted = dutyOf[action];
  if (wanted === undefined || held === null || held === wanted) {
    return null;
  }
  return reasonOf[held];
}
