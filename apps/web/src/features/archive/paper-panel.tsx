import type { PaperOriginal } from '@danku/contract/archive.ts';
import type { Document } from '@danku/contract/document-shapes.ts';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useCan } from '../../app/me.ts';
import { useTenant } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { notify } from '../../components/notices.ts';
import { Skeleton } from '../../components/skeleton.tsx';
import { Tag } from '../../components/tag.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { paperQuery, usePaperChange } from './archive-queries.ts';
import { LoanForm } from './loan-form.tsx';
import { PaperLabel } from './paper-label.tsx';
import styles from './archive.module.css';

/** Where the paper original stands, who has it, and its label. */
export function PaperPanel({ document }: { document: Document }) {
  const { t } = useTranslation();
  const mayManage = useCan('paper.manage');
  const { data: paper, error, refetch } = useQuery(paperQuery(useTenant(), document.id));
  if (paper === undefined) {
    return error === null ? <Skeleton lines={2} /> : <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  return (
    <section aria-label={t('archive.original.title')}>
      <h2>{t('archive.original.title')}</h2>
      {paper === null ? <p className={styles.quiet}>{t('archive.original.notPlaced')}</p> : <Place paper={paper} />}
      {mayManage && <PlaceForm key={paper?.version ?? 0} documentId={document.id} paper={paper} />}
      {paper !== null && mayManage && <LoanForm documentId={document.id} paper={paper} />}
      {paper !== null && <PaperLabel document={document} paper={paper} />}
      {paper !== null && <Loans paper={paper} />}
    </section>
  );
}

function Place({ paper }: { paper: PaperOriginal }) {
  const { t } = useTranslation();
  const { loan } = paper;
  return (
    <p className={styles.place}>
      <strong>{t('archive.original.where', { box: paper.box, shelf: paper.shelf })}</strong>
      {loan === null ? (
        <Tag tone="ok" shape="●">
          {t('archive.original.inPlace')}
        </Tag>
      ) : (
        <Tag tone="warn" shape="↗">
          {t('archive.original.lentTo', { name: loan.borrower })}
        </Tag>
      )}
    </p>
  );
}

function PlaceForm({ documentId, paper }: { documentId: string; paper: PaperOriginal | null }) {
  const { t } = useTranslation();
  const [box, setBox] = useState(paper?.box ?? '');
  const [shelf, setShelf] = useState(paper?.shelf ?? '');
  const change = usePaperChange(documentId);
  const isSame = box.trim() === (paper?.box ?? '') && shelf.trim() === (paper?.shelf ?? '');
  const isReady = box.trim() !== '' && shelf.trim() !== '' && !isSame;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) {
      change.mutate(
        { act: 'place', version: paper?.version ?? 0, box: box.trim(), shelf: shelf.trim() },
        { onSuccess: () => notify(t('archive.original.placed'), { tone: 'ok' }) },
      );
    }
  };
  return (
    <form className={styles.line} onSubmit={submit}>
      <label>
        <span>{t('archive.original.box')}</span>
        <input value={box} maxLength={40} onChange={(event) => setBox(event.currentTarget.value)} />
      </label>
      <label>
        <span>{t('archive.original.shelf')}</span>
        <input value={shelf} maxLength={40} onChange={(event) => setShelf(event.currentTarget.value)} />
      </label>
      <Button type="submit" look={paper === null ? 'primary' : 'normal'} loading={change.isPending} disabled={!isReady}>
        {t(paper === null ? 'archive.original.place' : 'archive.original.move')}
      </Button>
    </form>
  );
}

function Loans({ paper }: { paper: PaperOriginal }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t('archive.original.loans')}</h3>
      {paper.loans.length === 0 && <p className={styles.quiet}>{t('archive.original.noLoans')}</p>}
      <ul>
        {paper.loans.map((loan) => (
          <li key={loan.id} className={styles.loan}>
            <span>{[loan.borrower, loan.purpose].filter(Boolean).join(' · ')}</span>
            <span className={styles.quiet}>
              <DateTime value={loan.lentAt} precision="day" /> →{' '}
              {loan.returnedAt === null ? (loan.dueOn ?? '…') : <DateTime value={loan.returnedAt} precision="day" />}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
