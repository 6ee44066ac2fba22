import type { DocumentRow } from '@danku/contract/document-shapes.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { useCan } from '../../app/me.ts';
import { usePath, useTenant } from '../../app/paths.ts';
import { Button, buttonClass } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { documentColumns } from './document-columns.tsx';
import { isNarrowed, sorts } from './document-filters.ts';
import styles from './documents.module.css';
import { documentsQuery } from './documents-queries.ts';
import { FilterBar } from './filter-bar.tsx';
import { useHiddenColumns } from './use-hidden-columns.ts';
import { useDocumentFilters, useFilterChips } from './use-document-filters.ts';

const noneChosen: ReadonlySet<string> = new Set();

/** Every document one may see: found by filters that all stand in the address, opened by the keyboard. */
export function DocumentsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = usePath();
  const { search } = useLocation();
  const { filters, change, clear } = useDocumentFilters();
  const chips = useFilterChips(filters, change);
  const [chosen, setChosen] = useState(noneChosen);
  const list = useInfiniteQuery(documentsQuery(useTenant(), filters));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const hidden = useHiddenColumns();
  const chosenRows = rows.filter((row) => chosen.has(row.id));
  const open = (row: DocumentRow) => void navigate(path('document', { id: row.id }), { state: { list: search } });
  const sortBy = (wanted: string) => change({ sort: sorts.find((sort) => sort === wanted) ?? filters.sort });
  return (
    <Page title={t('document.title')} padded={false} facts={<Count rows={rows.length} hasMore={list.hasNextPage} />}>
      <div className={styles.list}>
        <FilterBar filters={filters} change={change} />
        {chips.length > 0 && (
          <div className={styles.chips}>
            <FilterChips chips={chips} onClear={clear} />
          </div>
        )}
        {list.isError && list.data !== undefined && <ErrorState banner error={list.error} onRetry={() => void list.refetch()} />}
        {chosenRows.length > 0 && <ChosenBar rows={chosenRows} onClear={() => setChosen(noneChosen)} />}
        <div className={styles.table}>
          {list.isError && list.data === undefined ? (
            <ErrorState error={list.error} onRetry={() => void list.refetch()} />
          ) : (
            <DataTable
              label={t('document.title')}
              columns={documentColumns}
              rows={rows}
              rowId={(row) => row.id}
              onOpen={open}
              selected={chosen}
              onSelect={setChosen}
              hidden={hidden}
              sort={filters.sort}
              onSort={sortBy}
              hasMore={list.hasNextPage}
              isLoadingMore={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
              isPending={list.isPending}
              isStale={list.isPlaceholderData}
              empty={isNarrowed(filters) ? <NoMatch onClear={clear} /> : <NoneAtAll />}
            />
          )}
        </div>
      </div>
    </Page>
  );
}

/** How many are shown; the table itself is never counted. */
function Count({ rows, hasMore }: { rows: number; hasMore: boolean }) {
  const { t } = useTranslation();
  const shown = hasMore ? t('home.capped', { count: rows }) : t('shell.state.items', { count: rows });
  return rows === 0 ? null : <span>{shown}</span>;
}

function NoMatch({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState title={t('shell.state.noMatch')}>
      <Button onClick={onClear}>{t('shell.verb.clearAll')}</Button>
    </EmptyState>
  );
}

function NoneAtAll() {
  const { t } = useTranslation();
  const path = usePath();
  const mayUpload = useCan('inbox.manage');
  return (
    <EmptyState title={t('document.empty.title')} help={mayUpload ? t('document.empty.help') : undefined}>
      {mayUpload && (
        <Link className={buttonClass('primary')} to={path('inbox')}>
          {t('document.empty.upload')}
        </Link>
      )}
    </EmptyState>
  );
}
