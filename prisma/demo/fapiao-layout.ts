import { create } from 'qrcode';

import type { DemoPage, DemoParty, PageWords, Sheet } from './demo-page.ts';
import { black } from './page-canvas.ts';
import type { Colour, PageCanvas } from './page-canvas.ts';
import { drawSeal, drawSupervisionSeal } from './page-seal.ts';
import { columnsOf, drawCell, drawHeadings } from './page-table.ts';

/** 210 × 140 mm, the size of an electronic invoice. */
export const fapiaoSize = { width: 595, height: 397, linesPerPage: 8 };

const frame: Colour = [0.5, 0.15, 0.1];
const [left, right] = [20, 575];
const [partiesTop, tableTop, sumTop, wordsTop, remarkTop, bottom] = [80, 136, 266, 286, 309, 358];

/** An electronic invoice, or its red twin: red-brown frame, two parties, lines, totals, remark, seals. */
export function drawFapiao(canvas: PageCanvas, page: DemoPage, words: PageWords, sheet: Sheet): void {
  drawHead(canvas, page, words, sheet.note);
  drawParty(canvas, left, words.buyerColumn, page.buyer, words);
  drawParty(canvas, (left + right) / 2, words.sellerColumn, page.seller, words);
  canvas.box(left, partiesTop, right - left, bottom - partiesTop, frame, 0.9);
  for (const top of [tableTop, sumTop, wordsTop, remarkTop]) {
    canvas.line(left, top, right, top, frame, 0.9);
  }
  const columns = columnsOf(page.lines, left, right - left);
  drawHeadings(canvas, columns, tableTop + 13, words, 9, frame);
  for (const [index, line] of sheet.lines.entries()) {
    for (const column of columns) {
      drawCell(canvas, column, tableTop + 28 + index * 14, line[column.key], 8.5);
    }
  }
  drawTotals(canvas, page, words, columns);
  canvas.text(60, bottom + 20, `${words.signer}${page.signer ?? ''}`, { size: 9 });
  drawSupervisionSeal(canvas, 300, 66, words.supervisionSeal);
  drawSeal(canvas, 515, 318, 38, page.seller.name, words.invoiceSeal);
}

function drawHead(canvas: PageCanvas, page: DemoPage, words: PageWords, note: string): void {
  canvas.text(300, 38, page.title, { size: 18, colour: frame, align: 'centre' });
  canvas.line(175, 46, 425, 46, frame, 0.8);
  canvas.line(175, 49, 425, 49, frame, 0.8);
  canvas.text(432, 42, words.invoiceNumber, { size: 9, colour: frame });
  canvas.textWithin(478, 42, 97, page.number, { size: 9 });
  canvas.text(432, 58, words.invoiceDate, { size: 9, colour: frame });
  canvas.textWithin(478, 58, 97, page.date, { size: 9 });
  canvas.text(575, 72, note, { size: 7, align: 'right' });
  if (page.qrText !== undefined) {
    drawQr(canvas, 24, 16, 54, page.qrText);
  }
}

function drawParty(canvas: PageCanvas, x: number, title: string, party: DemoParty, words: PageWords): void {
  for (const [index, sign] of [...title].entries()) {
    canvas.text(x + 9, partiesTop + 12 + index * 10, sign, { size: 8.5, colour: frame, align: 'centre' });
  }
  canvas.line(x, partiesTop, x, tableTop, frame);
  canvas.line(x + 18, partiesTop, x + 18, tableTop, frame);
  canvas.textWithin(x + 24, partiesTop + 21, 248, `${words.name}${party.name}`, { size: 9 });
  canvas.textWithin(x + 24, partiesTop + 42, 248, `${words.taxId}${party.taxId}`, { size: 9 });
}

function drawTotals(canvas: PageCanvas, page: DemoPage, words: PageWords, columns: ReturnType<typeof columnsOf>): void {
  const { net, tax, gross, words: inWords } = page.totals;
  canvas.text(70, sumTop + 14, [...words.sum].join('　　'), { size: 9, colour: frame, align: 'centre' });
  for (const column of columns) {
    const value = { net, tax }[String(column.key)];
    drawCell(canvas, column, sumTop + 14, value === undefined || value === '' ? '' : `${words.currency}${value}`, 9);
  }
  canvas.line(150, wordsTop, 150, remarkTop, frame);
  canvas.text(85, wordsTop + 15, words.grossInWords, { size: 9, colour: frame, align: 'centre' });
  canvas.text(160, wordsTop + 15, `ⓧ ${inWords}`, { size: 9.5, colour: black });
  canvas.text(405, wordsTop + 15, `${words.grossInFigures}${words.currency}${gross}`, { size: 9.5 });
  canvas.line(left + 18, remarkTop, left + 18, bottom, frame);
  for (const [index, sign] of [...words.remark].entries()) {
    canvas.text(left + 9, remarkTop + 20 + index * 14, sign, { size: 9, colour: frame, align: 'centre' });
  }
  canvas.textWithin(left + 25, remarkTop + 16, 420, page.remark ?? '', { size: 9 });
}

/** Runs of dark modules become one bar each, which keeps the page small. */
function drawQr(canvas: PageCanvas, x: number, top: number, size: number, text: string): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const step = size / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      let end = column;
      while (end < modules.size && modules.get(row, end) === 1) {
        end += 1;
      }
      if (end > column) {
        canvas.fill(x + column * step, top + row * step, (end - column) * step, step * 1.02, [0, 0, 0]);
        column = end;
      }
    }
  }
}
