import type { DemoLine, DemoPage, PageWords } from './demo-page.ts';
import { drawFapiao, fapiaoSize } from './fapiao-layout.ts';
import { createPageCanvas } from './page-canvas.ts';
import type { PageFont } from './page-font.ts';
import { openPageFont } from './page-font.ts';
import { drawPaper, paperSize } from './paper-layout.ts';
import { writePdf } from './pdf-file.ts';

/** Letters and figures that nearly every paper has. */
const common = '0123456789.,-/:%¥()（）：、，。ⓧ*ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz 　…';

export type PagePrinter = (page: DemoPage, words: PageWords) => Promise<Buffer>;

/**
 * Prints demo papers as small PDFs with their own font inside: some 20 kB and a few milliseconds each. The same
 * paper gives the same bytes. `vocabulary`: texts that will come often; other signs are taken in as they come.
 */
export function createPagePrinter(vocabulary = ''): PagePrinter {
  const font = openPageFont(common + vocabulary);
  return (page, words) => printPage(font, page, words);
}

async function printPage(font: PageFont, page: DemoPage, words: PageWords): Promise<Buffer> {
  const isInvoice = page.kind === 'INV' || page.kind === 'CN';
  const { width, height, linesPerPage } = isInvoice ? fapiaoSize : paperSize;
  const sheets = sheetsOf(page.lines, linesPerPage);
  const pages = sheets.map((lines, index) => {
    const canvas = createPageCanvas(width, height, font.widthOf);
    const note = sheets.length > 1 ? words.page(index + 1, sheets.length) : '';
    const draw = isInvoice ? drawFapiao : drawPaper;
    draw(canvas, page, words, { lines, note, isLast: index === sheets.length - 1 });
    return canvas;
  });
  const texts = pages.flatMap(({ drawn }) => drawn.map((part) => (typeof part === 'string' ? '' : part.text)));
  return writePdf(pages, await font.subset(new Set(texts.join(''))));
}

function sheetsOf(lines: DemoLine[], linesPerPage: number): DemoLine[][] {
  const count = Math.max(1, Math.ceil(lines.length / linesPerPage));
  return Array.from({ length: count }, (_, index) => lines.slice(index * linesPerPage, (index + 1) * linesPerPage));
}
