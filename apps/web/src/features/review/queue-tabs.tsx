import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { usePath, useTenant } from '../../app/paths.ts';
import { queuesQuery } from '../../app/use-counts.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useReviewSession } from './review-session.ts';
import { reviewStages } from './use-review-stages.ts';
import styles from './review.module.css';

/** The queues one reviews from, with what waits in each, and what was cleared in this tab so far. */
export function QueueTabs() {
  const { t } = useTranslation();
  const path = usePath();
  const [search] = useSearchParams();
  const { data } = useQuery(queuesQuery(useTenant()));
  const { count, seconds } = useReviewSession();
  const queues = (data?.items ?? []).filter(({ stage, mayWork }) => mayWork && reviewStages.includes(stage));
  const queue = search.get('queue');
  const listed = queues.find(({ stage }) => stage === queue)?.stage ?? queues[0]?.stage;
  return (
    <nav className={styles.tabs} aria-label={t('queue.label')}>
      {queues.length > 1 && (
        <Link to={path('reviewQueue')} aria-current={queue === null ? 'page' : undefined}>
          {t('review.allQueues')}
        </Link>
      )}
      {queues.map(({ stage, count: waiting, isCapped }) => (
        <Link
          key={stage}
          to={`${path('reviewQueue')}?queue=${stage}`}
          aria-current={queue === stage || queues.length === 1 ? 'page' : undefined}
        >
          {t(`stage.${stage}`)} <strong>{isCapped ? t('home.capped', { count: waiting }) : waiting}</strong>
        </Link>
      ))}
      {listed !== undefined && (
        <Link to={path('queue', { stage: listed })} className={styles.list}>
          {t('review.list')}
        </Link>
      )}
      {count > 0 && (
        <span className={styles.session}>{t('review.cleared', { count, seconds: Math.round(seconds / count) })}</span>
      )}
    </nav>
  );
}
