import { useState } from 'react';
import type { TableColumn } from '../../components/data-table/table-column.ts';
import { DateTime } from '../../components/date-time.tsx';
import { Money } from '../../components/money.tsx';
import { StageBadge } from '../../components/stage-badge.tsx';
import { Tag } from '../../components/tag.tsx';
import { formatDuration } from '../../i18n/format.ts';
import { sayType } from '../../i18n/say-type.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { MyWork } from './my-work-queries.ts';

export const columns: readonly TableColumn<MyWork>[] = [
  { key: 'number', header: 'document.column.number', width: '210px', cell: (row) => row.number ?? row.draftNumber },
  { key: 'kind', header: 'document.column.kind', width: '110px', cell: (row) => <TypeName row={row} /> },
  { key: 'party', header: 'document.column.party', cell: (row) => row.partyName ?? row.customer?.name },
  { key: 'issueDate', header: 'document.column.issueDate', width: '110px', cell: ({ issueDate }) => issueDate },
  {
    key: 'gross',
    header: 'document.column.gross',
    width: '130px',
    align: 'end',
    cell: ({ grossTotal, currency }) => <Money value={grossTotal} currency={currency} />,
  },
  {
    key: 'stage',
    header: 'document.column.stage',
    width: '110px',
    cell: ({ stage, isReturned }) => <StageBadge stage={stage} flag={isReturned ? 'returned' : null} />,
  },
  { key: 'due', header: 'document.column.due', width: '150px', cell: ({ dueAt }) => <TimeLeft dueAt={dueAt} /> },
  {
    key: 'lease',
    header: 'entry.mine.lease',
    width: '90px',
    cell: ({ leaseUntil }) => <DateTime value={leaseUntil} precision="time" />,
  },
  { key: 'updated', header: 'document.column.updated', width: '140px', cell: ({ updatedAt }) => <DateTime value={updatedAt} /> },
];

function TypeName({ row }: { row: MyWork }) {
  const { t } = useTranslation();
  return sayType(t, row);
}

function TimeLeft({ dueAt }: { dueAt: string | null }) {
  const { t, language } = useTranslation();
  const [now] = useState(() => Date.now());
  if (dueAt === null) {
    return null;
  }
  const left = new Date(dueAt).getTime() - now;
  const duration = formatDuration(left, language);
  return left < 0 ? (
    <Tag tone="bad">{t('shell.time.overdue', { duration })}</Tag>
  ) : (
    <span>{t('shell.time.left', { duration })}</span>
  );
}
