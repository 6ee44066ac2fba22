import type { Document } from '@danku/contract/document-shapes.ts';
import { skipDocument } from '@danku/contract/work.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { call } from '../../api/call.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './review.module.css';

interface DialogProps {
  document: Document;
  onClose: () => void;
  /** The document has gone to others. */
  onDone: () => void;
}

const presets = ['unclear', 'ask', 'later'] as const;

/** Puts the document aside for today; says why, so that the next person knows. */
export function SkipDialog({ document, onClose, onDone }: DialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const { mutate, isPending } = useMutation({
    mutationFn: () => call(skipDocument, { params: { id: document.id }, body: { reason: reason.trim() } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['queues'] });
      onDone();
    },
  });
  return (
    <Dialog onClose={onClose} title={t('review.skip.title')}>
      <form
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') {
            mutate();
          }
        }}
      >
        <p className={styles.quiet}>{t('review.skip.help')}</p>
        <div className={styles.editor}>
          {presets.map((preset) => (
            <button
              key={preset}
              type="button"
              className={styles.chip}
              aria-pressed={reason === t(`review.skip.preset.${preset}`)}
              onClick={() => setReason(t(`review.skip.preset.${preset}`))}
            >
              {t(`review.skip.preset.${preset}`)}
            </button>
          ))}
        </div>
        <label htmlFor={id}>{t('review.skip.reason')}</label>
        <input
          id={id}
          className={styles.input}
          value={reason}
          maxLength={200}
          autoFocus
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={styles.panelEnd}>
          <Button onClick={onClose}>{t('shell.verb.cancel')}</Button>
          <Button type="submit" look="primary" loading={isPending} disabled={reason.trim() === ''}>
            {t('shell.verb.later')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
