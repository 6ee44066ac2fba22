import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { usePath, useTenant } from '../../app/paths.ts';
import { StageBadge } from '../../components/stage-badge.tsx';
import { formatDuration } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { overdueQuery } from './home-queries.ts';
import styles from './home.module.css';

/** What is late, oldest first, and who has it: where a manager can help. */
export function OverdueDocuments() {
  const { t, language } = useTranslation();
  const path = usePath();
  const { data, dataUpdatedAt } = useQuery(overdueQuery(useTenant()));
  if (data === undefined) {
    return null;
  }
  return (
    <section aria-label={t('home.late')}>
      <h2>
        {t('home.late')} <Link to={`${path('documents')}?overdue=true`}>{t('home.more')}</Link>
      </h2>
      {data.items.length === 0 && <p className={styles.quiet}>{t('home.lateNone')}</p>}
      <ul>
        {data.items.map((row) => (
          <li key={row.id} className={styles.row}>
            <Link to={path('document', { id: row.id })}>
              {t(`kind.${row.kind}`)} <span className={styles.mono}>{row.number ?? row.draftNumber}</span>
            </Link>
            <span className={styles.grow}>{row.partyName}</span>
            <StageBadge stage={row.stage} flag={row.isReturned ? 'returned' : null} />
            <span>{row.lease?.member.name ?? row.assignee?.name ?? t('queue.free')}</span>
            {row.dueAt !== null && (
              <span className={styles.late}>
                {t('shell.time.overdue', { duration: formatDuration(dataUpdatedAt - Date.parse(row.dueAt), language) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
