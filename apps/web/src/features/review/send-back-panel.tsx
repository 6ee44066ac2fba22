import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../components/button.tsx';
import { sayPath, wholeDocument } from './review-targets.ts';
import { MarkEditor } from './mark-editor.tsx';
import type { ReviewMarks } from './use-review-marks.ts';
import styles from './review.module.css';

interface SendBackPanelProps {
  review: ReviewMarks;
  isSending: boolean;
  onSend: () => void;
}

/** Every fault that goes back to the clerk, to be read once more before it is sent. */
export function SendBackPanel({ review, isSending, onSend }: SendBackPanelProps) {
  const { t } = useTranslation();
  const marks = Object.values(review.marks);
  const general = t('review.sendBack.general');
  return (
    <section className={styles.panel} aria-label={t('review.sendBack.title')}>
      <h2>{t('review.sendBack.list', { count: marks.length })}</h2>
      {marks.length === 0 && <p className={styles.quiet}>{t('review.sendBack.help')}</p>}
      <ul>
        {marks.map((mark) => (
          <li key={mark.path} className={styles.verdict}>
            <span>
              {sayPath(t, mark.path)} · <strong>{t(`error-class.${mark.errorClass}`)}</strong>
              {mark.suggested && <ins className={styles.suggested}>{mark.suggested}</ins>}
              {mark.comment && <span className={styles.quiet}>{mark.comment}</span>}
              {mark.place && <span className={styles.quiet}>{t('review.sendBack.placeSet', { page: mark.place.page })}</span>}
            </span>
            <Button
              look="plain"
              size="small"
              aria-label={t('shell.verb.remove', { name: sayPath(t, mark.path) })}
              onClick={() => review.unmark(mark.path)}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      <details className={styles.general} open={review.marks[wholeDocument] !== undefined}>
        <summary>{general}</summary>
        <MarkEditor path={wholeDocument} label={general} review={review} />
      </details>
      <label className={styles.overall}>
        <span>{t('review.sendBack.overall')}</span>
        <textarea
          className={styles.input}
          rows={1}
          maxLength={1000}
          value={review.comment}
          onChange={(event) => review.setComment(event.currentTarget.value)}
        />
      </label>
      <div className={styles.panelEnd}>
        <Button onClick={() => review.setMarking(false)}>{t('shell.verb.cancel')}</Button>
        <Button
          look="danger"
          shortcut="Ctrl+Enter"
          loading={isSending}
          disabled={marks.length === 0 && review.comment.trim() === ''}
          onClick={onSend}
        >
          {t('review.sendBack.submit')}
        </Button>
      </div>
    </section>
  );
}
