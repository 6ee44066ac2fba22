import { PDFiumLibrary } from '@hyzyla/pdfium';
import { PDFArray, PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import type { PDFContext, PDFObject } from 'pdf-lib';
import sharp from 'sharp';

import { PreviewFailure } from './preview-failure.ts';
import { longSide, toPreviewPage } from './preview-page.ts';
import type { PreviewPage } from './preview-page.ts';
import { instantiateWithHouseFont } from './pdfium-fonts.ts';
import type { PreviewLimits } from './render-previews.ts';

type Document = Awaited<ReturnType<PDFiumLibrary['loadDocument']>>;

/** Small papers are not blown up beyond this. */
const maximumDotsPerInch = 300;

export async function* renderPdf(bytes: Buffer, limits: PreviewLimits): AsyncGenerator<PreviewPage> {
  const library = await PDFiumLibrary.init({ instantiateWasm: instantiateWithHouseFont });
  const document = await openDocument(library, bytes);
  const count = document.getPageCount();
  if (count > limits.pages) {
    throw new PreviewFailure((await hasPageLoop(bytes)) ? 'page-loop' : 'too-many-pages');
  }
  if (count === 0) {
    throw new PreviewFailure((await hasPageLoop(bytes)) ? 'page-loop' : 'damaged');
  }
  for (let index = 0; index < count; index += 1) {
    const page = await renderPage(document, index);
    if (page === undefined) {
      throw new PreviewFailure((await hasPageLoop(bytes)) ? 'page-loop' : 'damaged');
    }
    yield page;
  }
}

async function openDocument(library: PDFiumLibrary, bytes: Buffer): Promise<Document> {
  try {
    return await library.loadDocument(bytes);
  } catch (error) {
    if (error instanceof Error && /password|security/i.test(error.message)) {
      throw new PreviewFailure('encrypted');
    }
    throw new PreviewFailure((await hasPageLoop(bytes)) ? 'page-loop' : 'damaged');
  }
}

/** Undefined where the page cannot be loaded. */
async function renderPage(document: Document, index: number): Promise<PreviewPage | undefined> {
  const page = document.getPage(index);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  if (!(originalWidth > 0) || !(originalHeight > 0)) {
    return undefined;
  }
  const scale = Math.min(longSide / Math.max(originalWidth, originalHeight), maximumDotsPerInch / 72);
  const width = Math.max(1, Math.round(originalWidth * scale));
  const height = Math.max(1, Math.round(originalHeight * scale));
  const { data } = await page.render({ width, height, render: 'bitmap', renderFormFields: true });
  return toPreviewPage(sharp(data, { raw: { width, height, channels: 4 } }));
}

/** The renderer only says that it found no page; whether the page tree bites its own tail is looked up here. */
async function hasPageLoop(bytes: Buffer): Promise<boolean> {
  try {
    const { context, catalog } = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false });
    return loops(context, catalog.get(PDFName.of('Pages')), new Set());
  } catch {
    return false;
  }
}

function loops(context: PDFContext, node: PDFObject | undefined, above: Set<PDFObject>): boolean {
  const found = context.lookup(node);
  if (!(found instanceof PDFDict)) {
    return false;
  }
  if (above.has(found)) {
    return true;
  }
  const kids = context.lookup(found.get(PDFName.of('Kids')));
  const path = new Set([...above, found]);
  return kids instanceof PDFArray && kids.asArray().some((kid) => loops(context, kid, path));
}
