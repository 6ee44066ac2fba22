import type { Member } from '@danku/contract/people.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useCan } from '../../app/me.ts';
import { usePath, useTenant } from '../../app/paths.ts';
import { Button, buttonClass } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { TableColumn } from '../../components/data-table/table-column.ts';
import { DateTime } from '../../components/date-time.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { Tag } from '../../components/tag.tsx';
import { useNarrow } from '../../components/use-narrow.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberPanel } from './member-panel.tsx';
import frame from '../../components/list-with-panel.module.css';
import styles from './people.module.css';
import { membersQuery } from './people-queries.ts';
import { roleName } from '../../components/role-name.ts';

const none: readonly string[] = [];
/** Columns that make room for the panel, and on a narrow screen. */
const besidePanel = ['groups', 'since', 'state'];

/** The people of the organisation: found by name, opened in a panel beside the list that has its own address. */
export function MembersPage() {
  const { t } = useTranslation();
  const path = usePath();
  const [search, setSearch] = useSearchParams();
  const [isInviting, setInviting] = useState(false);
  const mayInvite = useCan('account.manage');
  const filters = { q: search.get('q') ?? '', active: search.get('active') ?? 'true' };
  const list = useInfiniteQuery(membersQuery(useTenant(), filters));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const opened = rows.find(({ id }) => id === search.get('member'));
  const columns = useColumns();
  const isNarrow = useNarrow();
  const put = (name: string, value: string | null, replace = true) => {
    const next = new URLSearchParams(search);
    if (value === null) {
      next.delete(name);
    } else {
      next.set(name, value);
    }
    setSearch(next, { replace });
  };
  return (
    <Page
      title={t('people.members')}
      padded={false}
      actions={
        <>
          <Link className={buttonClass('normal', 'small')} to={path('roles')}>
            {t('people.roles')}
          </Link>
          {mayInvite && (
            <Button look="primary" size="small" onClick={() => setInviting(true)}>
              {t('people.invite')}
            </Button>
          )}
        </>
      }
    >
      <div className={frame.page}>
        <div className={frame.list}>
          <div className={frame.bar}>
            <input
              type="search"
              className={frame.search}
              aria-label={t('people.search')}
              placeholder={t('people.search')}
              defaultValue={filters.q}
              onChange={(event) => put('q', event.currentTarget.value.trim() || null)}
            />
            <select
              className={frame.search}
              aria-label={t('people.state')}
              value={filters.active}
              onChange={(event) => put('active', event.currentTarget.value)}
            >
              <option value="true">{t('people.active')}</option>
              <option value="false">{t('people.deactivated')}</option>
              <option value="">{t('shell.unit.all')}</option>
            </select>
          </div>
          <div className={frame.table}>
            {list.isError ? (
              <ErrorState error={list.error} onRetry={() => void list.refetch()} />
            ) : (
              <DataTable
                label={t('people.members')}
                columns={columns}
                rows={rows}
                rowId={(row) => row.id}
                onOpen={(row) => put('member', row.id, false)}
                hidden={isNarrow || opened !== undefined ? besidePanel : none}
                hasMore={list.hasNextPage}
                isLoadingMore={list.isFetchingNextPage}
                onMore={() => void list.fetchNextPage()}
                isPending={list.isPending}
                isStale={list.isPlaceholderData}
                empty={<EmptyState title={t('shell.state.noMatch')} />}
              />
            )}
          </div>
        </div>
        {opened !== undefined && (
          <MemberPanel key={`${opened.id} ${opened.version}`} member={opened} onClose={() => put('member', null)} />
        )}
      </div>
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Page>
  );
}

function useColumns(): TableColumn<Member>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      { key: 'name', header: 'account.name', width: '18%', cell: (row) => row.name },
      { key: 'email', header: 'people.email', cell: (row) => <span className={styles.quiet}>{row.email}</span> },
      {
        key: 'roles',
        header: 'people.roles',
        width: '26%',
        cell: (row) => row.roles.map((role) => roleName(t, role)).join(', '),
      },
      {
        key: 'groups',
        header: 'people.groups',
        width: '18%',
        cell: (row) => row.customerGroups.map(({ name }) => name).join(', '),
      },
      {
        key: 'state',
        header: 'people.state',
        width: '120px',
        cell: (row) => (
          <Tag tone={row.isActive ? 'ok' : 'neutral'}>{t(row.isActive ? 'people.active' : 'people.deactivated')}</Tag>
        ),
      },
      { key: 'since', header: 'people.since', width: '110px', cell: (row) => <DateTime value={row.createdAt} precision="day" /> },
    ],
    [t],
  );
}
