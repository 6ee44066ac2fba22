import type { ReactNode } from 'react';
import { columnVisibilityFeature, tableFeatures, useTable } from '@tanstack/react-table';
import type { RowData } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useMemo, useRef } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../button.tsx';
import styles from './data-table.module.css';
import { SkeletonRows } from './skeleton-rows.tsx';
import type { TableColumn } from './table-column.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { useActiveRow } from './use-active-row.ts';
import { useMoreRows } from './use-more-rows.ts';

export interface DataTableProps<Row extends RowData> {
  /** What the list is of, for screen readers. */
  label: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** Enter, `o` or a click on a row. */
  onOpen?: (row: Row) => void;
  /** With both, rows can be ticked by `x` or the box. */
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  sort?: string;
  onSort?: (sort: string) => void;
  /** The next page of a keyset list; asked for near the end by itself. */
  hasMore?: boolean;
  isLoadingMore?: boolean;
  onMore?: () => void;
  /** The first load; skeleton rows after 150 ms. */
  isPending?: boolean;
  /** Rows of the query before, dimmed until the new ones are here. */
  isStale?: boolean;
  /** Columns that are not shown now. */
  hidden?: readonly string[];
  /** What stands in place of no rows. */
  empty?: ReactNode;
}

const features = tableFeatures({ columnVisibilityFeature });
const rowHeight = 34;

/** A long list by keyboard: only the rows in sight are in the page, `j`/`k` move, Enter opens, `x` ticks. Fills its parent. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowId, selected, onSelect, isPending = false, isStale = false, hidden, empty } = props;
  const { t } = useTranslation();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const definitions = useMemo(() => columns.map(({ key }) => ({ id: key, accessorFn: (row: Row) => row })), [columns]);
  const columnVisibility = useMemo(() => Object.fromEntries((hidden ?? []).map((key) => [key, false])), [hidden]);
  const table = useTable({ features, columns: definitions, data: rows, getRowId: rowId, state: { columnVisibility } });
  const shown = table.getVisibleLeafColumns().flatMap(({ id: key }) => columns.find((column) => column.key === key) ?? []);
  const model = table.getRowModel().rows;
  // oxlint-disable-next-line react/incompatible-library -- the compiler is not used; the virtualizer returns fresh functions on purpose.
  const virtual = useVirtualizer({
    count: model.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 1024, height: 800 },
  });
  const items = virtual.getVirtualItems();
  const canSelect = selected !== undefined && onSelect !== undefined;
  const tick = (key: string) => onSelect?.(toggled(selected ?? new Set(), key));
  const active = useActiveRow({
    count: model.length,
    scrollTo: (index) => virtual.scrollToIndex(index),
    open: (index) => openAt(props, index),
    tick: canSelect ? (index) => tick(model[index]?.id ?? '') : undefined,
  });
  useMoreRows(items.at(-1)?.index ?? 0, model.length, props);

  if (!isPending && model.length === 0) {
    return <>{empty}</>;
  }
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div ref={frame} className={`${styles.frame} ${isStale ? styles.stale : ''}`}>
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a grid is a table that one moves in.
        role="grid"
        tabIndex={0}
        onKeyDown={active.onKeyDown}
        aria-activedescendant={active.index === null ? undefined : `${id}-${active.index}`}
        className={styles.table}
        aria-label={label}
        aria-rowcount={props.hasMore === true ? -1 : model.length + 1}
        aria-busy={isPending || isStale || undefined}
      >
        <TableHead
          columns={shown}
          sort={props.sort}
          onSort={props.onSort}
          allTicked={canSelect ? model.length > 0 && model.every((row) => selected.has(row.id)) : undefined}
          onTickAll={(on) => onSelect?.(new Set(on ? model.map((row) => row.id) : []))}
        />
        <tbody>
          {isPending && <SkeletonRows columns={shown.length + (canSelect ? 1 : 0)} />}
          {before > 0 && <tr aria-hidden style={{ height: before }} />}
          {items.map((item) => {
            const row = model[item.index];
            return row === undefined ? null : (
              <TableRow
                key={row.id}
                id={`${id}-${item.index}`}
                index={item.index}
                columns={shown}
                row={row.original}
                isActive={active.index === item.index}
                isTicked={canSelect ? selected.has(row.id) : undefined}
                onTick={() => tick(row.id)}
                onOpen={() => {
                  active.setIndex(item.index);
                  props.onOpen?.(row.original);
                }}
              />
            );
          })}
          {after > 0 && <tr aria-hidden style={{ height: after }} />}
        </tbody>
      </table>
      {props.hasMore === true && (
        <Button look="plain" className={styles.more} loading={props.isLoadingMore} onClick={props.onMore}>
          {t('shell.verb.more')}
        </Button>
      )}
    </div>
  );
}

function openAt<Row extends RowData>({ rows, onOpen }: DataTableProps<Row>, index: number): void {
  const row = rows[index];
  if (row !== undefined) {
    onOpen?.(row);
  }
}

function toggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) {
    next.add(key);
  }
  return next;
}
