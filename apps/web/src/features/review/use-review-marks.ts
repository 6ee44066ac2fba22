import type { ErrorClass, FieldVerdict } from '@danku/domain/events.ts';
import { useState } from 'react';

export type Marks = Readonly<Record<string, FieldVerdict>>;

export interface ReviewMarks {
  marks: Marks;
  /** Whether faults are being marked now: chips at the field in focus, the list below. */
  isMarking: boolean;
  comment: string;
  setMarking: (on: boolean) => void;
  setComment: (comment: string) => void;
  /** Marks a field with a kind of error; the same kind again takes the mark away. */
  mark: (path: string, errorClass: ErrorClass) => void;
  /** Adds to a mark; a field that has none yet gets one of the kind "other". */
  amend: (path: string, change: Partial<Pick<FieldVerdict, 'suggested' | 'comment' | 'place'>>) => void;
  unmark: (path: string) => void;
  /** Starts a send-back from values chosen elsewhere. */
  propose: (verdicts: readonly FieldVerdict[]) => void;
}

/** The faults marked so far on the document in view. */
export function useReviewMarks(): ReviewMarks {
  const [marks, setMarks] = useState<Marks>({});
  const [isMarking, setMarking] = useState(false);
  const [comment, setComment] = useState('');
  const unmark = (path: string) => setMarks(({ [path]: _gone, ...rest }) => rest);
  return {
    marks,
    isMarking,
    comment,
    setMarking,
    setComment,
    unmark,
    mark: (path, errorClass) => {
      setMarking(true);
      if (marks[path]?.errorClass === errorClass) {
        unmark(path);
        return;
      }
      setMarks((now) => ({ ...now, [path]: { ...now[path], path, errorClass } }));
    },
    amend: (path, change) => {
      setMarking(true);
      setMarks((now) => ({ ...now, [path]: { errorClass: 'other', ...now[path], path, ...change } }));
    },
    propose: (verdicts) => {
      setMarking(true);
      setMarks((now) => ({ ...now, ...Object.fromEntries(verdicts.map((verdict) => [verdict.path, verdict])) }));
    },
  };
}
