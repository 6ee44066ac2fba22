import type { Reply } from '@danku/contract/endpoint.ts';
import type { listRegister } from '@danku/contract/archive.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { usePath, useTenant } from '../../app/paths.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { TableColumn } from '../../components/data-table/table-column.ts';
import { DateTime } from '../../components/date-time.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { registerQuery } from './archive-queries.ts';
import styles from './archive.module.css';

type Entry = Reply<typeof listRegister>['items'][number];

const columns: TableColumn<Entry>[] = [
  {
    key: 'number',
    header: 'archive.register.number',
    width: '26%',
    cell: ({ number, voidedAt }) => <span className={`${styles.mono} ${voidedAt === null ? '' : styles.struck}`}>{number}</span>,
  },
  { key: 'givenAt', header: 'archive.register.givenAt', width: '160px', cell: ({ givenAt }) => <DateTime value={givenAt} /> },
  { key: 'voidedAt', header: 'archive.register.voidedAt', width: '160px', cell: ({ voidedAt }) => <DateTime value={voidedAt} /> },
  { key: 'reason', header: 'archive.register.reason', cell: ({ voidReason }) => voidReason },
];

/** The numbers of one series and period; with the box ticked, its void register. */
export function RegisterTable({ series, period }: { series: string; period: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = usePath();
  const [isVoided, setVoided] = useState(false);
  const register = useInfiniteQuery(registerQuery(useTenant(), series, period, isVoided));
  const rows = useMemo(() => register.data?.pages.flatMap(({ items }) => items) ?? [], [register.data]);
  return (
    <section className={styles.list} aria-label={`${series} ${period}`}>
      <div className={styles.filter}>
        <h2>
          {series} · {period}
        </h2>
        <label className={styles.check}>
          <input type="checkbox" checked={isVoided} onChange={(event) => setVoided(event.currentTarget.checked)} />
          {t('archive.register.onlyVoided')}
        </label>
      </div>
      <div className={styles.fill}>
        <DataTable
          label={`${series} ${period}`}
          columns={columns}
          rows={rows}
          rowId={({ sequence }) => String(sequence)}
          onOpen={({ documentId }) => void navigate(path('document', { id: documentId }))}
          hasMore={register.hasNextPage}
          isLoadingMore={register.isFetchingNextPage}
          onMore={() => void register.fetchNextPage()}
          isPending={register.isPending}
          empty={<EmptyState title={t('archive.register.none')} />}
        />
      </div>
    </section>
  );
}
