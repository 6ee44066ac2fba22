import type { QueueStage } from '@danku/domain/documents/flow.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useCan } from '../../app/me.ts';
import { usePath, useTenant } from '../../app/paths.ts';
import { queuesQuery } from '../../app/use-counts.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './queue.module.css';

/** The queues this person may look into, with what waits in each. */
export function QueueTabs({ current }: { current: QueueStage }) {
  const { t } = useTranslation();
  const path = usePath();
  const mayTransfer = useCan('document.transfer');
  const { data } = useQuery(queuesQuery(useTenant()));
  const queues = (data?.items ?? []).filter(({ stage, mayWork }) => mayWork || mayTransfer || stage === current);
  return (
    <nav className={styles.tabs} aria-label={t('queue.label')}>
      {queues.map(({ stage, count, isCapped, overdue }) => (
        <Link key={stage} to={path('queue', { stage })} aria-current={stage === current ? 'page' : undefined}>
          {t(`stage.${stage}`)} <strong>{isCapped ? t('home.capped', { count }) : count}</strong>
          {overdue > 0 && <span className={styles.late}>{t('home.overdueCount', { count: overdue })}</span>}
        </Link>
      ))}
    </nav>
  );
}
