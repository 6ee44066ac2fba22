import { deflateSync } from 'node:zlib';

import { expect, it } from 'vitest';

import { samplePdf, sampleFile, samplePicture } from '../../test/sample-files.ts';
import { zipOf } from '../test/zip-of.ts';
import { createDiskBackend } from '../disk-backend.ts';
import { createFileStore } from '../file-store.ts';
import { createKeyLookup, tenant } from '../test/tenant-keys.ts';
import { inspectContent } from './inspect-content.ts';
import { inspectFile } from './inspect-file.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const bytesOf = async (file: File) => Buffer.from(await file.arrayBuffer());
/** Stands for packed bytes, which a text cannot hold; `unfold` puts them in. */
const packed = (text: string) => `@${Buffer.from(text).toString('base64')}@`;
const unfold = (bytes: Buffer) =>
  Buffer.from(
    bytes
      .toString('latin1')
      .replaceAll(/@([\w+/=]+)@/g, (_, text: string) => deflateSync(Buffer.from(text, 'base64')).toString('latin1')),
    'latin1',
  );
const stream = (head: string, data: string) => `<< ${head} /Length ${data.length} >>\nstream\n${data}\nendstream`;

it.each([
  ['/OpenAction << /S /JavaScript /JS (app.alert(1)) >>', [], ['javascript', 'open-action']],
  ['/OpenAction << /S /J#61vaScript /JS (x) >>', [], ['javascript', 'open-action']],
  ['/OpenAction 6 0 R', ['<< /S /Launch /F (calc.exe) >>'], ['embedded-executable', 'launch', 'open-action']],
  ['/OpenAction << /S /URI /URI (http://example.com) >>', [], ['open-action']],
  ['/AA << /WC 6 0 R >>', ['<< /S /SubmitForm >>'], ['additional-actions', 'form-action']],
  ['', [stream('/Type /EmbeddedFile', 'MZ\x90\x00 a program')], ['embedded-executable']],
  [
    '',
    [stream('/Type /EmbeddedFile /Filter /FlateDecode', packed('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR'))],
    ['embedded-executable'],
  ],
  ['', [stream('/Type /EmbeddedFile', 'PK\x03\x04 a zip')], ['embedded-archive']],
  ['', [stream('/Type /EmbeddedFile /Filter /LZWDecode', 'xx')], ['embedded-unreadable']],
  ['', [stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', packed('6 0 << /S /JavaScript /JS (x) >>'))], ['javascript']],
  ['', ['<< /Note (>> stream) >>', stream('/Type /ObjStm /Filter [/FlateDecode]', packed('<< /S /Launch >>'))], ['launch']],
  ['/OpenAction [4 0 R /Fit]', [], []],
  ['/OpenAction << /S /GoTo /D [4 0 R /Fit] >>', [stream('/Type /EmbeddedFile', '<?xml version="1.0"?><Invoice/>')], []],
])('finds what could act in a PDF: %s', async (catalog, extra, expected) => {
  const bytes = unfold(await bytesOf(samplePdf('a.pdf', { catalog, extra })));
  expect(inspectContent(bytes, 'application/pdf')).toEqual({ activeContent: expected, isEncrypted: false });
});

it('gives up in time on a file made to be slow', () => {
  const started = performance.now();
  const many = Buffer.from(`%PDF-1.7\n${'<</ObjStm>>stream\n'.repeat(12_000)}`);
  const bomb = Buffer.concat([Buffer.from('<</ObjStm/Filter/FlateDecode>>stream\n'), deflateSync(Buffer.alloc(200_000_000))]);
  expect(inspectContent(many, 'application/pdf').activeContent).toEqual(['unreadable']);
  expect(inspectContent(bomb, 'application/pdf').activeContent).toEqual(['unreadable']);
  expect(performance.now() - started).toBeLessThan(5_000);
});

it('sees a lock', async () => {
  const bytes = await bytesOf(samplePdf('a.pdf', { catalog: '/X 1 >> % << /Encrypt 9 0 R' }));
  expect(inspectContent(bytes, 'application/pdf').isEncrypted).toBe(true);
});

it('finds nothing in honest files', async () => {
  expect(inspectContent(await bytesOf(sampleFile('ofd_invoice_999.ofd')), 'application/ofd')).toEqual({
    activeContent: [],
    isEncrypted: false,
  });
  expect(inspectContent(await bytesOf(sampleFile('ubl_invoice.xml')), 'application/xml').activeContent).toEqual([]);
  expect(inspectContent(await bytesOf(await samplePicture('a.png', 'red')), 'image/png').activeContent).toEqual([]);
});

it('finds a program in an OFD and an archive behind a picture', async () => {
  const ofd = zipOf({ 'OFD.xml': '<OFD/>', 'Doc_0/run.dat': 'MZ\x90\x00\x03' });
  expect(inspectContent(ofd, 'application/ofd').activeContent).toEqual(['embedded-executable']);
  const both = Buffer.concat([await bytesOf(await samplePicture('a.png', 'red')), zipOf({ 'a.txt': 'a' })]);
  expect(inspectContent(both, 'image/png').activeContent).toEqual(['appended-data']);
});

it('looks through a large file in a thread of its own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'danku-inspect-'));
  const files = createFileStore({ backend: createDiskBackend(folder), tenantKey: createKeyLookup() });
  const padding = stream('', 'x'.repeat(400_000));
  const bytes = await bytesOf(samplePdf('large.pdf', { catalog: '/OpenAction << /S /JavaScript /JS (x) >>', extra: [padding] }));
  const stored = await files.put(tenant, bytes);
  expect(await inspectFile(files, tenant, stored)).toEqual({
    hash: stored.hash,
    mediaType: 'application/pdf',
    content: { activeContent: ['javascript', 'open-action'], isEncrypted: false },
  });
  await files.delete(tenant, stored);
  expect(await inspectFile(files, tenant, stored)).toEqual({ hash: null, mediaType: null, content: null });
  await rm(folder, { recursive: true });
});
