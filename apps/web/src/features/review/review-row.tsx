import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { MarkEditor } from './mark-editor.tsx';
import type { ReviewMarks } from './use-review-marks.ts';
import styles from './review.module.css';

interface ReviewRowProps {
  path: string;
  label: string;
  focused: string | null;
  onFocus: (path: string) => void;
  review: ReviewMarks;
  /** Whether the editor of marks opens here: a path may be shown in two places. */
  isHome?: boolean;
  tone?: 'bad' | 'warn';
  /** Links that belong to the row; a button may hold none. */
  aside?: ReactNode;
  children: ReactNode;
}

/** One line of the review: a name, what stands there, and the editor of marks below it while faults are marked. */
export function ReviewRow({ path, label, focused, onFocus, review, isHome = true, tone, aside, children }: ReviewRowProps) {
  const { t } = useTranslation();
  const row = useRef<HTMLLIElement>(null);
  const mark = review.marks[path];
  const isFocused = focused === path && isHome;
  useEffect(() => {
    if (isFocused) {
      row.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [isFocused, review.isMarking, mark]);
  return (
    <li ref={row} className={styles.item} data-tone={tone} data-focused={isFocused || undefined}>
      <button
        type="button"
        className={styles.row}
        aria-current={isFocused || undefined}
        tabIndex={isFocused || focused === null ? 0 : -1}
        onClick={() => onFocus(path)}
      >
        <span className={styles.key}>{label}</span>
        <span className={styles.value}>{children}</span>
        {mark !== undefined && isHome && <span className={styles.markTag}>{t(`error-class.${mark.errorClass}`)}</span>}
      </button>
      {aside}
      {review.isMarking && isFocused && <MarkEditor path={path} label={label} review={review} />}
    </li>
  );
}
