import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { as } from '../as.ts';
import { buildMember, buildTenant, type TestMember } from '../factories.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { filePart, openUpload, rawForm, sendRaw, type RawPart } from './raw-upload.ts';
import { patience, scaled } from './scaled.ts';

let server: TestServer;
let clerk: TestMember;

beforeAll(async () => {
  server = await startTestServer();
  clerk = await buildMember(await buildTenant(server), 'clerk');
});
afterAll(() => server.close());

const pdf = '%PDF-1.7\nx';
const field = (name: string, body = 'x'): RawPart => ({ headers: [`Content-Disposition: form-data; name="${name}"`], body });
const text = (body: string) => Buffer.from(body);
const many = (count: number, part: RawPart) => Array.from({ length: count }, () => part);
const temporaries = () =>
  readdirSync(server.fileFolder, { recursive: true }).filter((name) => String(name).includes('temporary/'));
const stillServes = async () => (await as(clerk).raw('GET', '/me')).status === 200;

const forms: [what: string, body: Buffer, headers?: Record<string, string>][] = [
  ['no boundary in the header', rawForm([filePart('a.pdf', pdf)]), { 'Content-Type': 'multipart/form-data' }],
  [
    'another boundary in the header',
    rawForm([filePart('a.pdf', pdf)]),
    { 'Content-Type': 'multipart/form-data; boundary=other' },
  ],
  [
    'a boundary of 5,000 characters',
    rawForm([filePart('a.pdf', pdf)], 'b'.repeat(5_000)),
    { 'Content-Type': `multipart/form-data; boundary=${'b'.repeat(5_000)}` },
  ],
  ['nothing', Buffer.alloc(0)],
  ['only the end', text('--b--\r\n')],
  ['no end', rawForm([filePart('a.pdf', pdf)]).subarray(0, -7)],
  ['a part cut in its headers', text('--b\r\nContent-Disposition: form-data; name="fi')],
  [
    'line feeds only',
    text(
      rawForm([filePart('a.pdf', pdf)])
        .toString()
        .replaceAll('\r\n', '\n'),
    ),
  ],
  ['noise before and after', Buffer.concat([text('noise\r\n'), rawForm([filePart('a.pdf', pdf)]), Buffer.alloc(50_000, 1)])],
  ['a part without headers', text(`--b\r\n\r\n${pdf}\r\n--b--\r\n`)],
  ['a part without a name', rawForm([{ headers: ['Content-Disposition: form-data; filename="a.pdf"'], body: pdf }])],
  [
    'a part named __proto__',
    rawForm([filePart('a.pdf', pdf), field('__proto__'), field('__proto__[isAdmin]'), field('constructor[prototype][isAdmin]')]),
  ],
  ['names nested 1,000 deep', rawForm([field(`a${'[a]'.repeat(1_000)}`), filePart('a.pdf', pdf)])],
  ['a name of 100,000 characters', rawForm([field('n'.repeat(100_000)), filePart('a.pdf', pdf)])],
  [
    'another field with a file',
    rawForm([{ headers: ['Content-Disposition: form-data; name="other"; filename="a.pdf"'], body: pdf }]),
  ],
  ['10,000 fields', rawForm(many(10_000, field('x')))],
  ['10,000 files', rawForm(many(10_000, filePart('a.pdf', '')))],
  [
    '2,000 headers in a part',
    rawForm([
      {
        headers: [
          'Content-Disposition: form-data; name="file"; filename="a.pdf"',
          ...Array.from({ length: 2_000 }, (_, index) => `X-${index}: 1`),
        ],
        body: pdf,
      },
    ]),
  ],
  [
    'a header of 100,000 characters',
    rawForm([{ headers: [`Content-Disposition: form-data; name="file"; filename="${'a'.repeat(100_000)}.pdf"`], body: pdf }]),
  ],
  [
    'a disposition nobody can read',
    rawForm([{ headers: ["Content-Disposition: form-data; name=file; filename*=UTF-8''%ff%fe%zz; filename=\""], body: pdf }]),
  ],
  [
    'a transfer encoding',
    rawForm([
      {
        headers: ['Content-Disposition: form-data; name="file"; filename="a.pdf"', 'Content-Transfer-Encoding: base64'],
        body: pdf,
      },
    ]),
  ],
  [
    'a charset nobody knows',
    rawForm([
      { headers: ['Content-Disposition: form-data; name="x"', 'Content-Type: text/plain; charset=utf-99'], body: 'x' },
      filePart('a.pdf', pdf),
    ]),
  ],
  [
    'a form within a form',
    rawForm([
      {
        headers: ['Content-Disposition: form-data; name="file"', 'Content-Type: multipart/mixed; boundary=c'],
        body: rawForm([filePart('a.pdf', pdf)], 'c'),
      },
    ]),
  ],
  ['bytes that are gzip', Buffer.from([0x1f, 0x8b, 8, 0]), { 'Content-Encoding': 'gzip' }],
];

describe('S21: an upload', () => {
  it.each(forms)('with %s is answered, not failed', async (_, body, headers = {}) => {
    const answer = await sendRaw(clerk, body, headers);
    expect(answer?.status ?? 400, answer?.text).toBeLessThan(500);
    expect('isAdmin' in {}).toBe(false);
    expect(await stillServes()).toBe(true);
  });

  it('larger than allowed is refused while it comes', async () => {
    const answer = await sendRaw(clerk, rawForm([filePart('a.pdf', Buffer.alloc(6 * 1024 * 1024, 65))]));
    expect(answer?.status ?? 413).toBe(413);
  });

  it(
    'that breaks off again and again leaves no file and no handle',
    async () => {
      const before = handles();
      for (let batch = 0; batch < scaled({ short: 3, full: 50 }); batch += 1) {
        await Promise.all(Array.from({ length: 10 }, (_, index) => breakOff(index * 20_000)));
      }
      await expect.poll(temporaries, { timeout: 10_000 }).toEqual([]);
      await expect.poll(() => handles() - before, { timeout: 10_000 }).toBeLessThan(15);
      expect(await stillServes()).toBe(true);
    },
    patience,
  );

  it(
    'that comes byte by byte keeps nobody else waiting',
    async () => {
      const slow = Array.from({ length: scaled({ short: 40, full: 200 }) }, () => {
        const call = openUpload(clerk, { 'Content-Length': 1_000_000 });
        call.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF');
        return call;
      });
      for (let second = 0; second < scaled({ short: 3, full: 60 }); second += 1) {
        slow.forEach((call) => call.write('x'));
        expect(await stillServes()).toBe(true);
        expect((await sendRaw(clerk, rawForm([filePart('a.pdf', pdf)])))?.status).toBe(201);
        await sleep(scaled({ short: 200, full: 1_000 }));
      }
      slow.forEach((call) => call.destroy());
      await expect.poll(temporaries, { timeout: 10_000 }).toEqual([]);
    },
    patience,
  );
});

async function breakOff(bytes: number): Promise<void> {
  const call = openUpload(clerk, { 'Content-Length': 1_000_000 });
  const closed = new Promise((resolve) => call.on('close', resolve));
  call.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7 ');
  call.write(Buffer.alloc(bytes, 65));
  await sleep(20);
  call.destroy();
  await closed;
}

/** Open file handles of this process; elsewhere than on Linux they are not counted. */
function handles(): number {
  return process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
}
