import type { Document } from '@danku/contract/document-shapes.ts';
import type { Targets } from './review-targets.ts';
import type { Differences } from './use-differences.ts';
import type { ReviewMarks } from './use-review-marks.ts';

export interface FieldsProps {
  document: Document;
  targets: Targets;
  differences: Differences;
  focused: string | null;
  onFocus: (path: string) => void;
  review: ReviewMarks;
}
