import { mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

import { createDiskBackend } from '../disk-backend.ts';
import { createFileStore } from '../file-store.ts';
import type { AcceptedMediaType } from '../media-type.ts';
import { FileDamaged } from '../storage-errors.ts';
import { labels } from '../test/labels.ts';
import { pdfOf } from '../test/pdf-of.ts';
import { createKeyLookup, tenant } from '../test/tenant-keys.ts';
import type { PreviewPage } from './preview-page.ts';
import { renderPreviews } from './render-previews.ts';
import type { PreviewOptions } from './render-previews.ts';

async function preview(bytes: Uint8Array, mediaType: AcceptedMediaType, options: Partial<PreviewOptions> = {}) {
  const pages: PreviewPage[] = [];
  const startedAt = performance.now();
  const outcome = await renderPreviews(bytes, mediaType, { labels, onPage: (page) => void pages.push(page), ...options });
  return { outcome, pages, milliseconds: performance.now() - startedAt };
}

async function pdfWithPages(sizes: [number, number][]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const size of sizes) {
    document.addPage(size).drawText('Danku', { x: 10, y: 10 });
  }
  return document.save();
}

/** A PNG whose header promises any size and whose data is a few bytes. */
function pngClaiming(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const data = deflateSync(Buffer.alloc(1_000_000));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

const stripes = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#b03030' } });

const catalog = '<< /Type /Catalog /Pages 2 0 R >>';

describe('previews', { timeout: 30_000 }, () => {
  it('of a PDF: one WebP a page, at most 2000 pixels long', async () => {
    const { outcome, pages } = await preview(
      await pdfWithPages([
        [595, 842],
        [842, 595],
        [200, 100],
      ]),
      'application/pdf',
    );
    expect(outcome).toEqual({ state: 'rendered', pages: 3, isRenderedFromData: false });
    expect(pages.map(({ width, height }) => [width, height])).toEqual([
      [1413, 2000],
      [2000, 1413],
      [833, 417],
    ]);
    const [first] = pages;
    expect(await sharp(first?.webp).metadata()).toMatchObject({ format: 'webp', width: 1413, height: 2000 });
  });

  it('of a PDF that brings no Chinese font along: its words can be read all the same', async () => {
    const words = Buffer.from('价税合计', 'utf16le').swap16().toString('hex');
    const content = `BT /F 40 Tf 20 30 Td <${words}> Tj ET`;
    const pdf = pdfOf([
      catalog,
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>',
    ]);
    const { pages } = await preview(pdf, 'application/pdf');
    const { data } = await sharp(pages[0]?.webp).greyscale().raw().toBuffer({ resolveWithObject: true });
    expect(data.filter((shade) => shade < 128).length / data.length).toBeGreaterThan(0.02);
  });

  it('of a photo: upright as the camera held it, and smaller pictures stay as they are', async () => {
    const turned = await stripes(3000, 1000).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect((await preview(turned, 'image/jpeg')).pages[0]).toMatchObject({ width: 667, height: 2000 });
    const small = await stripes(300, 200).webp().toBuffer();
    expect((await preview(small, 'image/webp')).pages[0]).toMatchObject({ width: 300, height: 200 });
  });

  it('of a TIFF: every page', async () => {
    const pages = await Promise.all(
      ['red', 'green', 'blue'].map((background) =>
        sharp({ create: { width: 60, height: 40, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const tiff = await sharp(pages, { join: { animated: true } })
      .tiff()
      .toBuffer();
    expect((await preview(tiff, 'image/tiff')).outcome).toMatchObject({ state: 'rendered', pages: 3 });
  });

  it('of a file in the store: read, decrypted and drawn through pipes alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'danku-preview-'));
    try {
      const store = createFileStore({ backend: createDiskBackend(folder), tenantKey: createKeyLookup() });
      const stored = await store.put(tenant, await pdfWithPages([[100, 100]]));
      const options = { labels, onPage: () => undefined };
      expect(await renderPreviews(await store.open(tenant, stored), 'application/pdf', options)).toMatchObject({ pages: 1 });
      const id = await store.blobIdOf(tenant, stored);
      await truncate(join(folder, 'objects', tenant, id.slice(0, 2), id.slice(2, 4), id), 200);
      await expect(renderPreviews(await store.open(tenant, stored), 'application/pdf', options)).rejects.toThrow(FileDamaged);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('reject when the receiver of a page does, and leave no child', async () => {
    const bytes = await pdfWithPages([[595, 842]]);
    const failing = () => Promise.reject(new Error('storage is full'));
    await expect(renderPreviews(bytes, 'application/pdf', { labels, onPage: failing })).rejects.toThrow('storage is full');
  });
});

const encryption = `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -3904 /O <${'a1'.repeat(32)}> /U <${'b2'.repeat(32)}> >> /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`;

describe('what is refused, and why', { timeout: 30_000 }, () => {
  it.each<[string, () => Buffer | Promise<Buffer>, AcceptedMediaType, string]>([
    ['a PNG of 60,000 × 60,000', () => pngClaiming(60_000, 60_000), 'image/png', 'too-large'],
    [
      'a page tree that loops',
      () =>
        pdfOf([
          catalog,
          '<< /Type /Pages /Count 3 /Kids [3 0 R] >>',
          '<< /Type /Pages /Parent 2 0 R /Count 3 /Kids [2 0 R 3 0 R] >>',
        ]),
      'application/pdf',
      'page-loop',
    ],
    [
      'a page tree without an end',
      () => pdfOf([catalog, '<< /Type /Pages /Count 100000000 /Kids [2 0 R] >>']),
      'application/pdf',
      'page-loop',
    ],
    [
      'a PDF with a password',
      () =>
        pdfOf(
          [catalog, '<< /Type /Pages /Count 1 /Kids [3 0 R] >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>'],
          encryption,
        ),
      'application/pdf',
      'encrypted',
    ],
    ['a PDF without pages', () => pdfOf([catalog, '<< /Type /Pages /Count 0 /Kids [] >>']), 'application/pdf', 'damaged'],
    ['no PDF at all', () => Buffer.from('%PDF-1.7 and nothing more'), 'application/pdf', 'damaged'],
    ['an empty file', () => Buffer.alloc(0), 'image/png', 'damaged'],
    [
      'a JPEG cut off',
      async () =>
        (
          await sharp({
            create: {
              width: 1500,
              height: 1500,
              channels: 3,
              background: 'red',
              noise: { type: 'gaussian', mean: 128, sigma: 60 },
            },
          })
            .jpeg()
            .toBuffer()
        ).subarray(0, 90_000),
      'image/jpeg',
      'damaged',
    ],
  ])('%s', async (_, make, mediaType, reason) => {
    const { outcome, milliseconds } = await preview(await make(), mediaType);
    expect(outcome).toMatchObject({ state: 'failed', reason });
    expect(milliseconds).toBeLessThan(10_000);
  });

  it('more pages than allowed, before the first is drawn', async () => {
    const { outcome } = await preview(await pdfWithPages(Array.from({ length: 501 }, () => [20, 20])), 'application/pdf');
    expect(outcome).toEqual({ state: 'failed', pages: 0, reason: 'too-many-pages' });
  });
});

describe('a child that takes too much is killed', { timeout: 30_000 }, () => {
  const slow = () => pdfWithPages(Array.from({ length: 400 }, () => [595, 842]));

  it.each<[string, Partial<PreviewOptions>]>([
    ['timeout', { wallMilliseconds: 1500 }],
    ['timeout', { cpuMilliseconds: 800 }],
    ['memory', { memory: 60_000_000 }],
  ])('%s by %j', { skip: process.platform === 'win32' }, async (reason, limits) => {
    const { outcome, milliseconds } = await preview(await slow(), 'application/pdf', limits);
    expect(outcome).toMatchObject({ state: 'failed', reason });
    expect(milliseconds).toBeLessThan(8000);
  });
});
