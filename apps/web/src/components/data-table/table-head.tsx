import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './data-table.module.css';
import type { TableColumn } from './table-column.ts';
import { ariaSort, nextSort } from './table-column.ts';

interface TableHeadProps<Row> {
  columns: readonly TableColumn<Row>[];
  sort: string | undefined;
  onSort: ((sort: string) => void) | undefined;
  /** Undefined where rows cannot be ticked. */
  allTicked: boolean | undefined;
  onTickAll: (on: boolean) => void;
}

const arrows = { ascending: ' ↑', descending: ' ↓' } as const;

export function TableHead<Row>({ columns, sort, onSort, allTicked, onTickAll }: TableHeadProps<Row>) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr aria-rowindex={1}>
        {allTicked !== undefined && (
          <th scope="col" className={styles.tick}>
            <input
              type="checkbox"
              aria-label={t('shell.verb.selectAll')}
              checked={allTicked}
              onChange={(event) => onTickAll(event.currentTarget.checked)}
            />
          </th>
        )}
        {columns.map((column) => {
          const direction = ariaSort(sort, column.sort);
          const { sort: order } = column;
          return (
            <th
              key={column.key}
              scope="col"
              aria-sort={direction}
              className={column.align === 'end' ? styles.end : undefined}
              style={{ width: column.width }}
            >
              {order === undefined || onSort === undefined ? (
                t(column.header)
              ) : (
                <button type="button" className={styles.sort} onClick={() => onSort(nextSort(sort, order))}>
                  {t(column.header)}
                  <span aria-hidden>{direction === undefined ? '' : arrows[direction]}</span>
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
