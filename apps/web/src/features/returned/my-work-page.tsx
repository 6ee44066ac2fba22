import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { usePath, useTenant } from '../../app/paths.ts';
import { buttonClass } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { columns } from './my-work-columns.tsx';
import styles from './my-work-page.module.css';
import type { Holding, MyWork } from './my-work-queries.ts';
import { holdings, myWorkQuery } from './my-work-queries.ts';

const empty = {
  returned: 'entry.mine.emptyReturned',
  assigned: 'entry.mine.emptyAssigned',
  leased: 'entry.mine.emptyLeased',
  draft: 'entry.mine.emptyDraft',
} as const;

/** What was returned to me, and beside it what else is mine: assigned, in progress, drafts. Enter opens it where the work is done. */
export function MyWorkPage() {
  const { t } = useTranslation();
  const path = usePath();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const holding = holdings.find((one) => one === search.get('holding')) ?? 'returned';
  const { data, error, isPending, refetch } = useQuery(myWorkQuery(useTenant()));
  const rows = useMemo(() => data?.items.filter((row) => row.holding === holding) ?? [], [data, holding]);
  const open = ({ id, stage }: MyWork) => void navigate(path(placeOf[stage] ?? 'document', { id }));
  return (
    <Page title={t(`entry.mine.${holding}`)} padded={false}>
      <Tabs chosen={holding} counts={data === undefined ? {} : countsOf(data.items)} />
      {error !== null && <ErrorState error={error} banner={data !== undefined} onRetry={() => void refetch()} />}
      {(error === null || data !== undefined) && (
        <div className={styles.list}>
          <DataTable
            label={t(`entry.mine.${holding}`)}
            columns={columns}
            rows={rows}
            rowId={({ id }) => id}
            onOpen={open}
            isPending={isPending}
            empty={
              <EmptyState title={t(empty[holding])}>
                <Link className={buttonClass()} to={path('entryQueue')}>
                  {t('entry.next')}
                </Link>
              </EmptyState>
            }
          />
        </div>
      )}
    </Page>
  );
}

const placeOf: Partial<Record<MyWork['stage'], 'entry' | 'review' | 'archive'>> = {
  entry: 'entry',
  review: 'review',
  'second-review': 'review',
  adjudication: 'review',
  approved: 'archive',
};

function Tabs({ chosen, counts }: { chosen: Holding; counts: Partial<Record<Holding, number>> }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('entry.mine.title')} className={styles.tabs}>
      {holdings.map((holding) => (
        <Link
          key={holding}
          to={{ search: holding === 'returned' ? '' : `?holding=${holding}` }}
          aria-current={holding === chosen ? 'page' : undefined}
        >
          {t(`entry.mine.${holding}`)} {counts[holding]}
        </Link>
      ))}
    </nav>
  );
}

function countsOf(items: readonly MyWork[]): Partial<Record<Holding, number>> {
  return Object.fromEntries(holdings.map((holding) => [holding, items.filter((item) => item.holding === holding).length]));
}
