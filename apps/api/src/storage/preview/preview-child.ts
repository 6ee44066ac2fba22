/**
 * The killable child of renderPreviews: reads one file from its input, writes framed pages to its output, and
 * is trusted with nothing else. Limits and media type come as one JSON argument.
 */
import { buffer } from 'node:stream/consumers';

import sharp from 'sharp';

import { XmlRefused } from '../xml.ts';
import { ZipRefused } from '../zip.ts';
import { PreviewFailure } from './preview-failure.ts';
import type { PreviewFailureReason } from './preview-failure.ts';
import { encodeFrame, PreviewTask } from './preview-frames.ts';
import { renderImage } from './render-image.ts';
import { renderOfd } from './render-ofd.ts';
import { renderPdf } from './render-pdf.ts';
import { renderXml } from './render-xml.ts';

await main();

async function main(): Promise<void> {
  sharp.cache(false);
  sharp.concurrency(1);
  const task = PreviewTask.parse(JSON.parse(process.argv[2] ?? ''));
  const isRenderedFromData = task.mediaType === 'application/ofd' || task.mediaType === 'application/xml';
  try {
    for await (const page of render(await buffer(process.stdin), task)) {
      const { webp, width, height } = page;
      await say(encodeFrame({ kind: 'page', width, height, bytes: webp.length }, webp));
    }
    await say(encodeFrame({ kind: 'done', isRenderedFromData }));
  } catch (error) {
    await say(encodeFrame({ kind: 'failed', reason: reasonOf(error) }));
  }
}

function render(bytes: Buffer, { mediaType, limits, labels }: PreviewTask) {
  switch (mediaType) {
    case 'application/pdf':
      return renderPdf(bytes, limits);
    case 'application/ofd':
      return renderOfd(bytes, limits);
    case 'application/xml':
      return renderXml(bytes, limits, labels);
    case 'image/png':
    case 'image/jpeg':
    case 'image/webp':
    case 'image/tiff':
      return renderImage(bytes, limits);
  }
}

/** Whatever else a library throws means that it could not make sense of the file. */
function reasonOf(error: unknown): PreviewFailureReason {
  if (error instanceof PreviewFailure || error instanceof ZipRefused) {
    return error.reason;
  }
  if (error instanceof Error && !(error instanceof XmlRefused)) {
    if (/pixel limit|too large/i.test(error.message)) {
      return 'too-large';
    }
    if (/out of memory|OOM/i.test(error.message)) {
      return 'memory';
    }
  }
  return 'damaged';
}

function say(frame: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(frame, (error) => (error ? reject(error) : resolve()));
  });
}
