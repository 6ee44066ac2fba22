import { useId, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import type { Pick } from './pick-combobox.tsx';
import { PickCombobox } from './pick-combobox.tsx';
import styles from './transfer-dialog.module.css';

interface TransferDialogProps {
  search: (text: string, signal: AbortSignal) => Promise<readonly Pick[]>;
  isPending: boolean;
  onTransfer: (member: Pick, reason: string | null) => void;
  onClose: () => void;
}

/** Asks whom work is handed to, and why. */
export function TransferDialog({ search, isPending, onTransfer, onClose }: TransferDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const [name, setName] = useState('');
  const [picked, setPicked] = useState<Pick | null>(null);
  const [reason, setReason] = useState('');
  return (
    <Dialog onClose={onClose} title={t('review.transfer.title')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (picked !== null && !isPending) {
            onTransfer(picked, reason.trim() || null);
          }
        }}
      >
        <label htmlFor={`${id}-to`}>{t('review.transfer.to')}</label>
        <PickCombobox
          id={`${id}-to`}
          data-autofocus
          value={name}
          onChange={(text) => {
            setName(text);
            setPicked(null);
          }}
          onPick={(pick) => {
            setName(pick.name);
            setPicked(pick);
          }}
          search={search}
        />
        <label htmlFor={`${id}-reason`}>{t('review.transfer.reason')}</label>
        <input
          id={`${id}-reason`}
          className={styles.input}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={styles.end}>
          <Button onClick={onClose}>{t('shell.verb.cancel')}</Button>
          <Button type="submit" look="primary" loading={isPending} disabled={picked === null}>
            {t('action.transfer')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
