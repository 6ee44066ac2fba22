import { isNumeric, showCell } from '../../components/line-grid/cell-value.ts';
import type { Line, LineColumn } from '../../components/line-grid/line-model.ts';

const digit = 7;
const han = 12.5;
const room = 10;
const widestUnit = 72;

/**
 * Widths of the columns, in pixels, so that no figure is ever cut off: as wide as the longest one or the longest word of the heading. Texts share
 * what is left. Null stands for a column that takes its share.
 */
export function columnWidths(
  columns: readonly LineColumn[],
  lines: readonly Line[],
  headingOf: (column: LineColumn) => string,
): (number | null)[] {
  return columns.map((column) => {
    const isShort = column.key === 'unit';
    if (!isNumeric(column.kind) && column.kind !== 'date' && !isShort) {
      return null;
    }
    const texts = [...headingOf(column).split(' '), ...lines.map((line) => showCell(column.kind, line[column.key]))];
    const widest = Math.ceil(Math.max(...texts.map(widthOf))) + room;
    return isShort ? Math.min(widest, widestUnit) : widest;
  });
}

function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (/[⺀-鿿＀-￯]/u.test(character) ? han : digit), 0);
}
