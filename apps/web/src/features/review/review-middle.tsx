import type { Document } from '@danku/contract/document-shapes.ts';
import { Button } from '../../components/button.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { AdjudicationTable } from './adjudication-table.tsx';
import { BlindForm } from './blind-form.tsx';
import { ReviewFields } from './review-fields.tsx';
import { SendBackPanel } from './send-back-panel.tsx';
import type { Desk } from './use-desk.ts';
import styles from './review.module.css';

/** Between the image and the history: what is to be judged, in the way this document is reviewed. */
export function ReviewMiddle({ document, desk }: { document: Document; desk: Desk }) {
  const { t } = useTranslation();
  const { mode, review, focused, setFocused, blind } = desk;
  const shared = { document, focused, onFocus: setFocused, review };
  const { pendingDecision } = document;
  const isDone = mode === 'blind' && document.actions.approve.reasons.includes('already-decided');
  return (
    <div className={styles.middle}>
      <div className={styles.judged}>
        {pendingDecision !== null && (
          <p role="status" className={styles.banner}>
            {t('review.pending', { time: formatDateTime(pendingDecision.commitsAt, 'time') })}
            <Button size="small" onClick={() => desk.undo(document.id)}>
              {t('shell.verb.undo')}
            </Button>
          </p>
        )}
        {isDone && <p className={styles.banner}>{t('review.blind.done')}</p>}
        {mode === 'blind' && !isDone && (
          <BlindForm
            {...shared}
            texts={blind.texts}
            faults={blind.faults}
            onChange={blind.setTexts}
            onApprove={desk.moves.approve}
          />
        )}
        {mode === 'adjudication' && (
          <AdjudicationTable
            document={document}
            chosen={desk.chosen}
            focused={focused}
            onFocus={setFocused}
            onChoose={(field, reader) => desk.setChosen({ ...desk.chosen, [field]: reader })}
          />
        )}
        {mode !== 'blind' && (
          <ReviewFields
            {...shared}
            focused={mode === 'adjudication' && !review.isMarking ? null : focused}
            targets={desk.targets}
            differences={desk.differences}
          />
        )}
      </div>
      {review.isMarking && <SendBackPanel review={review} isSending={desk.isBusy} onSend={desk.send} />}
    </div>
  );
}
