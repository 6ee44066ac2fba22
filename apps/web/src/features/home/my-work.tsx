import type { Reply } from '@danku/contract/endpoint.ts';
import type { listMyWork } from '@danku/contract/work.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { usePath, useTenant } from '../../app/paths.ts';
import { DateTime } from '../../components/date-time.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Money } from '../../components/money.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { StageBadge } from '../../components/stage-badge.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { myWorkQuery } from './home-queries.ts';
import styles from './home.module.css';

type Work = Reply<typeof listMyWork>['items'][number];
const holdings = ['returned', 'assigned', 'leased', 'draft'] as const;
const words = { returned: 'home.returned', assigned: 'home.assigned', leased: 'home.leased', draft: 'home.drafts' } as const;
const shown = 6;

/** What only this person can go on with: returned, assigned, in hand, drafts. */
export function MyWork() {
  const { t } = useTranslation();
  const path = usePath();
  const work = useQuery(myWorkQuery(useTenant()));
  if (work.data === undefined) {
    return work.isError ? <ErrorState error={work.error} onRetry={() => void work.refetch()} /> : <Skeleton lines={4} />;
  }
  const { items } = work.data;
  if (items.length === 0) {
    return (
      <section aria-label={t('home.returned')}>
        <h2>{t('home.returned')}</h2>
        <p className={styles.quiet}>{t('home.noReturned')}</p>
      </section>
    );
  }
  return (
    <>
      {holdings
        .map((holding) => ({ holding, rows: items.filter((item) => item.holding === holding) }))
        .filter(({ rows }) => rows.length > 0)
        .map(({ holding, rows }) => (
          <section key={holding} aria-label={t(words[holding])}>
            <h2>
              {t(words[holding])} <span className={styles.quiet}>{rows.length}</span>
              {rows.length > shown && (
                <Link to={holding === 'returned' ? path('returned') : `${path('documents')}?mine=true`}>{t('home.more')}</Link>
              )}
            </h2>
            <ul>
              {rows.slice(0, shown).map((row) => (
                <WorkRow key={row.id} row={row} />
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

function WorkRow({ row }: { row: Work }) {
  const { t } = useTranslation();
  const path = usePath();
  const { id, stage } = row;
  const to = stage === 'entry' ? path('entry', { id }) : stage === 'approved' ? path('archive', { id }) : path('review', { id });
  return (
    <li className={styles.row}>
      <Link to={to}>
        {t(`kind.${row.kind}`)} <span className={styles.mono}>{row.number ?? row.draftNumber}</span>
      </Link>
      <span className={styles.grow}>{row.partyName}</span>
      <Money value={row.grossTotal} />
      <StageBadge stage={stage} flag={row.isReturned ? 'returned' : row.holding === 'leased' ? 'entering' : null} />
      <span className={styles.quiet}>
        <DateTime value={row.updatedAt} />
      </span>
    </li>
  );
}
