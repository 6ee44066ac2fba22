import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { contract } from '@danku/contract';
import pg from 'pg';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { zipOf } from '../../storage/test/zip-of.ts';
import { as } from '../as.ts';
import { buildMember, buildTenant, type TestMember } from '../factories.ts';
import { runDueJobs } from '../jobs.ts';
import { samplePdf } from '../sample-files.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { filePart, rawForm, sendRaw } from './raw-upload.ts';
import { patience, scaled } from './scaled.ts';

let server: TestServer;
let clerk: TestMember;

beforeAll(async () => {
  server = await startTestServer();
  clerk = await buildMember(await buildTenant(server), 'clerk');
});
afterAll(() => server.close());

const script = '<html><script>alert(document.domain)</script></html>';
const picture = (format: 'png' | 'jpeg') =>
  sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
    .toFormat(format)
    .toBuffer();

async function upload(name: string, bytes: Uint8Array | string) {
  const answer = await sendRaw(clerk, rawForm([filePart(name, bytes)]));
  return { status: answer?.status ?? 0, text: answer?.text ?? '' };
}

async function uploadedFile(name: string, bytes: Uint8Array | string) {
  const { text } = await upload(name, bytes);
  const [item] = z.parse(contract.files.uploadFiles.reply, JSON.parse(text)).items;
  return item?.file ?? Promise.reject(new Error(text));
}

/** What a browser that opens these bytes is told. */
async function expectHarmless(id: string): Promise<void> {
  const { headers } = await as(clerk).raw('GET', `/files/${id}/content`);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w.%~-]+$/);
  expect(headers.get('content-type')).toMatch(/^(application\/(pdf|ofd|xml)|image\/(png|jpeg|webp|tiff))$/);
  expect(headers.get('set-cookie')).toBeNull();
}

describe('S31: what a file says', () => {
  it(
    'stands in clear neither on the disk nor in any row',
    async () => {
      const canaries = Array.from({ length: scaled({ short: 8, full: 200 }) }, () => `CANARY${randomBytes(9).toString('hex')}`);
      for (let at = 0; at < canaries.length; at += 20) {
        const files = canaries.slice(at, at + 20).map((canary) => samplePdf('scan.pdf', { text: canary }));
        await as(clerk).upload(contract.files.uploadFiles, files);
      }
      await runDueJobs(server);
      const stored = storedPaths().map((path) => readFileSync(join(server.fileFolder, path)).toString('latin1'));
      expect(stored.length).toBeGreaterThanOrEqual(canaries.length * 2);
      const everything = [...stored, ...(await dump())].join('\n');
      expect(canaries.filter((canary) => everything.includes(canary))).toEqual([]);
      expect(everything).toContain('scan.pdf');
    },
    patience,
  );
});

describe('S22: a file is what its bytes are', () => {
  it.each<[string, () => Promise<Uint8Array | string> | Uint8Array | string, string]>([
    ['a PDF with a page of HTML in it', () => `%PDF-1.7\n${script}`, 'application/pdf'],
    [
      'a PDF that is a zip, too',
      () => Buffer.concat([Buffer.from('%PDF-1.7\n'), zipOf({ 'a.html': script })]),
      'application/pdf',
    ],
    ['a picture with HTML behind it', async () => Buffer.concat([await picture('png'), Buffer.from(script)]), 'image/png'],
    [
      'a photograph with a script in it',
      async () => Buffer.concat([await picture('jpeg'), Buffer.from(`/*${script}*/`)]),
      'image/jpeg',
    ],
    ['an OFD with HTML in it', () => zipOf({ 'OFD.xml': '<OFD/>', 'index.html': script }), 'application/ofd'],
    [
      'an OFD with ../ in it, which nobody unpacks',
      () => zipOf({ '../../evil.txt': 'x', 'OFD.xml': '<OFD/>' }),
      'application/ofd',
    ],
  ])('%s', async (_, make, mediaType) => {
    const bytes = await make();
    const file = await uploadedFile('page.html', bytes);
    expect(file.mediaType).toBe(mediaType);
    await expectHarmless(file.id);
  });

  it.each<[string, Uint8Array | string]>([
    ['a GIF that is a script, too', `GIF89a/*${'\0'.repeat(20)}*/=1;alert(1)`],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page', script],
    ['a program named invoice.ofd', Buffer.concat([Buffer.from('MZ'), randomBytes(400)])],
    ['an invoice that reads files', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Invoice>&a;</Invoice>'],
  ])('%s is refused', async (_, bytes) => {
    expect((await upload('invoice.pdf', bytes)).status).toBe(415);
  });

  it.each([
    '../../../../tmp/evil.pdf',
    '..\\..\\evil.pdf',
    '/etc/passwd',
    'C:\\evil.pdf',
    'CON',
    'nul.pdf',
    'a.pdf.exe',
    'invoice\u202efdp.exe',
    '\u200b\u200b',
    '.htaccess',
    '...',
    ' ',
    `${'长'.repeat(300)}.pdf`,
    'a;filename=b.html',
    "a'%22%0d%0aSet-Cookie: x=1.pdf",
    '<img src=x onerror=alert(1)>.pdf',
    '=cmd|calc.pdf',
    '${jndi:ldap://x}.pdf',
  ])('named %j lies under a name of our own and is handed out harmlessly', async (name) => {
    const file = await uploadedFile(name, `%PDF-1.7\n${randomBytes(8).toString('hex')}`);
    expect(file.name).toMatch(/^[^/\\\p{Cc}\p{Cf}<>:"|?*]+$/u);
    expect(Buffer.byteLength(file.name)).toBeLessThanOrEqual(200);
    await expectHarmless(file.id);
  });

  it.each(['a\u0000.pdf', 'a\r\nX-Evil: 1.pdf', ''])('named %j is taken under another name or refused', async (name) => {
    const { status, text } = await upload(name, `%PDF-1.7\n${randomBytes(8).toString('hex')}`);
    expect([201, 400, 422], text).toContain(status);
  });

  it('has put nothing anywhere else', () => {
    const strays = storedPaths().filter(
      (path) => !/^objects\/[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64}\.[0-9a-f]{32}$/.test(path),
    );
    expect(strays).toEqual([]);
  });
});

function storedPaths(): string[] {
  const names = readdirSync(server.fileFolder, { recursive: true }).map((name) => String(name).replaceAll('\\', '/'));
  return names.filter((name) => statSync(join(server.fileFolder, name)).isFile());
}

/** Every row of every table, as text and with binary columns as they are. */
async function dump(): Promise<string[]> {
  const superuser = new pg.Client(server.testDatabase.superuserUrl);
  await superuser.connect();
  try {
    await superuser.query(`SET bytea_output = 'escape'`);
    const tables = await superuser.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname IN ('app', 'identity', 'infra')`,
    );
    const rows: string[] = [];
    for (const { name } of tables.rows) {
      rows.push(...(await superuser.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)).rows.map(({ row }) => row));
    }
    return rows;
  } finally {
    await superuser.end();
  }
}
