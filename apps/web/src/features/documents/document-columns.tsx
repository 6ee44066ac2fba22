import type { DocumentRow } from '@danku/contract/document-shapes.ts';
import { Link, useLocation, useSearchParams } from 'react-router';
import { usePath } from '../../app/paths.ts';
import type { TableColumn } from '../../components/data-table/table-column.ts';
import { Highlight } from '../../components/highlight.tsx';
import { Money } from '../../components/money.tsx';
import { StageBadge } from '../../components/stage-badge.tsx';
import { useNow } from '../../components/use-now.ts';
import { formatDateTime, formatDuration } from '../../i18n/format.ts';
import { sayType } from '../../i18n/say-type.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './documents.module.css';
import { flagOf } from './document-flags.ts';

/** The columns of the list of documents. The order of the keys is that of reading: what, which, whose, when, how much, where. */
export const documentColumns: readonly TableColumn<DocumentRow>[] = [
  { key: 'kind', header: 'document.column.kind', width: '100px', cell: (row) => <TypeName row={row} /> },
  { key: 'number', header: 'document.column.number', width: '180px', cell: (row) => <PrintedNumber row={row} /> },
  { key: 'party', header: 'document.column.party', cell: (row) => <Party row={row} /> },
  {
    key: 'issueDate',
    header: 'document.column.issueDate',
    width: '98px',
    sort: 'issueDate',
    cell: (row) => <span className={styles.figure}>{row.issueDate}</span>,
  },
  {
    key: 'gross',
    header: 'document.column.gross',
    width: '122px',
    align: 'end',
    sort: 'grossTotal',
    cell: (row) => <Money value={row.grossTotal} currency={row.currency} />,
  },
  {
    key: 'stage',
    header: 'document.column.stage',
    width: '132px',
    cell: (row) => <StageBadge stage={row.stage} flag={flagOf(row)} />,
  },
  { key: 'due', header: 'document.column.due', width: '112px', cell: (row) => <Due at={row.dueAt} /> },
  { key: 'holder', header: 'document.column.holder', width: '72px', cell: (row) => row.lease?.member.name ?? row.assignee?.name },
  {
    key: 'registryNumber',
    header: 'document.column.registryNumber',
    width: '150px',
    cell: (row) => <RegistryNumber row={row} />,
  },
  {
    key: 'created',
    header: 'document.column.created',
    width: '98px',
    sort: 'createdAt',
    cell: (row) => (
      <span className={styles.quiet} title={row.createdBy.name}>
        {formatDateTime(row.createdAt, 'day')}
      </span>
    ),
  },
];

function useSearched(): string {
  return useSearchParams()[0].get('q') ?? '';
}

function TypeName({ row }: { row: DocumentRow }) {
  const { t } = useTranslation();
  return sayType(t, row);
}

/** The number on the paper; a draft without one has its own. */
function PrintedNumber({ row }: { row: DocumentRow }) {
  const searched = useSearched();
  const path = usePath();
  const { search } = useLocation();
  return (
    // The keyboard opens the row itself; the link is for the mouse that opens another tab.
    <Link
      to={path('document', { id: row.id })}
      state={{ list: search }}
      tabIndex={-1}
      className={styles.number}
      title={row.draftNumber}
      onClick={(event) => event.stopPropagation()}
    >
      <Highlight text={row.number ?? row.draftNumber} search={searched} />
    </Link>
  );
}

function RegistryNumber({ row }: { row: DocumentRow }) {
  const searched = useSearched();
  return (
    <span className={styles.second} title={row.archiveNumber ?? undefined}>
      <Highlight text={row.registryNumber ?? ''} search={searched} />
    </span>
  );
}

function Party({ row }: { row: DocumentRow }) {
  const searched = useSearched();
  const { t } = useTranslation();
  if (row.isBlind) {
    return <span className={styles.quiet}>{t('review.blind.hidden')}</span>;
  }
  const name = row.partyName ?? row.customer?.name ?? '';
  return (
    <span title={name}>
      <Highlight text={name} search={searched} />
    </span>
  );
}

function Due({ at }: { at: string | null }) {
  const { t, language } = useTranslation();
  const now = useNow();
  if (at === null) {
    return null;
  }
  const left = Date.parse(at) - now;
  const duration = formatDuration(inLargestUnit(left), language);
  return (
    <time dateTime={at} className={left < 0 ? styles.overdue : styles.quiet}>
      {t(left < 0 ? 'shell.time.overdue' : 'shell.time.left', { duration })}
    </time>
  );
}

/** Days or hours alone are enough in a list. */
function inLargestUnit(milliseconds: number): number {
  const unit = [86_400_000, 3_600_000, 60_000].find((one) => Math.abs(milliseconds) >= one) ?? 60_000;
  return Math.round(milliseconds / unit) * unit;
}
