import { errorClasses } from '@danku/domain/events.ts';
import type { KeyBinding } from '../../components/keys.ts';
import { useKeys } from '../../components/keys.ts';

export interface ReviewMoves {
  approve: () => void;
  /** Opens the marking of faults; once open, moves on to sending. */
  sendBack: () => void;
  closeMarking: () => void;
  send: () => void;
  skip: () => void;
  transfer: () => void;
  undo: () => void;
  step: (by: 1 | -1) => void;
  nextDifference: () => void;
  highlight: () => void;
  /** Keys 1–9: a kind of error, or in an adjudication the value to choose. */
  digit: (number: number) => void;
}

const choices = ['review.key.choose', 'review.key.choose', 'review.key.choose'] as const;

/** The keys of the review; every one has a button or a row that does the same. */
export function useReviewKeys(moves: ReviewMoves, { isChoosing, isMarking }: { isChoosing: boolean; isMarking: boolean }): void {
  const names = isChoosing ? choices : errorClasses.map((errorClass) => `error-class.${errorClass}` as const);
  const digits = names.map((label, index): KeyBinding => ({ keys: String(index + 1), label, run: () => moves.digit(index + 1) }));
  useKeys([
    { keys: 'a', label: isChoosing ? 'action.adjudicate' : 'action.approve', run: moves.approve },
    { keys: 'r', label: 'action.send-back', run: moves.sendBack },
    { keys: 'e', label: 'action.skip', run: moves.skip },
    { keys: 'w', label: 'action.transfer', run: moves.transfer },
    { keys: 'z', label: 'shell.keys.undo', run: moves.undo },
    { keys: 'j', label: 'review.key.nextField', run: () => moves.step(1) },
    { keys: 'k', label: 'review.key.previousField', run: () => moves.step(-1) },
    { keys: 'n', label: 'review.key.nextDifference', run: moves.nextDifference },
    { keys: 'h', label: 'image.highlight', run: moves.highlight },
    { keys: 'Ctrl+Enter', label: 'review.key.send', run: moves.send },
    ...digits,
  ]);
  useKeys([{ keys: 'Escape', label: 'shell.verb.cancel', run: moves.closeMarking }], isMarking);
}
