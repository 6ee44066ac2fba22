import { useLayoutEffect, useRef } from 'react';
import type { CellPlace, Line, LineColumn } from './line-model.ts';
import { blankLine, withCell, withTable } from './line-model.ts';

const depth = 200;

export interface LineEdits {
  /** While a person types: the value is passed on at once, so that nothing is lost; undo goes back to before the typing. */
  type: (row: number, key: string, value: string | null) => void;
  /** The end of typing in a cell, with the value as read. */
  settle: (row: number, key: string, value: string | null) => void;
  set: (row: number, key: string, value: string | null) => void;
  insert: (row: number) => void;
  remove: (row: number) => void;
  paste: (at: CellPlace, table: readonly (readonly string[])[]) => void;
  undo: () => boolean;
  redo: () => boolean;
}

/** Changes to the lines, with an undo of their own: one step per cell, paste, fill, new or deleted line. */
export function useLineEdits(
  columns: readonly LineColumn[],
  lines: readonly Line[],
  onChange: (lines: Line[]) => void,
): LineEdits {
  const latest = useRef(lines);
  const beforeTyping = useRef<readonly Line[] | null>(null);
  const past = useRef<(readonly Line[])[]>([]);
  const future = useRef<(readonly Line[])[]>([]);
  useLayoutEffect(() => {
    latest.current = lines;
  }, [lines]);

  const give = (next: readonly Line[]) => {
    latest.current = next;
    onChange([...next]);
  };
  const step = (next: readonly Line[]) => {
    past.current = [...past.current, beforeTyping.current ?? latest.current].slice(-depth);
    future.current = [];
    beforeTyping.current = null;
    give(next);
  };
  const travel = (from: typeof past, to: typeof past) => {
    const target = from.current.at(-1);
    if (target === undefined) {
      return false;
    }
    from.current = from.current.slice(0, -1);
    to.current = [...to.current, latest.current];
    give(target);
    return true;
  };
  const set = (row: number, key: string, value: string | null) => step(withCell(latest.current, row, key, value));
  const holds = (row: number, key: string, value: string | null) => (latest.current[row]?.[key] ?? null) === value;

  return {
    type: (row, key, value) => {
      beforeTyping.current ??= latest.current;
      give(withCell(latest.current, row, key, value));
    },
    settle: (row, key, value) => {
      const wasTyped = beforeTyping.current !== null && beforeTyping.current !== latest.current;
      if (wasTyped || !holds(row, key, value)) {
        set(row, key, value);
      }
      beforeTyping.current = null;
    },
    set,
    insert: (row) => step(latest.current.toSpliced(row, 0, blankLine(columns))),
    remove: (row) => step(latest.current.toSpliced(row, 1)),
    paste: (at, table) => step(withTable(columns, latest.current, at, table)),
    undo: () => travel(past, future),
    redo: () => travel(future, past),
  };
}
