import type { DemoLine, DemoPage, DemoParty, PageWords, Sheet } from './demo-page.ts';
import { black } from './page-canvas.ts';
import type { Colour, PageCanvas } from './page-canvas.ts';
import { drawSeal } from './page-seal.ts';
import { columnsOf, drawCell, drawHeadings } from './page-table.ts';

/** A4 upright. */
export const paperSize = { width: 595, height: 842, linesPerPage: 24 };

const [left, right] = [45, 550];
const rule: Colour = [0.25, 0.25, 0.25];
const shade: Colour = [0.93, 0.94, 0.96];
const tableTop = 182;
const rowHeight = 18;

/** Orders, contracts, delivery notes, receipts, statements: a letterhead, the parties, a ruled table, two signatures. */
export function drawPaper(canvas: PageCanvas, page: DemoPage, words: PageWords, sheet: Sheet): void {
  canvas.text(297, 62, page.seller.name, { size: 15, align: 'centre' });
  canvas.text(297, 92, [...page.title].join(' '), { size: 20, align: 'centre' });
  canvas.line(200, 100, 394, 100, black, 1);
  canvas.text(left, 124, `${words.number}${page.number}`, { size: 10 });
  canvas.text(right, 124, `${words.date}${page.date}`, { size: 10, align: 'right' });
  drawParty(canvas, 147, words.buyer, page.buyer, words);
  drawParty(canvas, 168, words.seller, page.seller, words);
  canvas.text(297, 815, sheet.note, { size: 8, align: 'centre' });
  const tableBottom = drawTable(canvas, page, words, sheet.lines);
  if (sheet.isLast) {
    drawTotals(canvas, page, words, tableBottom);
    drawSignatures(canvas, page, words, tableBottom + 120);
  }
}

function drawSignatures(canvas: PageCanvas, page: DemoPage, words: PageWords, signTop: number): void {
  canvas.text(left, signTop, words.buyerSignature, { size: 10 });
  canvas.text(330, signTop, words.sellerSignature, { size: 10 });
  canvas.text(330, signTop + 22, page.signer ?? '', { size: 10 });
  drawSeal(canvas, 440, signTop - 6, 44, page.seller.name, words.seal);
}

function drawParty(canvas: PageCanvas, top: number, role: string, party: DemoParty, words: PageWords): void {
  canvas.text(left, top, `${role}${words.name}${party.name}`, { size: 10 });
  canvas.textWithin(right, top, 270, `${words.taxId}${party.taxId}`, { size: 8.5, align: 'right' });
}

/** Answers where the table ends. */
function drawTable(canvas: PageCanvas, page: DemoPage, words: PageWords, lines: DemoLine[]): number {
  const columns = columnsOf(page.lines, left, right - left);
  if (columns.length === 0) {
    return tableTop;
  }
  const bottom = tableTop + (lines.length + 1) * rowHeight;
  canvas.fill(left, tableTop, right - left, rowHeight, shade);
  drawHeadings(canvas, columns, tableTop + 12.5, words, 9.5, black);
  for (const [index, line] of lines.entries()) {
    for (const column of columns) {
      drawCell(canvas, column, tableTop + (index + 1) * rowHeight + 12.5, line[column.key], 9);
    }
  }
  for (let top = tableTop; top <= bottom + 0.1; top += rowHeight) {
    canvas.line(left, top, right, top, rule, 0.6);
  }
  for (const x of [...columns.map((column) => column.x), right]) {
    canvas.line(x, tableTop, x, bottom, rule, 0.6);
  }
  return bottom;
}

function drawTotals(canvas: PageCanvas, page: DemoPage, words: PageWords, top: number): void {
  const { net, tax, gross, words: inWords } = page.totals;
  const named = [
    [words.net, net],
    [words.tax, tax],
    [words.gross, gross],
  ] as const;
  const shown = named.filter(([, value]) => value !== '').map(([label, value]) => `${label}${words.currency}${value}`);
  canvas.text(right, top + 20, shown.join('　'), { size: 10, align: 'right' });
  if (inWords !== '') {
    canvas.text(left, top + 40, `${words.grossInWords}：${inWords}`, { size: 10 });
  }
  if (page.remark !== undefined && page.remark !== '') {
    canvas.textWithin(left, top + 60, right - left, `${words.remark}：${page.remark}`, { size: 9.5 });
  }
}
