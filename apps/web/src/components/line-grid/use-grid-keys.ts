import type { KeyboardEvent, RefObject } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { isComposing } from '../keys.ts';
import type { Line, LineColumn } from './line-model.ts';
import type { LineEdits } from './use-line-edits.ts';

interface GridKeys {
  columns: readonly LineColumn[];
  lines: readonly Line[];
  edits: LineEdits;
  readOnly: boolean;
  /** Asked before Enter moves; true when the screen has moved the focus itself. */
  onEnter: ((row: number, key: string) => boolean) | undefined;
  /** F4: look the cell up in the master data. */
  onLookup: ((row: number, key: string) => void) | undefined;
}

type Press = KeyboardEvent<HTMLInputElement>;

/** Moving and acting by keyboard, as people know it from spreadsheets. Returns the handler of a cell, and a way to focus one. */
export function useGridKeys(table: RefObject<HTMLTableElement | null>, keys: GridKeys) {
  const { columns, lines, edits, readOnly } = keys;
  const wanted = useRef<string | null>(null);
  /** Where a run of Tabs began: Enter goes back there, one line down. */
  const tabStart = useRef<number | null>(null);

  const focusCell = (row: number, column: number) => {
    const place = `${row}:${column}`;
    const cell = table.current?.querySelector<HTMLInputElement>(`[data-cell="${place}"]`);
    wanted.current = cell === null || cell === undefined ? place : null;
    cell?.focus();
  };
  // A line that was just made is in the page only after the next render.
  useLayoutEffect(() => {
    if (wanted.current !== null) {
      const [row = 0, column = 0] = wanted.current.split(':').map(Number);
      focusCell(row, column);
    }
  });

  const insertAfter = (row: number, column = 0) => {
    edits.insert(row + 1);
    wanted.current = `${row + 1}:${column}`;
  };
  const enter = (row: number, column: number) => {
    const start = tabStart.current;
    tabStart.current = null;
    if (row < lines.length - 1) {
      focusCell(row + 1, start ?? column);
    } else if (!readOnly) {
      insertAfter(row, start ?? (column === columns.length - 1 ? 0 : column));
    }
  };
  const act = (event: Press, row: number, column: number): boolean => {
    const chord = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
    const key = columns[column]?.key ?? '';
    const isN = event.altKey && event.code === 'KeyN';
    if (isN || readOnly) {
      if (isN && !readOnly) {
        insertAfter(row);
      }
      return isN;
    }
    const deeds: Record<string, () => void> = {
      'Ctrl+d': () => row > 0 && edits.set(row, key, lines[row - 1]?.[key] ?? null),
      'Alt+Delete': () => {
        edits.remove(row);
        focusCell(Math.max(0, Math.min(row, lines.length - 2)), column);
      },
      'Ctrl+z': () => edits.undo(),
      'Ctrl+y': () => edits.redo(),
      'Ctrl+Shift+z': () => edits.redo(),
    };
    deeds[chord]?.();
    return deeds[chord] !== undefined;
  };
  const onKey = (event: Press, row: number, key: string, isEditing: boolean) => {
    const column = columns.findIndex((one) => one.key === key);
    if (isComposing(event.nativeEvent)) {
      return;
    }
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'Tab') {
      tabStart.current ??= event.shiftKey ? null : column;
      return;
    }
    if (event.key === 'Enter' && isPlain) {
      event.preventDefault();
      if (event.shiftKey) {
        focusCell(Math.max(0, row - 1), column);
      } else if (keys.onEnter?.(row, key) !== true) {
        enter(row, column);
      }
      return;
    }
    if (event.key === 'F4' && keys.onLookup !== undefined) {
      event.preventDefault();
      keys.onLookup(row, key);
      return;
    }
    const step = isPlain && !event.shiftKey ? steps[event.key] : undefined;
    if (step !== undefined && !(isEditing && step.column !== 0)) {
      event.preventDefault();
      tabStart.current = null;
      focusCell(clamp(row + step.row, lines.length), clamp(column + step.column, columns.length));
      return;
    }
    if (act(event, row, column)) {
      event.preventDefault();
    }
  };
  return { onKey, focusCell, insertAfter };
}

const steps: Partial<Record<string, { row: number; column: number }>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

function clamp(index: number, length: number): number {
  return Math.min(Math.max(index, 0), length - 1);
}
