import { exportEvents } from '@danku/contract/audit.ts';
import type { EventShown } from '@danku/contract/document-shapes.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { urlOf } from '../../api/call.ts';
import { useCan } from '../../app/me.ts';
import { useTenant } from '../../app/paths.ts';
import { buttonClass } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { TableColumn } from '../../components/data-table/table-column.ts';
import { DateTime } from '../../components/date-time.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { actorLine } from '../../components/event-actor.ts';
import { factsOf } from '../../components/event-facts.ts';
import { FilterChips } from '../../components/filter-chips.tsx';
import { Page } from '../../components/page.tsx';
import { sayCode } from '../../i18n/say-code.ts';
import { useNarrow } from '../../components/use-narrow.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { AuditFilterBar } from './audit-filter-bar.tsx';
import type { AuditFilters } from './audit-filters.ts';
import { auditFiltersOf, auditQueryOf, auditSearchOf, noFilters } from './audit-filters.ts';
import { auditQuery } from './audit-queries.ts';
import styles from './audit.module.css';
import { EventPanel } from './event-panel.tsx';

const none: readonly string[] = [];
/** Columns that make room for the panel, and on a narrow screen. */
const besidePanel = ['ip'];

/** Who did what and when: read-only, every filter in the address, each event with its values before and after. */
export function AuditPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => auditFiltersOf(search), [search]);
  const mayExport = useCan('audit.export');
  const list = useInfiniteQuery(auditQuery(useTenant(), filters));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const opened = rows.find(({ id }) => id === search.get('event'));
  const columns = useColumns();
  const isNarrow = useNarrow();
  const change = (some: Partial<AuditFilters>) => setSearch(auditSearchOf({ ...filters, ...some }));
  const open = (id: string | null) => {
    const next = auditSearchOf(filters);
    if (id !== null) {
      next.set('event', id);
    }
    setSearch(next);
  };
  return (
    <Page
      title={t('audit.title')}
      padded={false}
      actions={
        mayExport && (
          <a className={buttonClass('normal', 'small')} href={urlOf(exportEvents, { query: auditQueryOf(filters) })} download>
            {t('audit.export')}
          </a>
        )
      }
    >
      <div className={styles.page}>
        <div className={styles.list}>
          <AuditFilterBar filters={filters} change={change} />
          <Chips filters={filters} change={change} />
          <div className={styles.table}>
            {list.isError ? (
              <ErrorState error={list.error} onRetry={() => void list.refetch()} />
            ) : (
              <DataTable
                label={t('audit.title')}
                columns={columns}
                rows={rows}
                rowId={(row) => row.id}
                onOpen={(row) => open(row.id)}
                hidden={isNarrow || opened !== undefined ? besidePanel : none}
                hasMore={list.hasNextPage}
                isLoadingMore={list.isFetchingNextPage}
                onMore={() => void list.fetchNextPage()}
                isPending={list.isPending}
                isStale={list.isPlaceholderData}
                empty={<EmptyState title={t('audit.empty')} />}
              />
            )}
          </div>
        </div>
        {opened !== undefined && (
          <EventPanel event={opened} onClose={() => open(null)} onSubject={(subjectId) => change({ ...noFilters, subjectId })} />
        )}
      </div>
    </Page>
  );
}

function Chips({ filters, change }: { filters: AuditFilters; change: (some: Partial<AuditFilters>) => void }) {
  const { t } = useTranslation();
  const labels: [keyof AuditFilters, string][] = [
    ['actorId', `${t('audit.who')} ${filters.actor || filters.actorId}`],
    ['type', sayCode(t, 'event', filters.type, 'audit.what')],
    ['subjectId', `${t('audit.subject')} ${filters.subjectId.slice(-12)}`],
    ['from', `${t('document.filter.from')} ${filters.from}`],
    ['to', `${t('document.filter.to')} ${filters.to}`],
  ];
  const chips = labels.flatMap(([key, label]) =>
    filters[key] === ''
      ? []
      : [{ key, label, remove: () => change(key === 'actorId' ? { actorId: '', actor: '' } : { [key]: '' }) }],
  );
  return chips.length === 0 ? null : (
    <div className={styles.chips}>
      <FilterChips chips={chips} onClear={() => change(noFilters)} />
    </div>
  );
}

function useColumns(): TableColumn<EventShown>[] {
  const { t, language } = useTranslation();
  return useMemo(
    () => [
      { key: 'at', header: 'audit.when', width: '158px', cell: (row) => <DateTime value={row.at} precision="second" /> },
      { key: 'who', header: 'audit.who', width: '170px', cell: (row) => actorLine(t, row) },
      { key: 'what', header: 'audit.what', width: '150px', cell: (row) => sayCode(t, 'event', row.type, 'audit.what') },
      {
        key: 'detail',
        header: 'audit.detail',
        cell: (row) => <span className={styles.quiet}>{summaryOf(row, { t, language, names: {} })}</span>,
      },
      { key: 'ip', header: 'audit.from', width: '130px', cell: (row) => <span className={styles.code}>{row.ip}</span> },
    ],
    [t, language],
  );
}

function summaryOf(event: EventShown, saying: Parameters<typeof factsOf>[1]): string {
  return factsOf(event.payload, saying)
    .map(({ label, value }) => `${label} ${value}`)
    .join(' · ');
}
