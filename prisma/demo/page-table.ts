import type { DemoLine, PageWords } from './demo-page.ts';
import type { Colour, PageCanvas } from './page-canvas.ts';

export type Column = { key: keyof DemoLine; x: number; width: number; align: 'left' | 'centre' | 'right' };

const shares: Record<keyof DemoLine, { share: number; align: Column['align'] }> = {
  description: { share: 25, align: 'left' },
  specification: { share: 16, align: 'left' },
  unit: { share: 7, align: 'centre' },
  quantity: { share: 10, align: 'right' },
  unitPrice: { share: 13, align: 'right' },
  net: { share: 14, align: 'right' },
  rate: { share: 7, align: 'right' },
  tax: { share: 12, align: 'right' },
};
const keys = ['description', 'specification', 'unit', 'quantity', 'unitPrice', 'net', 'rate', 'tax'] as const;

/** The columns some line has a value for, spread over the width. */
export function columnsOf(lines: DemoLine[], x: number, width: number): Column[] {
  const used = keys.filter((key) => lines.some((line) => line[key] !== ''));
  const total = used.reduce((sum, key) => sum + shares[key].share, 0);
  let at = x;
  return used.map((key) => {
    const column = { key, x: at, width: (shares[key].share / total) * width, align: shares[key].align };
    at += column.width;
    return column;
  });
}

export function drawCell(canvas: PageCanvas, column: Column, top: number, value: string, size: number, colour?: Colour): void {
  const gap = 3;
  const anchors = { left: column.x + gap, centre: column.x + column.width / 2, right: column.x + column.width - gap };
  canvas.textWithin(anchors[column.align], top, column.width - 2 * gap, value, { size, align: column.align, colour });
}

export function drawHeadings(
  canvas: PageCanvas,
  columns: Column[],
  top: number,
  words: PageWords,
  size: number,
  colour: Colour,
): void {
  for (const column of columns) {
    drawCell(canvas, { ...column, align: 'centre' }, top, words.columns[column.key], size, colour);
  }
}
