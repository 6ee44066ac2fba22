import type { DocumentRow } from '@danku/contract/document-shapes.ts';
import type { TableColumn } from '../../components/data-table/table-column.ts';
import { Money } from '../../components/money.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './archive.module.css';

/** The columns of the archive queue; the open document is marked. */
export function archiveColumns(current: string | undefined): TableColumn<DocumentRow>[] {
  return [
    {
      key: 'registryNumber',
      header: 'document.column.registryNumber',
      width: '30%',
      cell: ({ id, registryNumber, draftNumber }) => (
        <span className={id === current ? styles.here : styles.mono} aria-current={id === current || undefined}>
          {registryNumber ?? draftNumber}
        </span>
      ),
    },
    { key: 'kind', header: 'document.column.kind', width: '18%', cell: ({ kind }) => <KindName kind={kind} /> },
    { key: 'party', header: 'document.column.party', cell: ({ partyName }) => partyName },
    {
      key: 'gross',
      header: 'document.column.gross',
      width: '120px',
      align: 'end',
      cell: ({ grossTotal }) => <Money value={grossTotal} />,
    },
  ];
}

function KindName({ kind }: { kind: DocumentRow['kind'] }) {
  const { t } = useTranslation();
  return <>{t(`kind.${kind}`)}</>;
}
