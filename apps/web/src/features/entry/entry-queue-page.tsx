import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, Navigate } from 'react-router';
import { usePath, useTenant } from '../../app/paths.ts';
import { Button, buttonClass } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { queuesQuery } from '../../app/use-counts.ts';
import { nextQuery } from './entry-queries.ts';

/** Continuous entry: takes the next document and opens it. What is left to say is that there is none. */
export function EntryQueuePage() {
  const { t } = useTranslation();
  const tenant = useTenant();
  const path = usePath();
  const waiting = useQuery(queuesQuery(tenant)).data?.items.find(({ stage }) => stage === 'entry')?.count ?? 0;
  const [opened] = useState(() => String(Date.now()));
  // A queue that was empty and is no longer is asked again by itself.
  const { data, error, isFetching, refetch } = useQuery({
    ...nextQuery(tenant, opened),
    refetchInterval: waiting > 0 ? 10_000 : false,
  });
  const document = data?.document ?? null;
  if (document !== null) {
    return <Navigate replace to={path('entry', { id: document.id })} />;
  }
  const again = () => void refetch();
  return (
    <Page title={t('entry.queue')} actions={<NewLink />}>
      {error !== null && <ErrorState error={error} onRetry={again} />}
      {error === null && data === undefined && <EmptyState title={t('entry.loading')} />}
      {error === null && data !== undefined && (
        <EmptyState title={t('entry.queueEmpty')} help={t('entry.queueEmptyHelp')}>
          <Button look="primary" loading={isFetching} onClick={again}>
            {t('shell.verb.refresh')}
          </Button>
          <Link className={buttonClass()} to={path('inbox')}>
            {t('entry.toInbox')}
          </Link>
          <Link className={buttonClass()} to={path('returned')}>
            {t('entry.toReturned')}
          </Link>
        </EmptyState>
      )}
    </Page>
  );
}

function NewLink() {
  const { t } = useTranslation();
  const path = usePath();
  return (
    <Link className={buttonClass('normal', 'small')} to={path('entry', { id: 'new' })}>
      {t('entry.newByHand')}
    </Link>
  );
}
