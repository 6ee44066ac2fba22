import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './data-table.module.css';
import type { TableColumn } from './table-column.ts';

interface TableRowProps<Row> {
  id: string;
  index: number;
  columns: readonly TableColumn<Row>[];
  row: Row;
  isActive: boolean;
  /** Undefined where rows cannot be ticked. */
  isTicked: boolean | undefined;
  onTick: () => void;
  onOpen: () => void;
}

export function TableRow<Row>({ id, index, columns, row, isActive, isTicked, onTick, onOpen }: TableRowProps<Row>) {
  const { t } = useTranslation();
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Enter on the active row does the same, in use-active-row.ts.
    <tr
      id={id}
      aria-rowindex={index + 2}
      aria-selected={isTicked}
      data-active={isActive || undefined}
      className={styles.row}
      onClick={onOpen}
    >
      {isTicked !== undefined && (
        <td className={styles.tick}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t('shell.verb.select')}
            checked={isTicked}
            onClick={(event) => event.stopPropagation()}
            onChange={onTick}
          />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.key} className={column.align === 'end' ? styles.end : undefined}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}
