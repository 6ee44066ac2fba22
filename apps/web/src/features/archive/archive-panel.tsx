import type { Document } from '@danku/contract/document-shapes.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePath, useTenant } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { GatedButton } from '../../components/gated-button.tsx';
import { Money } from '../../components/money.tsx';
import { notify } from '../../components/notices.ts';
import { Skeleton } from '../../components/skeleton.tsx';
import { StageBadge } from '../../components/stage-badge.tsx';
import { sayCode } from '../../i18n/say-code.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { checksQuery, documentQuery, recordQuery, useArchive } from './archive-queries.ts';
import { CheckList } from './check-list.tsx';
import { PaperPanel } from './paper-panel.tsx';
import styles from './archive.module.css';

/** One document on its way into the archive, or already there. */
export function ArchivePanel({ id }: { id: string }) {
  const { t } = useTranslation();
  const path = usePath();
  const { data: document, error, refetch } = useQuery(documentQuery(useTenant(), id));
  if (document === undefined) {
    return error === null ? <Skeleton /> : <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  const isArchived = document.stage === 'archived';
  return (
    <article className={styles.panel} aria-label={document.registryNumber ?? document.draftNumber}>
      <header className={styles.head}>
        <StageBadge stage={document.stage} />
        <Link to={path('document', { id })}>{t('shell.verb.details')}</Link>
      </header>
      <p className={styles.number}>{document.registryNumber ?? document.draftNumber}</p>
      <p>{[t(`kind.${document.kind}`), document.number, document.partyName].filter(Boolean).join(' · ')}</p>
      <p className={styles.sum}>
        <Money value={document.grossTotal} currency={document.currency} />
      </p>
      {isArchived ? <Archived document={document} /> : <ToArchive document={document} />}
      {isArchived && <PaperPanel document={document} />}
    </article>
  );
}

/** The checks as they come out now, and the one button that cannot be undone. */
function ToArchive({ document }: { document: Document }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const checks = useQuery({ ...checksQuery(useTenant(), document), enabled: document.stage === 'approved' });
  const name = document.registryNumber ?? document.draftNumber;
  const archive = useArchive(() => {
    setAsking(false);
    notify(t('archive.done', { number: name }), { tone: 'ok' });
  });
  const blocks = checks.data?.blocks ?? true;
  return (
    <>
      <section aria-label={t('archive.checks')}>
        <h2>{t('archive.checks')}</h2>
        {checks.isError && <ErrorState error={checks.error} onRetry={() => void checks.refetch()} />}
        {checks.isPending && document.stage === 'approved' && <Skeleton lines={4} />}
        {checks.data !== undefined && (
          <>
            <p className={blocks ? styles.bad : styles.ok} role="status">
              {t(blocks ? 'archive.blocks' : 'archive.clear')}
            </p>
            <CheckList checks={checks.data.checks} />
          </>
        )}
      </section>
      <section>
        <h2>{t('archive.retentionTitle')}</h2>
        <p className={styles.quiet}>{t('archive.retentionAtArchive')}</p>
      </section>
      <div className={styles.acts}>
        <Button loading={checks.isFetching} onClick={() => void checks.refetch()}>
          {t('archive.checkAgain')}
        </Button>
        {blocks && document.actions.archive.allowed ? (
          <Button disabled>{t('archive.run')}</Button>
        ) : (
          <GatedButton verdict={document.actions.archive} look="primary" onClick={() => setAsking(true)}>
            {t('archive.run')}
          </GatedButton>
        )}
      </div>
      {isAsking && (
        <Dialog onClose={() => setAsking(false)} title={t('archive.confirmTitle', { number: name })}>
          <p>{t('archive.confirm')}</p>
          <div className={styles.acts}>
            <Button onClick={() => setAsking(false)}>{t('shell.verb.cancel')}</Button>
            <Button look="primary" data-autofocus loading={archive.isPending} onClick={() => archive.mutate(document)}>
              {t('archive.run')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

/** What was found when it was archived, its number, and how long it is kept. */
function Archived({ document }: { document: Document }) {
  const { t } = useTranslation();
  const record = useQuery(recordQuery(useTenant(), document.id));
  if (record.data === undefined) {
    return record.isError ? <ErrorState error={record.error} onRetry={() => void record.refetch()} /> : <Skeleton lines={4} />;
  }
  const { archiveNumber, archivedBy, archivedAt, retainUntil, retentionClass, checks } = record.data;
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('archive.number')}</dt>
        <dd className={styles.mono}>{archiveNumber}</dd>
        <dt>{t('archive.retentionTitle')}</dt>
        <dd>
          {retainUntil === null ? t('archive.permanent') : t('archive.retention', { date: retainUntil })}
          <span className={styles.why}>
            {t('archive.retentionWhy', {
              class: sayCode(t, 'settings.type.class', retentionClass, 'archive.code.other', { code: retentionClass }),
            })}
          </span>
        </dd>
        <dt>{t('stage.archived')}</dt>
        <dd>
          {archivedBy.name} · <DateTime value={archivedAt} />
        </dd>
      </dl>
      <section aria-label={t('archive.report')}>
        <h2>{t('archive.report')}</h2>
        <CheckList checks={checks} />
      </section>
    </>
  );
}
