import type { FieldVerdict } from '@danku/domain/events.ts';
import { errorClasses } from '@danku/domain/events.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../components/button.tsx';
import type { ReviewMarks } from './use-review-marks.ts';
import styles from './review.module.css';

interface MarkEditorProps {
  path: string;
  label: string;
  review: ReviewMarks;
}

/** What is wrong with one field: the kind of error by key 1–9, and what it should be. */
export function MarkEditor({ path, label, review }: MarkEditorProps) {
  const { t } = useTranslation();
  const mark = review.marks[path];
  return (
    <div className={styles.editor} role="group" aria-label={label}>
      {errorClasses.map((errorClass, index) => (
        <button
          key={errorClass}
          type="button"
          className={styles.chip}
          aria-pressed={mark?.errorClass === errorClass}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => review.mark(path, errorClass)}
        >
          <kbd aria-hidden>{index + 1}</kbd>
          {t(`error-class.${errorClass}`)}
        </button>
      ))}
      {mark !== undefined && <MarkDetails mark={mark} label={label} review={review} />}
    </div>
  );
}

function MarkDetails({ mark, label, review }: { mark: FieldVerdict; label: string; review: ReviewMarks }) {
  const { t } = useTranslation();
  const { path } = mark;
  const { place } = mark;
  return (
    <>
      <input
        className={styles.input}
        value={mark.suggested ?? ''}
        maxLength={2000}
        placeholder={t('review.sendBack.suggestion')}
        aria-label={`${label} · ${t('review.sendBack.suggestion')}`}
        onChange={(event) => review.amend(path, { suggested: event.currentTarget.value || null })}
      />
      <input
        className={styles.input}
        value={mark.comment ?? ''}
        maxLength={500}
        placeholder={t('review.sendBack.comment')}
        aria-label={`${label} · ${t('review.sendBack.comment')}`}
        onChange={(event) => review.amend(path, { comment: event.currentTarget.value || null })}
      />
      {place === undefined || place === null ? (
        <span className={styles.quiet}>{t('review.sendBack.placeHow')}</span>
      ) : (
        <Button size="small" onClick={() => review.amend(path, { place: null })}>
          {t('review.sendBack.placeSet', { page: place.page })} ×{' '}
          <span className="visually-hidden">{t('review.sendBack.clearPlace')}</span>
        </Button>
      )}
    </>
  );
}
