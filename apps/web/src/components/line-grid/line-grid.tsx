import type { ClipboardEvent, Ref } from 'react';
import { useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { isNumeric } from './cell-value.ts';
import { isTable, parseTable } from './clipboard.ts';
import type { CellEvents, CellMark } from './line-cell.tsx';
import { LineCell } from './line-cell.tsx';
import styles from './line-grid.module.css';
import type { Line, LineColumn } from './line-model.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useLineEdits } from './use-line-edits.ts';

export interface LineGridHandle {
  focusCell: (row: number, key: string) => void;
  addLine: () => void;
}

interface LineGridProps {
  columns: readonly LineColumn[];
  lines: readonly Line[];
  onChange?: (lines: Line[]) => void;
  readOnly?: boolean;
  /** Marks by `${row}/${key}`, as in the path of a fault: "2/quantity". */
  marks?: Readonly<Record<string, CellMark | undefined>>;
  onFocusCell?: (row: number, key: string) => void;
  onEnter?: (row: number, key: string) => boolean;
  onLookup?: (row: number, key: string) => void;
  onPasted?: (rows: number) => void;
  ref?: Ref<LineGridHandle>;
}

const unmarked: Readonly<Record<string, CellMark | undefined>> = {};

/**
 * The line items of a document, by keyboard as in a spreadsheet: Tab and Enter, arrows, F2, type to replace, Ctrl+D, paste of a
 * block, Alt+N, `=12*3.5`, Ctrl+Z. Every change is given on at once; blank lines are the caller's to drop (`isBlank`).
 */
export function LineGrid({ columns, lines, onChange, readOnly = false, marks = unmarked, ref, ...asked }: LineGridProps) {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const edits = useLineEdits(columns, lines, (next) => onChange?.(next));
  const keys = useGridKeys(table, { columns, lines, edits, readOnly, onEnter: asked.onEnter, onLookup: asked.onLookup });
  const events = useStableEvents({
    onType: edits.type,
    onSettle: edits.settle,
    onFocus: (row, key) => asked.onFocusCell?.(row, key),
    onKey: keys.onKey,
  });
  const addLine = () => keys.insertAfter(lines.length - 1);
  useImperativeHandle(ref, () => ({
    focusCell: (row, key) =>
      keys.focusCell(
        row,
        columns.findIndex((column) => column.key === key),
      ),
    addLine,
  }));
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (readOnly || !isTable(text)) {
      return;
    }
    event.preventDefault();
    const rows = parseTable(text);
    edits.paste(placeOf(event.target, lines.length), rows);
    asked.onPasted?.(rows.length);
  };

  return (
    <div className={styles.frame} onPaste={paste}>
      <table
        ref={table}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a grid is a table that one moves in.
        role="grid"
        className={styles.grid}
        style={{ minWidth: leastWidth(columns) }}
        aria-label={t('entry.grid.label')}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + 1}
        aria-readonly={readOnly || undefined}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={styles.order}>
              <span aria-hidden>{'#'}</span>
              <span className="visually-hidden">{t('field.line')}</span>
            </th>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={isNumeric(column.kind) ? styles.end : undefined}
                style={{ width: column.width }}
              >
                {t(column.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, row) => (
            <tr key={row} aria-rowindex={row + 2}>
              <th scope="row" className={styles.order}>
                {row + 1}
              </th>
              {columns.map((column, index) => (
                <LineCell
                  key={column.key}
                  row={row}
                  index={index}
                  column={column}
                  value={line[column.key] ?? null}
                  mark={marks[`${row}/${column.key}`]}
                  readOnly={readOnly}
                  {...events}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {!readOnly && (
        <button type="button" className={styles.add} onClick={addLine}>
          <span aria-hidden>{lines.length + 1}</span> {t('entry.grid.newHint')}
        </button>
      )}
    </div>
  );
}

/** Below this the grid scrolls sideways: columns without a width of their own stay legible. */
function leastWidth(columns: readonly LineColumn[]): string {
  return `calc(28px + ${columns.map(({ width }) => width ?? '96px').join(' + ')})`;
}

/** Handlers that never change, so that a keystroke in one cell renders that cell and no other. */
function useStableEvents(events: CellEvents): CellEvents {
  const latest = useRef(events);
  useLayoutEffect(() => {
    latest.current = events;
  });
  return useMemo<CellEvents>(
    () => ({
      onType: (...given) => latest.current.onType(...given),
      onSettle: (...given) => latest.current.onSettle(...given),
      onFocus: (...given) => latest.current.onFocus(...given),
      onKey: (...given) => latest.current.onKey(...given),
    }),
    [],
  );
}

/** The cell a paste goes to; below the last line where it is made beside the cells. */
function placeOf(target: EventTarget, end: number): { row: number; column: number } {
  const place = target instanceof HTMLElement ? target.dataset.cell : undefined;
  const [row = end, column = 0] = place?.split(':').map(Number) ?? [];
  return { row, column };
}
