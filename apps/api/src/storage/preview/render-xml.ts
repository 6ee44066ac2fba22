import { openHouseFont } from './glyph-paths.ts';
import type { InvoiceData, InvoiceDataLine, InvoiceLabels } from './invoice-data.ts';
import { PreviewFailure } from './preview-failure.ts';
import { svgToPreviewPage } from './preview-page.ts';
import type { PreviewPage } from './preview-page.ts';
import { readInvoiceXml } from './read-invoice-xml.ts';
import type { PreviewLimits } from './render-previews.ts';
import { createSvgPage } from './svg-page.ts';
import { createTypesetter } from './typesetter.ts';
import type { Typesetter } from './typesetter.ts';

/** A4, millimetres. */
const [pageWidth, pageHeight, left, right] = [210, 297, 15, 195];
const linesPerPage = 26;
const rowHeight = 7;
const tableTop = 78;

const columns: { key: keyof InvoiceDataLine; x: number; width: number; align: 'left' | 'right' }[] = [
  { key: 'description', x: 15, width: 56, align: 'left' },
  { key: 'specification', x: 71, width: 26, align: 'left' },
  { key: 'unit', x: 97, width: 12, align: 'left' },
  { key: 'quantity', x: 109, width: 18, align: 'right' },
  { key: 'unitPrice', x: 127, width: 22, align: 'right' },
  { key: 'net', x: 149, width: 22, align: 'right' },
  { key: 'rate', x: 171, width: 12, align: 'right' },
  { key: 'tax', x: 183, width: 12, align: 'right' },
];

/** An invoice that came as data, in one plain layout for all formats. */
export async function* renderXml(bytes: Buffer, limits: PreviewLimits, labels: InvoiceLabels): AsyncGenerator<PreviewPage> {
  for (const svg of invoiceToSvg(readInvoiceXml(bytes), labels, limits.pages)) {
    yield await svgToPreviewPage(svg);
  }
}

export function* invoiceToSvg(data: InvoiceData, labels: InvoiceLabels, maximumPages: number): Generator<string> {
  const pages = Math.max(1, Math.ceil(data.lines.length / linesPerPage));
  if (pages > maximumPages) {
    throw new PreviewFailure('too-many-pages');
  }
  const font = openHouseFont();
  for (let page = 0; page < pages; page += 1) {
    const svg = createSvgPage([0, 0, pageWidth, pageHeight]);
    const type = createTypesetter(svg, font);
    drawHead(type, data, labels);
    const lines = data.lines.slice(page * linesPerPage, (page + 1) * linesPerPage);
    const bottom = drawLines(type, lines, labels);
    if (page === pages - 1) {
      drawTotals(type, data, labels, bottom);
    }
    type.text(left, 288, labels.renderedFromData, { size: 2.8, width: 150, colour: 'rgb(110,110,110)' });
    type.text(right, 288, `${page + 1} / ${pages}`, { size: 2.8, width: 30, align: 'right' });
    yield svg.toString();
  }
}

function drawHead(type: Typesetter, data: InvoiceData, labels: InvoiceLabels): void {
  type.text(left, 26, data.isCreditNote ? labels.creditNote : labels.invoice, { size: 7, width: 100 });
  type.text(right, 20, `${labels.number} ${data.number}`, { size: 3.8, width: 75, align: 'right' });
  type.text(right, 27, `${labels.date} ${data.date}`, { size: 3.8, width: 75, align: 'right' });
  type.rule(left, 32, right);
  const parties = [
    { x: left, label: labels.seller, party: data.seller },
    { x: 108, label: labels.buyer, party: data.buyer },
  ];
  for (const { x, label, party } of parties) {
    type.text(x, 40, label, { size: 3, width: 85, colour: 'rgb(110,110,110)' });
    type.text(x, 47, party.name, { size: 4.2, width: 85 });
    type.text(x, 54, `${labels.taxId} ${party.taxId}`, { size: 3.4, width: 85 });
  }
}

/** Answers where the table ends. */
function drawLines(type: Typesetter, lines: InvoiceDataLine[], labels: InvoiceLabels): number {
  const cell = (column: (typeof columns)[number], y: number, value: string, colour?: string) =>
    type.text(column.align === 'left' ? column.x + 1 : column.x + column.width - 1, y, value, {
      size: 3.1,
      width: column.width - 2,
      align: column.align,
      colour,
    });
  type.fill(left, tableTop - rowHeight, right - left, rowHeight);
  for (const column of columns) {
    cell(column, tableTop - 2.3, labels[column.key]);
  }
  for (const [index, line] of lines.entries()) {
    const bottom = tableTop + (index + 1) * rowHeight;
    columns.forEach((column) => cell(column, bottom - 2.3, line[column.key]));
    type.rule(left, bottom, right);
  }
  return tableTop + lines.length * rowHeight;
}

function drawTotals(type: Typesetter, data: InvoiceData, labels: InvoiceLabels, top: number): void {
  const totals = [
    [labels.net, data.net],
    [labels.tax, data.tax],
    [labels.gross, data.gross],
  ] as const;
  for (const [index, [label, value]] of totals.entries()) {
    type.text(150, top + 8 + index * 6.5, label, { size: 3.6, width: 40, align: 'right' });
    type.text(right - 1, top + 8 + index * 6.5, `${value} ${data.currency}`, { size: 3.8, width: 42, align: 'right' });
  }
  if (data.grossInWords !== '') {
    type.text(left, top + 8, `${labels.grossInWords} ${data.grossInWords}`, { size: 3.6, width: 95 });
  }
  if (data.remark !== '') {
    type.text(left, top + 14.5, `${labels.remark} ${data.remark}`, { size: 3.2, width: 95 });
  }
}
