import type { Reply } from '@danku/contract/endpoint.ts';
import type { listQueue } from '@danku/contract/work.ts';
import type { TableColumn } from '../../components/data-table/table-column.ts';
import { Money } from '../../components/money.tsx';
import { Tag } from '../../components/tag.tsx';
import { formatDuration } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './queue.module.css';

export type QueueRow = Reply<typeof listQueue>['items'][number];

/** The columns of a queue; `now` is the moment against which time limits are shown. */
export function queueColumns(rows: readonly QueueRow[], now: number): TableColumn<QueueRow>[] {
  const ranks = new Map(rows.map(({ id }, index) => [id, index + 1]));
  return [
    {
      key: 'rank',
      header: 'queue.column.rank',
      width: '52px',
      align: 'end',
      cell: ({ id }) => <span className={styles.quiet}>{ranks.get(id)}</span>,
    },
    { key: 'document', header: 'queue.column.document', width: '26%', cell: (row) => <DocumentCell row={row} /> },
    { key: 'party', header: 'queue.column.party', cell: (row) => <PartyCell row={row} /> },
    {
      key: 'gross',
      header: 'queue.column.gross',
      width: '130px',
      align: 'end',
      cell: ({ grossTotal }) => <Money value={grossTotal} />,
    },
    {
      key: 'risk',
      header: 'queue.column.risk',
      width: '76px',
      align: 'end',
      cell: ({ riskScore }) => <Risk score={riskScore} />,
    },
    { key: 'due', header: 'queue.column.due', width: '190px', cell: ({ dueAt }) => <Due dueAt={dueAt} now={now} /> },
    { key: 'holder', header: 'queue.column.holder', width: '150px', cell: (row) => <Holder row={row} now={now} /> },
  ];
}

function DocumentCell({ row }: { row: QueueRow }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`kind.${row.kind}`)} <span className={styles.mono}>{row.number ?? row.draftNumber}</span>{' '}
      {row.isBlind && <Tag tone="info">{t('queue.column.blind')}</Tag>}
      {row.isReturned && (
        <Tag tone="bad" shape="↩">
          {t('stage.flag.returned')}
        </Tag>
      )}
    </>
  );
}

function PartyCell({ row }: { row: QueueRow }) {
  const { t } = useTranslation();
  return <>{row.partyName ?? (row.isBlind ? <span className={styles.quiet}>{t('queue.hidden')}</span> : null)}</>;
}

function Risk({ score }: { score: number }) {
  return <span className={score >= 50 ? styles.late : undefined}>{score}</span>;
}

function Due({ dueAt, now }: { dueAt: string | null; now: number }) {
  const { t, language } = useTranslation();
  if (dueAt === null) {
    return <span className={styles.quiet}>{t('queue.noLimit')}</span>;
  }
  const left = Date.parse(dueAt) - now;
  const isLate = left < 0;
  return (
    <time dateTime={dueAt} className={isLate ? styles.late : undefined}>
      {t(isLate ? 'shell.time.overdue' : 'shell.time.left', { duration: formatDuration(left, language) })}
    </time>
  );
}

function Holder({ row, now }: { row: QueueRow; now: number }) {
  const { t } = useTranslation();
  if (row.lease !== null && Date.parse(row.lease.until) > now) {
    return (
      <Tag tone="info" shape="◐">
        {row.lease.member.name}
      </Tag>
    );
  }
  return (
    <span className={styles.quiet}>
      {row.assignee === null ? t('queue.free') : t('queue.assignedTo', { name: row.assignee.name })}
    </span>
  );
}
