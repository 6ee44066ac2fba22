import type { WordKey } from '@danku/words/keys.ts';
import type { CellKind } from './cell-value.ts';
import { readCell } from './cell-value.ts';

/** One column of the grid: `key` is the field of the line, `width` any CSS width. */
export interface LineColumn {
  key: string;
  label: WordKey;
  kind: CellKind;
  width?: string;
  maxLength?: number;
}

/** A line: every value a string as the API carries it, or blank. */
export type Line = Readonly<Record<string, string | null>>;

export interface CellPlace {
  row: number;
  column: number;
}

export function blankLine(columns: readonly LineColumn[]): Line {
  return Object.fromEntries(columns.map((column) => [column.key, null]));
}

export function isBlank(line: Line): boolean {
  return Object.values(line).every((value) => value === null || value.trim() === '');
}

export function withCell(lines: readonly Line[], row: number, key: string, value: string | null): Line[] {
  return lines.map((line, index) => (index === row ? { ...line, [key]: value } : line));
}

/** Puts a pasted table in at a place, making lines as needed. What cannot be read as its column's kind stays as pasted, to be seen and mended. */
export function withTable(
  columns: readonly LineColumn[],
  lines: readonly Line[],
  at: CellPlace,
  table: readonly (readonly string[])[],
): Line[] {
  const grown = [...lines];
  for (const [offset, cells] of table.entries()) {
    const row = at.row + offset;
    const pasted = cells.flatMap((text, index): [string, string | null][] => {
      const column = columns[at.column + index];
      if (column === undefined) {
        return [];
      }
      const read = readCell(column.kind, text);
      return [[column.key, read.ok ? read.value : text.trim()]];
    });
    grown[row] = { ...(grown[row] ?? blankLine(columns)), ...Object.fromEntries(pasted) };
  }
  return grown;
}
