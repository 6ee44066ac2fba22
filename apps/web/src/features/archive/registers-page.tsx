import type { Reply } from '@danku/contract/endpoint.ts';
import type { listRegisters } from '@danku/contract/archive.ts';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useTenant } from '../../app/paths.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Tag } from '../../components/tag.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { registersQuery } from './archive-queries.ts';
import { RegisterTable } from './register-table.tsx';
import styles from './archive.module.css';

type Series = Reply<typeof listRegisters>['items'][number];

/** Every series of registry numbers with its gap report, and below the numbers of the one that was picked. */
export function RegistersPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const registers = useQuery(registersQuery(useTenant()));
  const series = search.get('series');
  const period = search.get('period');
  if (registers.data === undefined) {
    return (
      <Page title={t('archive.register.title')}>
        {registers.isError ? <ErrorState error={registers.error} onRetry={() => void registers.refetch()} /> : <Skeleton />}
      </Page>
    );
  }
  const { items } = registers.data;
  return (
    <Page title={t('archive.register.title')} facts={<span>{t('archive.register.help')}</span>} padded={false}>
      {items.length === 0 ? (
        <EmptyState title={t('archive.register.empty')} />
      ) : (
        <div className={styles.registers}>
          <SeriesTable
            items={items}
            series={series}
            period={period}
            onPick={(picked) => setSearch({ series: picked.series, period: picked.period })}
          />
          {series !== null && period !== null && <RegisterTable key={`${series} ${period}`} series={series} period={period} />}
        </div>
      )}
    </Page>
  );
}

interface SeriesTableProps {
  items: readonly Series[];
  series: string | null;
  period: string | null;
  onPick: (series: Series) => void;
}

function SeriesTable({ items, series, period, onPick }: SeriesTableProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('archive.register.title')}>
        <thead>
          <tr>
            <th scope="col">{t('archive.register.series')}</th>
            <th scope="col">{t('archive.register.period')}</th>
            <th scope="col" className={styles.end}>
              {t('archive.register.last')}
            </th>
            <th scope="col" className={styles.end}>
              {t('archive.register.given')}
            </th>
            <th scope="col" className={styles.end}>
              {t('archive.register.voided')}
            </th>
            <th scope="col">{t('archive.register.gaps')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr
              key={`${item.series} ${item.period}`}
              aria-current={(item.series === series && item.period === period) || undefined}
            >
              <th scope="row">
                <button type="button" className={styles.pick} onClick={() => onPick(item)}>
                  {item.series}
                </button>
              </th>
              <td>{item.period}</td>
              <td className={styles.end}>{item.last}</td>
              <td className={styles.end}>{item.given}</td>
              <td className={styles.end}>{item.voided}</td>
              <td>
                {item.gaps.length === 0 ? (
                  <Tag tone="ok" shape="✓">
                    {t('archive.register.noGaps')}
                  </Tag>
                ) : (
                  <Tag tone="bad" shape="▲">
                    {t('archive.register.gapsAre', { list: item.gaps.join(', ') })}
                  </Tag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
