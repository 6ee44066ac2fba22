import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useCan } from '../../app/me.ts';
import { usePath, useTenant } from '../../app/paths.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { Split } from '../../components/split.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { archiveColumns } from './archive-columns.tsx';
import { ArchivePanel } from './archive-panel.tsx';
import { archiveQueueQuery } from './archive-queries.ts';
import { PaperList } from './paper-list.tsx';
import styles from './archive.module.css';

/** What is approved and waits for the archive, with the four checks beside it; and where the papers stand. */
export function ArchivePage() {
  const { t } = useTranslation();
  const path = usePath();
  const { id } = useParams<'id'>();
  const [search] = useSearchParams();
  const isPapers = search.get('tab') === 'papers';
  const mayReadRegister = useCan('register.read');
  return (
    <Page
      padded={false}
      title={t('archive.title')}
      facts={
        <nav className={styles.tabs} aria-label={t('archive.title')}>
          <Link to={path('archiveQueue')} aria-current={isPapers ? undefined : 'page'}>
            {t('archive.tab.queue')}
          </Link>
          <Link to={`${path('archiveQueue')}?tab=papers`} aria-current={isPapers ? 'page' : undefined}>
            {t('archive.tab.papers')}
          </Link>
          {mayReadRegister && <Link to={path('registers')}>{t('archive.tab.registers')}</Link>}
        </nav>
      }
    >
      <Split
        name="archive"
        initial={54}
        start={isPapers ? <PaperList /> : <ArchiveQueue current={id} />}
        end={
          id === undefined ? (
            <EmptyState title={t(isPapers ? 'archive.original.pick' : 'archive.pick')} />
          ) : (
            <ArchivePanel key={id} id={id} />
          )
        }
      />
    </Page>
  );
}

function ArchiveQueue({ current }: { current: string | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = usePath();
  const queue = useInfiniteQuery(archiveQueueQuery(useTenant()));
  const rows = useMemo(() => queue.data?.pages.flatMap(({ items }) => items) ?? [], [queue.data]);
  const columns = useMemo(() => archiveColumns(current), [current]);
  if (queue.isError && queue.data === undefined) {
    return <ErrorState error={queue.error} onRetry={() => void queue.refetch()} />;
  }
  return (
    <DataTable
      label={t('archive.tab.queue')}
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      onOpen={({ id }) => void navigate(path('archive', { id }))}
      hasMore={queue.hasNextPage}
      isLoadingMore={queue.isFetchingNextPage}
      onMore={() => void queue.fetchNextPage()}
      isPending={queue.isPending}
      empty={<EmptyState title={t('archive.queueEmpty')} />}
    />
  );
}
