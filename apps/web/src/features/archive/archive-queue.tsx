import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useCan } from '../../app/me.ts';
import { usePath, useTenant } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ArchiveBatch } from './archive-batch.tsx';
import { archiveColumns } from './archive-columns.tsx';
import { archiveQueueQuery } from './archive-queries.ts';
import styles from './archive.module.css';

/** What is approved and waits; several can be ticked and archived together. */
export function ArchiveQueue({ current }: { current: string | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = usePath();
  const mayArchive = useCan('document.archive');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, setAsking] = useState(false);
  const queue = useInfiniteQuery(archiveQueueQuery(useTenant()));
  const rows = useMemo(() => queue.data?.pages.flatMap(({ items }) => items) ?? [], [queue.data]);
  const columns = useMemo(() => archiveColumns(current), [current]);
  if (queue.isError && queue.data === undefined) {
    return <ErrorState error={queue.error} onRetry={() => void queue.refetch()} />;
  }
  const chosen = rows.filter(({ id }) => selected.has(id));
  return (
    <div className={styles.list}>
      {chosen.length > 0 && (
        <div className={styles.filter}>
          <Button look="primary" onClick={() => setAsking(true)}>
            {t('archive.batch.run', { count: chosen.length })}
          </Button>
        </div>
      )}
      <div className={styles.fill}>
        <DataTable
          label={t('archive.tab.queue')}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          onOpen={({ id }) => void navigate(path('archive', { id }))}
          selected={mayArchive ? selected : undefined}
          onSelect={mayArchive ? setSelected : undefined}
          hasMore={queue.hasNextPage}
          isLoadingMore={queue.isFetchingNextPage}
          onMore={() => void queue.fetchNextPage()}
          isPending={queue.isPending}
          empty={<EmptyState title={t('archive.queueEmpty')} />}
        />
      </div>
      {isAsking && (
        <ArchiveBatch
          rows={chosen}
          onClose={() => {
            setAsking(false);
            setSelected(new Set());
          }}
        />
      )}
    </div>
  );
}
