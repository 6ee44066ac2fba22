import type { Customer } from '@danku/contract/master-data.ts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useCan } from '../../app/me.ts';
import { useTenant } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { TableColumn } from '../../components/data-table/table-column.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Highlight } from '../../components/highlight.tsx';
import { Page } from '../../components/page.tsx';
import { Tag } from '../../components/tag.tsx';
import { useNarrow } from '../../components/use-narrow.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { CustomerPanel } from './customer-panel.tsx';
import { GroupsDialog } from './groups-dialog.tsx';
import frame from '../../components/list-with-panel.module.css';
import styles from './master-data.module.css';
import { customerQuery, customersQuery, groupsQuery } from './master-data-queries.ts';
import { MasterFrame } from './master-frame.tsx';
import { useMasterList } from './use-master-list.ts';

const none: readonly string[] = [];
/** Columns that make room for the panel, and on a narrow screen. */
const besidePanel = ['group', 'owner', 'contact'];

/** The customers: found by code, name, tax id or pinyin initials, and kept in a panel beside the list. */
export function CustomersPage() {
  const { t } = useTranslation();
  const tenant = useTenant();
  const { filters, put, openedId, open, close } = useMasterList('customers', 'customer');
  const mayChange = useCan('customer.manage');
  const [showsGroups, setShowsGroups] = useState(false);
  const list = useInfiniteQuery(customersQuery(tenant, filters));
  const groups = useQuery(groupsQuery(tenant));
  const isOne = openedId !== null && openedId !== 'new';
  const opened = useQuery({ ...customerQuery(tenant, openedId ?? ''), enabled: isOne });
  const columns = useColumns(filters.q);
  const isNarrow = useNarrow();
  const customer = isOne ? (opened.data ?? null) : null;
  return (
    <Page
      title={t('customer.title')}
      padded={false}
      actions={
        mayChange && (
          <>
            <Button size="small" onClick={() => setShowsGroups(true)}>
              {t('customer.groups')}
            </Button>
            <Button look="primary" size="small" onClick={() => open('new')}>
              {t('customer.new')}
            </Button>
          </>
        )
      }
    >
      <MasterFrame
        filters={filters}
        put={put}
        searchLabel="customer.search"
        more={
          <select
            className={frame.search}
            aria-label={t('customer.group')}
            value={filters.groupId}
            onChange={(event) => put('group', event.currentTarget.value)}
          >
            <option value="">{t('customer.allGroups')}</option>
            {groups.data?.items.map((group) => (
              <option key={group.id} value={group.id}>
                {`${group.name} (${group.customerCount})`}
              </option>
            ))}
          </select>
        }
        table={
          list.isError ? (
            <ErrorState error={list.error} onRetry={() => void list.refetch()} />
          ) : (
            <DataTable
              label={t('customer.title')}
              columns={columns}
              rows={list.data?.pages.flatMap((page) => page.items) ?? []}
              rowId={(row) => row.id}
              onOpen={(row) => open(row.id)}
              hidden={isNarrow || openedId !== null ? besidePanel : none}
              hasMore={list.hasNextPage}
              isLoadingMore={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
              isPending={list.isPending}
              isStale={list.isPlaceholderData}
              empty={
                <EmptyState title={t(filters.q === '' && filters.groupId === '' ? 'customer.empty' : 'shell.state.noMatch')} />
              }
            />
          )
        }
        panel={
          (openedId === 'new' || customer !== null) && (
            <CustomerPanel
              key={`${openedId} ${customer?.version}`}
              customer={customer}
              mayChange={mayChange}
              onClose={close}
              onSaved={open}
            />
          )
        }
      />
      {showsGroups && <GroupsDialog onClose={() => setShowsGroups(false)} />}
    </Page>
  );
}

function useColumns(q: string): TableColumn<Customer>[] {
  return useMemo(
    () => [
      {
        key: 'code',
        header: 'customer.number',
        width: '140px',
        cell: (row) => (
          <span className={styles.code}>
            <Highlight text={row.code} search={q} />
          </span>
        ),
      },
      { key: 'name', header: 'customer.name', cell: (row) => <Highlight text={row.name} search={q} /> },
      {
        key: 'taxId',
        header: 'customer.taxId',
        width: '190px',
        cell: (row) => (
          <span className={styles.code}>
            <Highlight text={row.taxId ?? ''} search={q} />
          </span>
        ),
      },
      { key: 'group', header: 'customer.group', width: '110px', cell: (row) => row.group?.name },
      { key: 'owner', header: 'customer.owner', width: '110px', cell: (row) => row.owner?.name },
      {
        key: 'contact',
        header: 'customer.contacts',
        width: '180px',
        cell: (row) => [row.contactName, row.phone].filter(Boolean).join(' '),
      },
      { key: 'state', header: 'people.state', width: '90px', cell: (row) => <State customer={row} /> },
    ],
    [q],
  );
}

function State({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  if (customer.mergedIntoId !== null) {
    return <Tag tone="info">{t('customer.merged')}</Tag>;
  }
  return customer.isActive ? null : <Tag>{t('customer.inactive')}</Tag>;
}
