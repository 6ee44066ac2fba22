import { queueStages } from '@danku/domain/documents/flow.ts';
import type { QueueStage } from '@danku/domain/documents/flow.ts';
import { kinds } from '@danku/domain/documents/kinds.ts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useCan } from '../../app/me.ts';
import { NotFoundPage } from '../../app/not-found-page.tsx';
import type { Place } from '../../app/paths.ts';
import { usePath, useTenant } from '../../app/paths.ts';
import { searchMembers } from '../../app/search-members.ts';
import { queuesQuery } from '../../app/use-counts.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { TransferDialog } from '../../components/transfer-dialog.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { QueueRow } from './queue-columns.tsx';
import { queueColumns } from './queue-columns.tsx';
import { queueQuery, useTransferRows } from './queue-queries.ts';
import { QueueTabs } from './queue-tabs.tsx';
import styles from './queue.module.css';

/** Where a document of each stage is worked on, and where the next one is taken. */
const desks: Record<QueueStage, { one: Place; next: Place }> = {
  entry: { one: 'entry', next: 'entryQueue' },
  review: { one: 'review', next: 'reviewQueue' },
  'second-review': { one: 'review', next: 'reviewQueue' },
  adjudication: { one: 'review', next: 'adjudicationQueue' },
  approved: { one: 'archive', next: 'archiveQueue' },
};

/** The queue of one stage, as a list: who has what in hand, and how long there is for it. */
export function QueuePage() {
  const { stage: named } = useParams<'stage'>();
  const stage = queueStages.find((one) => one === named);
  return stage === undefined ? <NotFoundPage /> : <StageQueue key={stage} stage={stage} />;
}

function StageQueue({ stage }: { stage: QueueStage }) {
  const { t } = useTranslation();
  const tenant = useTenant();
  const navigate = useNavigate();
  const path = usePath();
  const [search, setSearch] = useSearchParams();
  const kind = kinds.find((one) => one === search.get('kind'));
  const queue = useInfiniteQuery(queueQuery(tenant, stage, kind));
  const counts = useQuery(queuesQuery(tenant)).data?.items.find((item) => item.stage === stage);
  const rows = useMemo(() => queue.data?.pages.flatMap(({ items }) => items) ?? [], [queue.data]);
  const { dataUpdatedAt } = queue;
  const columns = useMemo(() => queueColumns(rows, dataUpdatedAt), [rows, dataUpdatedAt]);
  const mayWork = counts?.mayWork === true;
  const open = ({ id }: QueueRow) =>
    void navigate(mayWork ? `${path(desks[stage].one, { id })}?queue=${stage}` : path('document', { id }));
  const selection = useSelection(rows);
  return (
    <div className={styles.frame}>
      <QueueTabs current={stage} />
      <Page
        padded={false}
        title={t('queue.title', { stage: t(`stage.${stage}`) })}
        facts={
          counts !== undefined && (
            <span>
              {counts.isCapped ? t('home.capped', { count: counts.count }) : t('document.list.count', { count: counts.count })}
            </span>
          )
        }
        actions={
          <>
            <select
              className={styles.select}
              aria-label={t('queue.kind')}
              value={kind ?? ''}
              onChange={(event) => setSearch(event.currentTarget.value === '' ? {} : { kind: event.currentTarget.value })}
            >
              <option value="">{t('queue.allKinds')}</option>
              {kinds.map((one) => (
                <option key={one} value={one}>
                  {t(`kind.${one}`)}
                </option>
              ))}
            </select>
            {selection.button}
            {mayWork && (
              <Button look="primary" onClick={() => void navigate(`${path(desks[stage].next)}?queue=${stage}`)}>
                {t('queue.next')}
              </Button>
            )}
          </>
        }
      >
        {queue.isError && (
          <ErrorState error={queue.error} banner={queue.data !== undefined} onRetry={() => void queue.refetch()} />
        )}
        {!(queue.isError && queue.data === undefined) && (
          <DataTable
            label={t('queue.title', { stage: t(`stage.${stage}`) })}
            columns={columns}
            rows={rows}
            rowId={({ id }) => id}
            onOpen={open}
            selected={selection.selected}
            onSelect={selection.onSelect}
            hasMore={queue.hasNextPage}
            isLoadingMore={queue.isFetchingNextPage}
            onMore={() => void queue.fetchNextPage()}
            isPending={queue.isPending}
            empty={<EmptyState title={t('queue.empty')} />}
          />
        )}
      </Page>
      {selection.dialog}
    </div>
  );
}

/** Rows ticked to be handed to someone, for who may transfer. */
function useSelection(rows: readonly QueueRow[]) {
  const { t } = useTranslation();
  const mayTransfer = useCan('document.transfer');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, setAsking] = useState(false);
  const transfer = useTransferRows(() => {
    setAsking(false);
    setSelected(new Set());
  });
  if (!mayTransfer) {
    return {};
  }
  return {
    selected,
    onSelect: setSelected,
    button: selected.size > 0 && (
      <Button onClick={() => setAsking(true)}>
        {t('queue.transfer')} {selected.size}
      </Button>
    ),
    dialog: isAsking && (
      <TransferDialog
        search={searchMembers}
        isPending={transfer.isPending}
        onTransfer={(member, reason) => transfer.mutate({ rows: rows.filter(({ id }) => selected.has(id)), member, reason })}
        onClose={() => setAsking(false)}
      />
    ),
  };
}
