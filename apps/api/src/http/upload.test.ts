import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { Readable } from 'node:stream';

import { endpoint } from '@danku/contract/endpoint.ts';
import { list, text } from '@danku/contract/shapes.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { as } from '../test/as.ts';
import { buildMember, buildTenant, type TestMember, type TestTenant } from '../test/factories.ts';
import { startTestServer, type TestServer } from '../test/server.ts';
import { mountBytes } from './mount-bytes.ts';
import { mountUpload } from './upload.ts';

const Received = z.object({ name: z.string(), hash: z.string(), size: z.int(), state: z.string() });
const upload = endpoint({ method: 'post', path: '/test/files', summary: '', upload: true, reply: list(Received) });
const download = endpoint({
  method: 'get',
  path: '/test/bytes',
  summary: '',
  query: z.object({ name: text(300), fails: z.optional(z.stringbool()) }),
  reply: 'bytes',
});

let server: TestServer;
let tenant: TestTenant;
let clerk: TestMember;
let calls = 0;

beforeAll(async () => {
  server = await startTestServer({ uploadLimitBytes: 200_000 });
  tenant = await buildTenant(server);
  clerk = await buildMember(tenant, 'clerk');
  mountUpload(server.api, upload, { needs: ['inbox.manage'] }, async (_, { files }) => {
    calls += 1;
    return { items: files.map(({ name, hash, size, recognition }) => ({ name, hash, size, state: recognition.state })) };
  });
  mountBytes(server.api, download, async (_, { query }) => ({
    open: async () => Readable.from(query.fails === true ? breaking() : [Buffer.from('<script>alert(1)</script>')]),
    mediaType: 'text/html',
    fileName: query.name,
    disposition: 'attachment',
  }));
});
afterAll(() => server.close());

async function* breaking() {
  yield Buffer.from('half');
  await new Promise((resolve) => setTimeout(resolve, 5));
  throw new Error('the disk is gone');
}

const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj<<>>endobj\n');
const formOf = (...files: [bytes: Uint8Array<ArrayBuffer>, name: string][]) => {
  const form = new FormData();
  files.forEach(([bytes, name]) => form.append('file', new File([bytes], name)));
  return form;
};
const temporaries = async () =>
  (await readdir(server.fileFolder, { recursive: true })).filter((name) => name.includes('temporary/'));

describe('an upload', () => {
  it('takes many files, keeps them encrypted, and tells what they are', async () => {
    const answer = await as(clerk).raw('POST', '/test/files', {
      form: formOf([Uint8Array.from(pdf), '订单 一.pdf'], [Uint8Array.from(Buffer.from('MZ')), '../../evil.exe']),
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      items: [
        { name: '订单 一.pdf', hash: createHash('sha256').update(pdf).digest('hex'), size: pdf.length, state: 'accepted' },
        { name: 'evil.exe', hash: expect.any(String), size: 2, state: 'refused' },
      ],
    });
    expect(await temporaries()).toEqual([]);
  });

  it('is refused before its bytes are read to those who may not', async () => {
    const reviewer = await buildMember(tenant, 'reviewer');
    expect((await as(reviewer).raw('POST', '/test/files', { form: formOf([Uint8Array.from(pdf), 'a.pdf']) })).status).toBe(403);
    expect(
      (await as({ ...clerk, cookie: 'x' }).raw('POST', '/test/files', { form: formOf([Uint8Array.from(pdf), 'a.pdf']) })).status,
    ).toBe(401);
  });

  it('may not be too large, empty of files, or something else than files', async () => {
    expect((await as(clerk).raw('POST', '/test/files', { form: formOf([new Uint8Array(200_001), 'big.pdf']) })).status).toBe(413);
    expect((await as(clerk).raw('POST', '/test/files', { form: formOf() })).status).toBe(422);
    expect((await as(clerk).raw('POST', '/test/files', { body: { file: 'x' } })).status).toBe(415);
    const truncated = await as(clerk).raw('POST', '/test/files', {
      body: 'x',
      headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
    });
    expect(truncated.status).toBe(400);
    expect(await temporaries()).toEqual([]);
  });

  it('happens once for one key and the same bytes', async () => {
    const before = calls;
    const send = (bytes: Uint8Array<ArrayBuffer>) =>
      as(clerk).raw('POST', '/test/files', { form: formOf([bytes, 'a.pdf']), headers: { 'Idempotency-Key': 'upload-1' } });
    const [first, second] = [await send(Uint8Array.from(pdf)), await send(Uint8Array.from(pdf))];
    expect([first.status, await second.text(), calls - before]).toEqual([200, await first.text(), 1]);
    expect((await send(Uint8Array.from([1, 2, 3]))).status).toBe(422);
  });

  it('that breaks off leaves nothing', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await new Promise<void>((resolve) => {
        const headers = {
          Cookie: `danku=${clerk.cookie}`,
          Origin: server.url,
          'Content-Type': 'multipart/form-data; boundary=b',
          'Content-Length': '100000',
        };
        const sending = request(`${server.url}/api/v1/test/files`, { method: 'POST', headers });
        sending.on('error', () => resolve());
        sending.on('close', () => resolve());
        sending.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7 half of it');
        setTimeout(() => sending.destroy(), 20);
      });
    }
    await expect.poll(temporaries, { timeout: 3_000 }).toEqual([]);
    expect((await as(clerk).raw('GET', '/me')).status).toBe(200);
  });
});

describe('bytes', () => {
  it('come with a name that breaks no header, and can run nothing', async () => {
    const answer = await as(clerk).raw('GET', `/test/bytes?name=${encodeURIComponent('a"\r\nSet-Cookie: x=1.pdf')}`);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"\r\n]+"; filename\*=UTF-8''\S+$/);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('that end too soon break the connection instead of looking whole', async () => {
    const answer = await as(clerk).raw('GET', '/test/bytes?name=x&fails=true');
    await expect(answer.arrayBuffer()).rejects.toThrow('terminated');
    expect((await as(clerk).raw('GET', '/me')).status).toBe(200);
  });
});
