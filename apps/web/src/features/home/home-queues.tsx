import type { Queue } from '@danku/contract/work.ts';
import { Link } from 'react-router';
import { useMe } from '../../app/me.ts';
import { usePath } from '../../app/paths.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Queues } from './next-work.ts';
import styles from './home.module.css';

/** What waits, as numbers between hairlines: own queues first, then what waits for the person alone. */
export function HomeQueues({ queues }: { queues: Queues }) {
  const { t } = useTranslation();
  const { grants } = useMe();
  const path = usePath();
  const shown = queues.items.filter(({ mayWork }) => mayWork || grants['document.transfer'] !== undefined);
  const isClerk = grants['document.enter'] !== undefined;
  const mine = [
    { key: 'returned', count: queues.returned, label: t('home.returned'), to: path('returned'), isShown: isClerk, isBad: true },
    {
      key: 'questions',
      count: queues.questions,
      label: t('home.questions'),
      to: path('questions'),
      isShown: grants['document.answer'] !== undefined,
    },
    {
      key: 'inbox',
      count: queues.inbox,
      label: t('home.inbox'),
      to: path('inbox'),
      isShown: grants['inbox.manage'] !== undefined,
    },
    { key: 'leased', count: queues.leased, label: t('home.leased'), to: undefined, isShown: queues.leased > 0 },
    { key: 'assigned', count: queues.assigned, label: t('home.assigned'), to: undefined, isShown: queues.assigned > 0 },
  ];
  return (
    <ul className={styles.tiles} aria-label={t('home.facts')}>
      {shown.map((queue) => (
        <li key={queue.stage}>
          <QueueTile queue={queue} />
        </li>
      ))}
      {mine
        .filter(({ isShown }) => isShown)
        .map(({ key, count, label, to, isBad }) => (
          <li key={key}>
            <Tile label={label} count={String(count)} to={to} isBad={isBad === true && count > 0} />
          </li>
        ))}
    </ul>
  );
}

function QueueTile({ queue }: { queue: Queue }) {
  const { t } = useTranslation();
  const path = usePath();
  const { stage, count, isCapped, overdue, nextDueAt } = queue;
  const due = nextDueAt === null ? t('home.onTime') : t('home.nextDue', { time: dayOrTime(nextDueAt) });
  return (
    <Tile
      label={t(`stage.${stage}`)}
      count={isCapped ? t('home.capped', { count }) : String(count)}
      to={path('queue', { stage })}
      note={overdue > 0 ? t('home.overdueCount', { count: overdue }) : count > 0 ? due : undefined}
      isBad={overdue > 0}
    />
  );
}

interface TileProps {
  label: string;
  count: string;
  to?: string | undefined;
  note?: string | undefined;
  isBad?: boolean;
}

function Tile({ label, count, to, note, isBad = false }: TileProps) {
  const inside = (
    <>
      <span className={styles.quiet}>{label}</span>
      <span className={styles.number}>{count}</span>
      <span className={isBad && note !== undefined ? styles.late : styles.quiet}>{note}</span>
    </>
  );
  return to === undefined ? (
    <div className={styles.tile}>{inside}</div>
  ) : (
    <Link className={styles.tile} to={to}>
      {inside}
    </Link>
  );
}

/** Today's moments need no date. */
function dayOrTime(iso: string): string {
  return new Date(iso).toDateString() === new Date().toDateString() ? formatDateTime(iso, 'time') : formatDateTime(iso);
}
