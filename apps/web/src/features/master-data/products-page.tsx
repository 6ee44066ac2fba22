import type { Product } from '@danku/contract/master-data.ts';
import type { Language } from '@danku/words/language.ts';
import type { Translate } from '@danku/words/translate.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
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
import { formatPercent, formatQuantity } from '../../i18n/format.ts';
import { useNarrow } from '../../components/use-narrow.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './master-data.module.css';
import { productsQuery } from './master-data-queries.ts';
import { MasterFrame } from './master-frame.tsx';
import { ProductPanel } from './product-panel.tsx';
import { useMasterList } from './use-master-list.ts';

const none: readonly string[] = [];
/** Columns that make room for the panel, and on a narrow screen. */
const besidePanel = ['unit', 'rate'];

/** The products that entry fills lines from. */
export function ProductsPage() {
  const { t } = useTranslation();
  const { filters, put, openedId, open, close } = useMasterList('products', 'product');
  const mayChange = useCan('product.manage');
  const list = useInfiniteQuery(productsQuery(useTenant(), filters));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const columns = useColumns(filters.q);
  const isNarrow = useNarrow();
  const product = rows.find(({ id }) => id === openedId) ?? null;
  return (
    <Page
      title={t('product.title')}
      padded={false}
      actions={
        mayChange && (
          <Button look="primary" size="small" onClick={() => open('new')}>
            {t('product.new')}
          </Button>
        )
      }
    >
      <MasterFrame
        filters={filters}
        put={put}
        searchLabel="product.search"
        table={
          list.isError ? (
            <ErrorState error={list.error} onRetry={() => void list.refetch()} />
          ) : (
            <DataTable
              label={t('product.title')}
              columns={columns}
              rows={rows}
              rowId={(row) => row.id}
              onOpen={(row) => open(row.id)}
              hidden={isNarrow || openedId !== null ? besidePanel : none}
              hasMore={list.hasNextPage}
              isLoadingMore={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
              isPending={list.isPending}
              isStale={list.isPlaceholderData}
              empty={<EmptyState title={t(filters.q === '' ? 'product.empty' : 'shell.state.noMatch')} />}
            />
          )
        }
        panel={
          (openedId === 'new' || product !== null) && (
            <ProductPanel
              key={`${openedId} ${product?.version}`}
              product={product}
              mayChange={mayChange}
              onClose={close}
              onSaved={open}
            />
          )
        }
      />
    </Page>
  );
}

function useColumns(q: string): TableColumn<Product>[] {
  const { t, language } = useTranslation();
  return useMemo(
    () => [
      {
        key: 'code',
        header: 'product.number',
        width: '120px',
        cell: (row) => (
          <span className={styles.code}>
            <Highlight text={row.code} search={q} />
          </span>
        ),
      },
      { key: 'name', header: 'product.name', cell: (row) => <Highlight text={row.name} search={q} /> },
      { key: 'specification', header: 'product.spec', width: '22%', cell: (row) => row.specification },
      { key: 'unit', header: 'product.unit', width: '80px', cell: (row) => row.unit },
      {
        key: 'price',
        header: 'product.price',
        width: '120px',
        align: 'end',
        cell: (row) => (row.unitPrice === null ? null : formatQuantity(row.unitPrice, language)),
      },
      { key: 'rate', header: 'product.taxRate', width: '90px', align: 'end', cell: (row) => sayRate(t, language, row.taxRate) },
      {
        key: 'state',
        header: 'people.state',
        width: '90px',
        cell: (row) => (row.isActive ? null : <Tag>{t('product.inactive')}</Tag>),
      },
    ],
    [t, language, q],
  );
}

function sayRate(t: Translate, language: Language, rate: string | null): string | null {
  if (rate === 'exempt' || rate === 'not-taxed') {
    return t(`product.rate.${rate}`);
  }
  return rate === null ? null : formatPercent(rate, language);
}
