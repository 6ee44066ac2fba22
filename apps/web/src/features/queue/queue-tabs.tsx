import type { QueueStage } from '@danku/domain/documents/flow.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { usePath, useTenant } from '../../app/paths.ts';
import { queuesQuery } from '../../app/use-counts.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './queue.module.css';

/** The queues this person may look into, with what waits in each. */
export function QueueTabs({ current }: { current: QueueStage }) {
  const { t } = useTranslation();
  const path = usePath();
  const { data } = useQuery(queuesQuery(useTenant()));
  return (
    <nav className={styles.tabs} aria-label={t('queue.label')}>
      {(data?.items ?? []).map(({ stage, count, isCapped, overdue }) => (
        <Link key={stage} to={path('queue', { stage })} aria-current={stage === current ? 'page' : undefined}>
          {t(`stage.${stage}`)} <strong>{isCapped ? t('home.capped', { count }) : count}</strong>
          {overdue > 0 && <span className={styles.late}>{t('home.overdueCount', { count: overdue })}</span>}
        </Link>
      ))}
    </nav>
  );
}
