import type { Content, Kind } from '@danku/domain/documents/kinds.ts';
import type { ErrorClass } from '@danku/domain/events.ts';

import type { Buyer } from './stock-master-data.ts';

/** How far a paper has come by the time the demo begins. */
export const fates = [
  'archived',
  'approved',
  'second-review',
  'review',
  'asked',
  'blind-open',
  'blind-first',
  'adjudication',
  'returned',
  'half',
  'blank',
] as const;
export type Fate = (typeof fates)[number];

export interface PaperLink {
  paper: Paper;
  relation: 'follows' | 'settles' | 'corrects' | 'lists';
}

/** What the clerk got wrong at first, and what the reviewer said. */
export interface Mistake {
  content: Content;
  path: string;
  right: string;
  errorClass: ErrorClass;
  comment: string;
}

/** One paper of the history: what stands on it, who handles it and when. Times are working minutes (work-time.ts). */
export interface Paper {
  kind: Kind;
  content: Content;
  buyer: Buyer;
  date: string;
  gross: bigint;
  links: PaperLink[];
  enteredAt: number;
  clerk: string;
  /** Two different people; the first reviews alone where one is enough. */
  reviewers: readonly [string, string];
  /** Working minutes from one stage to the next. */
  delays: { review: number; second: number; mend: number; archive: number };
  mistake: Mistake | null;
  /** A question that sales answered before the review, once in a while. */
  question: string | null;
  /** The two blind reviewers read it differently. */
  isDisputed: boolean;
  fate: Fate;
}
