import type { DocumentType } from '@danku/contract/settings.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { usePath, useTenant } from '../../app/paths.ts';
import { buttonClass } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { TableColumn } from '../../components/data-table/table-column.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { Tag } from '../../components/tag.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { typesQuery } from './settings-queries.ts';
import styles from './settings.module.css';

/** The kinds of paper this organisation has, each with its rules. */
export function DocumentTypesPage() {
  const { t } = useTranslation();
  const path = usePath();
  const navigate = useNavigate();
  const types = useQuery(typesQuery(useTenant()));
  const columns = useColumns();
  return (
    <Page
      title={t('settings.type.title')}
      padded={false}
      actions={
        <Link className={buttonClass('primary', 'small')} to={path('documentType', { id: 'new' })}>
          {t('settings.type.new')}
        </Link>
      }
    >
      {types.isError ? (
        <ErrorState error={types.error} onRetry={() => void types.refetch()} />
      ) : (
        <DataTable
          label={t('settings.type.title')}
          columns={columns}
          rows={types.data?.items ?? []}
          rowId={(row) => row.id}
          onOpen={(row) => void navigate(path('documentType', { id: row.id }))}
          isPending={types.isPending}
          empty={<EmptyState title={t('shell.state.nothing')} />}
        />
      )}
    </Page>
  );
}

function useColumns(): TableColumn<DocumentType>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      { key: 'name', header: 'settings.type.name', cell: (row) => row.name },
      { key: 'kind', header: 'settings.type.kind', width: '130px', cell: (row) => t(`kind.${row.kind}`) },
      {
        key: 'pattern',
        header: 'settings.type.pattern',
        width: '240px',
        cell: (row) => <span className={styles.code}>{row.numberingPattern}</span>,
      },
      {
        key: 'policy',
        header: 'settings.type.policy',
        width: '22%',
        cell: (row) => [...new Set(row.reviewRules.map((rule) => t(`policy.${rule.policy}`)))].join(' / '),
      },
      {
        key: 'retention',
        header: 'settings.type.retention',
        width: '90px',
        cell: (row) => t(`settings.type.class.${row.retentionClass}`),
      },
      {
        key: 'active',
        header: 'people.state',
        width: '90px',
        cell: (row) => (
          <Tag tone={row.isActive ? 'ok' : 'neutral'}>{t(row.isActive ? 'people.active' : 'people.deactivated')}</Tag>
        ),
      },
    ],
    [t],
  );
}
