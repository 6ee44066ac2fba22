import type { Reply } from '@danku/contract/endpoint.ts';
import type { listPapers } from '@danku/contract/archive.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { usePath, useTenant } from '../../app/paths.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { TableColumn } from '../../components/data-table/table-column.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Tag } from '../../components/tag.tsx';
import { formatDateTime } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { papersQuery } from './archive-queries.ts';
import styles from './archive.module.css';

/** A paper, and the day on which the list was loaded, against which loans are overdue. */
type Paper = Reply<typeof listPapers>['items'][number] & { today: string };

const columns: TableColumn<Paper>[] = [
  {
    key: 'number',
    header: 'document.column.registryNumber',
    width: '24%',
    cell: ({ registryNumber }) => <span className={styles.mono}>{registryNumber}</span>,
  },
  { key: 'party', header: 'archive.original.party', cell: ({ partyName }) => partyName },
  { key: 'place', header: 'archive.original.placeColumn', width: '150px', cell: ({ box, shelf }) => `${box} / ${shelf}` },
  {
    key: 'loan',
    header: 'archive.original.lend',
    width: '180px',
    cell: ({ loan, today }) => <LoanCell loan={loan} today={today} />,
  },
];

/** Paper originals by box, or only those that are lent. The filter is in the address. */
export function PaperList() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = usePath();
  const [search, setSearch] = useSearchParams();
  const box = search.get('box') ?? '';
  const lent = search.get('lent') === '1';
  const filter = useDeferredValue(box);
  const papers = useInfiniteQuery(papersQuery(useTenant(), { box: filter, lent }));
  const today = formatDateTime(new Date(papers.dataUpdatedAt).toISOString(), 'day');
  const rows = useMemo(
    () => (papers.data?.pages.flatMap(({ items }) => items) ?? []).map((paper) => ({ ...paper, today })),
    [papers.data, today],
  );
  const change = (name: string, value: string) =>
    setSearch(
      (now) => {
        now.delete(name);
        if (value !== '') {
          now.set(name, value);
        }
        return now;
      },
      { replace: true },
    );
  return (
    <div className={styles.list}>
      <div className={styles.filter}>
        <label>
          <span className="visually-hidden">{t('archive.original.filterBox')}</span>
          <input
            className={styles.input}
            placeholder={t('archive.original.filterBox')}
            value={box}
            maxLength={40}
            onChange={(event) => change('box', event.currentTarget.value)}
          />
        </label>
        <label className={styles.check}>
          <input type="checkbox" checked={lent} onChange={(event) => change('lent', event.currentTarget.checked ? '1' : '')} />
          {t('archive.original.onlyLent')}
        </label>
      </div>
      {papers.isError && papers.data === undefined ? (
        <ErrorState error={papers.error} onRetry={() => void papers.refetch()} />
      ) : (
        <div className={styles.fill}>
          <DataTable
            label={t('archive.tab.papers')}
            columns={columns}
            rows={rows}
            rowId={({ documentId }) => documentId}
            onOpen={({ documentId }) => void navigate(`${path('archive', { id: documentId })}?${search}`)}
            hasMore={papers.hasNextPage}
            isLoadingMore={papers.isFetchingNextPage}
            onMore={() => void papers.fetchNextPage()}
            isPending={papers.isPending}
            empty={<EmptyState title={t('archive.original.empty')} />}
          />
        </div>
      )}
    </div>
  );
}

function LoanCell({ loan, today }: Pick<Paper, 'loan' | 'today'>) {
  const { t } = useTranslation();
  if (loan === null) {
    return (
      <Tag tone="ok" shape="●">
        {t('archive.original.inPlace')}
      </Tag>
    );
  }
  const isLate = loan.dueOn !== null && loan.dueOn < today;
  return (
    <Tag tone={isLate ? 'bad' : 'warn'} shape={isLate ? '▲' : '↗'}>
      {loan.borrower} {isLate && t('archive.original.overdue')}
    </Tag>
  );
}
