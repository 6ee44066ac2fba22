import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

import { recogniseMediaType } from './media-type.ts';
import { zipOf } from './test/zip-of.ts';

const recognise = (bytes: Uint8Array) => recogniseMediaType(bytes.subarray(0, 4100), async () => bytes);
const text = (value: string) => Buffer.from(value);
const image = (format: 'png' | 'jpeg' | 'webp' | 'tiff' | 'gif') =>
  sharp({ create: { width: 3, height: 3, channels: 3, background: 'red' } })
    .toFormat(format)
    .toBuffer();

describe('accepted', () => {
  it.each(['png', 'jpeg', 'webp', 'tiff'] as const)('%s', async (format) => {
    expect(await recognise(await image(format))).toEqual({ state: 'accepted', mediaType: `image/${format}` });
  });

  it.each<[string, Buffer, string]>([
    ['PDF', text('%PDF-1.7\n'), 'application/pdf'],
    ['PDF after a byte order mark', text('\uFEFF\n%PDF-1.4'), 'application/pdf'],
    ['PDF with HTML in it', text('%PDF-1.4\n<html><script>alert(1)</script>'), 'application/pdf'],
    ['PDF that is a zip too', Buffer.concat([text('%PDF-1.4\n'), zipOf({ 'a.txt': 'a' })]), 'application/pdf'],
    ['OFD', zipOf({ 'Doc_0/Document.xml': '<a/>', 'OFD.xml': '<OFD/>' }), 'application/ofd'],
    ['UBL', text('<?xml version="1.0"?><x:Invoice xmlns:x="urn:x"><a/></x:Invoice>'), 'application/xml'],
    ['UBL without a declaration', text('\uFEFF  <CreditNote/>'), 'application/xml'],
    [
      '数电票 in GBK',
      Buffer.from(
        '3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d2247424b223f3e3c45496e766f6963653ebba6d0c53c2f45496e766f6963653e',
        'hex',
      ),
      'application/xml',
    ],
    ['CII in UTF-16', Buffer.from('\uFEFF<CrossIndustryInvoice/>', 'utf16le'), 'application/xml'],
  ])('%s', async (_, bytes, mediaType) => {
    expect(await recognise(bytes)).toEqual({ state: 'accepted', mediaType });
  });
});

describe('kept though unreadable', () => {
  it('HEIC of a phone', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), text('ftypheic'), Buffer.alloc(4), text('mif1heic')]);
    expect(await recognise(heic)).toEqual({ state: 'kept-unreadable', mediaType: 'image/heic', reason: 'heic' });
  });
});

describe('refused', () => {
  const bomb = zipOf(
    { 'OFD.xml': '<OFD/>' },
    { name: 'Doc_0/big.xml', packed: deflateRawSync(Buffer.alloc(30_000_000)), size: 30_000_000 },
  );
  const laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><Invoice>&b;</Invoice>';

  it.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a program named .ofd', Buffer.concat([text('MZ'), Buffer.alloc(300)]), 'executable'],
    ['ELF', Buffer.concat([Buffer.from([0x7f]), text('ELF'), Buffer.alloc(300)]), 'executable'],
    ['a plain zip', zipOf({ 'a.txt': 'a' }), 'archive'],
    ['a broken zip', text('PK\u0003\u0004 and no more'), 'archive'],
    ['docx', zipOf({ '[Content_Types].xml': '<a/>', 'word/document.xml': '<a/>' }), 'office-document'],
    ['a zip bomb named OFD', bomb, 'too-large'],
    ['HTML', text('<html><script>alert(1)</script></html>'), 'xml-no-invoice'],
    ['SVG with script', text('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'xml-no-invoice'],
    ['XML cut off', text('<Invoice><ID>1</ID>'), 'xml-malformed'],
    ['XML with entities', text(laughs), 'xml-doctype'],
    ['XML 100,000 deep', text(`<Invoice>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</Invoice>`), 'xml-malformed'],
    ['text', text('just some words'), 'unknown'],
    ['noise', Buffer.from([1, 2, 3, 4, 5]), 'unknown'],
  ])('%s', async (_, bytes, reason) => {
    expect(await recognise(bytes)).toMatchObject({ state: 'refused', reason });
  });

  it('GIF that is a script too', async () => {
    const gif = Buffer.concat([await image('gif'), text('/*<script>alert(1)</script>*/')]);
    expect(await recognise(gif)).toMatchObject({ state: 'refused', reason: 'image-not-supported' });
  });
});

describe('real samples', () => {
  const samples = new URL('./test/samples/', import.meta.url);
  it.each(['ofd_chinese_dir.ofd', 'ofd_namespace_no_std.ofd', 'ofd_invoice_999.ofd', 'cii_factur-x.xml', 'ubl_creditnote.xml'])(
    '%s is accepted',
    async (name) => {
      const bytes = await readFile(new URL(name, samples));
      expect(await recognise(bytes)).toMatchObject({ state: 'accepted' });
    },
  );
});
