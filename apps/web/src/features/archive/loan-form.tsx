import type { PaperOriginal } from '@danku/contract/archive.ts';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { notify } from '../../components/notices.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { usePaperChange } from './archive-queries.ts';
import styles from './archive.module.css';

/** Lends the paper to someone, or takes it back. */
export function LoanForm({ documentId, paper }: { documentId: string; paper: PaperOriginal }) {
  const { t } = useTranslation();
  const change = usePaperChange(documentId);
  const [borrower, setBorrower] = useState('');
  const [purpose, setPurpose] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [today] = useState(() => formatDateTime(new Date().toISOString(), 'day'));
  if (paper.loan !== null) {
    return (
      <p className={styles.line}>
        <Button
          loading={change.isPending}
          onClick={() =>
            change.mutate({ act: 'return' }, { onSuccess: () => notify(t('archive.original.returned'), { tone: 'ok' }) })
          }
        >
          {t('archive.original.return')}
        </Button>
        {paper.loan.dueOn !== null && (
          <span className={styles.quiet}>
            {t('archive.original.dueBack')} {paper.loan.dueOn}
          </span>
        )}
      </p>
    );
  }
  const isReady = borrower.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) {
      change.mutate(
        { act: 'lend', borrower: borrower.trim(), purpose: purpose.trim() || null, dueOn: dueOn || null },
        { onSuccess: () => notify(t('archive.original.lent'), { tone: 'ok' }) },
      );
    }
  };
  return (
    <form className={styles.line} onSubmit={submit}>
      <label>
        <span>{t('archive.original.borrower')}</span>
        <input value={borrower} maxLength={80} onChange={(event) => setBorrower(event.currentTarget.value)} />
      </label>
      <label>
        <span>{t('archive.original.purpose')}</span>
        <input value={purpose} maxLength={200} onChange={(event) => setPurpose(event.currentTarget.value)} />
      </label>
      <label>
        <span>{t('archive.original.dueBack')}</span>
        <input type="date" min={today} value={dueOn} onChange={(event) => setDueOn(event.currentTarget.value)} />
      </label>
      <Button type="submit" loading={change.isPending} disabled={!isReady}>
        {t('archive.original.lend')}
      </Button>
    </form>
  );
}
