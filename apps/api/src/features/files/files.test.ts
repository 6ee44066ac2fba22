import { readdirSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';

import { contract } from '@danku/contract';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { systemActor } from '../../db/actor.ts';
import { withTenant } from '../../db/tenant.ts';
import { anonymous, as } from '../../test/as.ts';
import { buildMember, buildTenant, type TestMember, type TestTenant } from '../../test/factories.ts';
import { runDueJobs } from '../../test/jobs.ts';
import { sampleFile, samplePdf, samplePicture } from '../../test/sample-files.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';

const { files, documents } = contract;
let server: TestServer;
let tenant: TestTenant;
let clerk: TestMember;
let reviewer: TestMember;
let stranger: TestMember;

beforeAll(async () => {
  server = await startTestServer();
  tenant = await buildTenant(server);
  [clerk, reviewer] = [await buildMember(tenant, 'clerk'), await buildMember(tenant, 'reviewer')];
  stranger = await buildMember(await buildTenant(server), 'clerk');
});
afterAll(() => server.close());

describe('upload', () => {
  it('keeps what it accepts, each as an inbox item, and makes its pages', { timeout: 60_000 }, async () => {
    const sent = [samplePdf('订单.pdf', { pages: 2 }), await samplePicture('scan.png', 'red'), sampleFile('digital_fapiao.xml')];
    const { items } = await as(clerk).upload(files.uploadFiles, sent);
    expect(items.map(({ file }) => [file.name, file.mediaType, file.previewState])).toEqual([
      ['订单.pdf', 'application/pdf', 'waiting'],
      ['scan.png', 'image/png', 'waiting'],
      ['digital_fapiao.xml', 'application/xml', 'waiting'],
    ]);
    await runDueJobs(server);
    const read = await Promise.all(items.map(({ file }) => as(clerk).call(files.readFile, { params: { id: file.id } })));
    expect(read.map((file) => [file.previewState, file.pageCount, file.renderedFromData])).toEqual([
      ['ready', 2, false],
      ['ready', 1, false],
      ['ready', 1, true],
    ]);
    const [first] = items;
    const item = await as(clerk).call(files.readInboxItem, { params: { id: first?.inboxItemId ?? '' } });
    expect(item).toMatchObject({ state: 'open', version: 1, pages: [{ page: 1 }, { page: 2 }] });
    expect(await eventsOf(first?.file.id)).toMatchObject([
      { type: 'file.uploaded', actor: clerk.id, payload: { hash: first?.file.hash, duplicateOf: null } },
      { type: 'file.previewed', actor: null, payload: { pages: 2 } },
    ]);
  });

  it('finds the same bytes again, and where they are used', async () => {
    const bytes = samplePdf('first.pdf', { text: 'twins' });
    const [first] = (await as(clerk).upload(files.uploadFiles, [bytes], { query: { inbox: false } })).items;
    const fileIds = [first?.file.id ?? ''];
    expect(first?.inboxItemId).toBeNull();
    const document = await as(clerk).call(documents.createDocument, { body: { kind: 'SO', fileIds } });
    await runDueJobs(server);
    const twin = new File([bytes], 'second.pdf');
    const [second] = (await as(clerk).upload(files.uploadFiles, [twin])).items;
    expect(second?.file.duplicateOf).toEqual({ fileId: first?.file.id, documentId: document.id });
    await runDueJobs(server);
    expect(await as(clerk).call(files.readFile, { params: { id: second?.file.id ?? '' } })).toMatchObject({
      previewState: 'ready',
      pageCount: 1,
    });
    const [elsewhere] = (await as(stranger).upload(files.uploadFiles, [twin])).items;
    expect(elsewhere?.file.duplicateOf).toBeNull();
  });

  it.each([
    ['eicar.txt', 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*', 'unknown'],
    ['invoice.pdf', 'MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00', 'executable'],
    ['invoice.pdf.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'xml-no-invoice'],
    ['page.html', '<!DOCTYPE html><html><script>alert(1)</script></html>', 'xml-doctype'],
    ['empty.pdf', '', 'empty'],
  ])('refuses %s by its content', async (name, content, code) => {
    const good = await samplePicture('good.png', 'blue');
    const refused = as(clerk).upload(files.uploadFiles, [good, new File([Buffer.from(content, 'latin1')], name)]);
    await expect(refused).rejects.toMatchObject({ status: 415, problem: { errors: [{ code, params: { name } }] } });
    await expect(refused).rejects.toMatchObject({ code: 'unsupported-media-type' });
  });

  it('keeps a picture that it cannot show, and says why', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(64)]);
    const [kept] = (await as(clerk).upload(files.uploadFiles, [new File([heic], 'photo.HEIC')])).items;
    expect(kept?.file).toMatchObject({ previewState: 'failed', previewFault: 'heic' });
    await runDueJobs(server);
    const again = await as(clerk).call(files.retryPreview, { params: { id: kept?.file.id ?? '' }, body: {} });
    expect(again).toMatchObject({ previewState: 'failed', previewFault: 'heic' });
  });

  it('says why a damaged file has no pages, and tries again when asked', async () => {
    const [kept] = (await as(clerk).upload(files.uploadFiles, [new File(['%PDF-1.7\nnothing of use'], 'broken.pdf')])).items;
    const id = kept?.file.id ?? '';
    await runDueJobs(server);
    expect(await as(clerk).call(files.readFile, { params: { id } })).toMatchObject({
      previewState: 'failed',
      previewFault: 'damaged',
    });
    expect(await as(clerk).call(files.retryPreview, { params: { id }, body: {} })).toMatchObject({ previewState: 'waiting' });
    await runDueJobs(server);
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual([
      'file.uploaded',
      'file.preview-failed',
      'file.preview-requested',
      'file.preview-failed',
    ]);
  });

  it('is for those who enter papers', async () => {
    const file = await samplePicture('a.png', 'green');
    await expect(anonymous(server).upload(files.uploadFiles, [file])).rejects.toMatchObject({ status: 401 });
    await expect(as(reviewer).upload(files.uploadFiles, [file])).rejects.toMatchObject({ status: 403, code: 'forbidden' });
    await expect(as(reviewer).call(files.listInbox)).rejects.toMatchObject({ status: 403 });
  });

  it('leaves nothing of an upload that breaks off', async () => {
    const before = { rows: await countFiles(), stored: storedFiles() };
    await new Promise<void>((resolve) => {
      const call = request(`${server.url}/api/v1/files`, {
        method: 'POST',
        headers: {
          Cookie: `danku=${clerk.cookie}`,
          'Danku-Tenant': tenant.slug,
          Origin: server.url,
          'Content-Type': 'multipart/form-data; boundary=x',
          'Content-Length': 500_000,
        },
      });
      call.on('error', () => resolve());
      call.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7 ');
      call.write(Buffer.alloc(200_000, 65), () => setTimeout(() => call.destroy(), 100));
    });
    await expect.poll(storedFiles).toEqual(before.stored);
    expect(await countFiles()).toBe(before.rows);
  });

  it('answers a repeated upload as the first time', async () => {
    const form = () => {
      const data = new FormData();
      data.append('file', samplePdf('repeated.pdf', { text: 'once' }));
      return data;
    };
    const send = () => as(clerk).raw('POST', '/files', { form: form(), headers: { 'Idempotency-Key': 'upload-1' } });
    const [first, second] = [await (await send()).text(), await (await send()).text()];
    expect(second).toBe(first);
  });
});

describe('what a file shows', () => {
  let fileId: string;
  beforeAll(async () => {
    const [kept] = (await as(clerk).upload(files.uploadFiles, [samplePdf('../a"b\u202efdp.pdf', { text: 'CANARY-7Q' })])).items;
    fileId = kept?.file.id ?? '';
    await runDueJobs(server);
  });

  it('gives the bytes as they came, to be saved and not run', async () => {
    const reply = await as(clerk).raw('GET', `/files/${fileId}/content`);
    expect(Buffer.from(await reply.arrayBuffer()).toString('latin1')).toContain('CANARY-7Q');
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringMatching(/^attachment; filename="a_bfdp\.pdf"/),
      'content-security-policy': expect.stringContaining('sandbox'),
      'cache-control': 'no-store',
    });
    expect((await eventsOf(fileId)).at(-1)).toMatchObject({ type: 'file.downloaded', actor: clerk.id });
  });

  it('gives a page as a picture a browser may keep', async () => {
    const reply = await as(clerk).raw('GET', `/files/${fileId}/pages/1`);
    const etag = reply.headers.get('etag') ?? '';
    expect(reply.headers.get('cache-control')).toMatch(/^private, max-age=\d+, immutable$/);
    const { format, width } = await sharp(Buffer.from(await reply.arrayBuffer())).metadata();
    expect({ format, width }).toMatchObject({ format: 'webp' });
    const again = await as(clerk).raw('GET', `/files/${fileId}/pages/1`, {
      headers: { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' },
    });
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
    expect((await as(clerk).raw('GET', `/files/${fileId}/pages/2`)).status).toBe(404);
  });

  it('is hidden until a document brings it into someone’s reach', async () => {
    await expect(as(reviewer).call(files.readFile, { params: { id: fileId } })).rejects.toMatchObject({ status: 404 });
    await as(clerk).call(documents.createDocument, { body: { kind: 'SO', fileIds: [fileId] } });
    expect(await as(reviewer).call(files.readFile, { params: { id: fileId } })).toMatchObject({ id: fileId });
    const hr = await buildMember(tenant, 'hr');
    const sales = await buildMember(tenant, 'sales');
    await expect(as(hr).call(files.readFile, { params: { id: fileId } })).rejects.toMatchObject({ status: 404 });
    await expect(as(sales).call(files.readFile, { params: { id: fileId } })).rejects.toMatchObject({ status: 404 });
    await expect(anonymous(server).call(files.readFile, { params: { id: fileId } })).rejects.toMatchObject({ status: 401 });
  });

  it('cannot be joined to a document by someone out of its reach', async () => {
    const [kept] = (await as(clerk).upload(files.uploadFiles, [samplePdf('mine.pdf', { text: 'mine' })])).items;
    const other = await memberWith(['document.read', 'document.enter'], 'own');
    const fileIds = [kept?.file.id ?? ''];
    await expect(as(other).call(documents.createDocument, { body: { kind: 'SO', fileIds } })).rejects.toMatchObject({
      status: 422,
    });
    const inboxItemId = kept?.inboxItemId ?? '';
    await expect(as(other).call(documents.createDocument, { body: { kind: 'SO', inboxItemId } })).rejects.toMatchObject({
      status: 404,
    });
    await expect(as(other).call(files.readInboxItem, { params: { id: inboxItemId } })).rejects.toMatchObject({ status: 404 });
    const [own] = (await as(other).upload(files.uploadFiles, [samplePdf('theirs.pdf', { text: 'theirs' })])).items;
    expect((await as(other).call(files.listInbox)).items.map(({ id }) => id)).toEqual([own?.inboxItemId]);
    expect(
      await as(other).call(documents.createDocument, { body: { kind: 'SO', inboxItemId: own?.inboxItemId ?? '' } }),
    ).toMatchObject({ fileIds: [own?.file.id] });
  });

  it.each(['', '/content', '/pages/1'])('answers another organisation byte for byte as a random id (%s)', async (suffix) => {
    const theirs = await as(stranger).raw('GET', `/files/${fileId}${suffix}`);
    const random = await as(stranger).raw('GET', `/files/0191f3a2-0000-7000-8000-00000000abcd${suffix}`);
    expect([theirs.status, await theirs.text()]).toEqual([404, await random.text()]);
  });

  it('lies encrypted on the disk', () => {
    const found = storedFiles().filter((path) => readFileSync(join(server.fileFolder, path)).includes('CANARY-7Q'));
    expect(found).toEqual([]);
  });

  it('cannot be changed, not even by statement', async () => {
    const change = withTenant(server.services.database, systemActor(tenant.id), (tx) =>
      tx.sql.query(`UPDATE app.files SET hash = 'x'`),
    );
    await expect(change).rejects.toThrow(/permission denied/);
    const remove = withTenant(server.services.database, systemActor(tenant.id), (tx) => tx.sql.query('DELETE FROM app.files'));
    await expect(remove).rejects.toThrow(/permission denied/);
  });
});

function storedFiles(): string[] {
  const paths = readdirSync(server.fileFolder, { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => statSync(join(server.fileFolder, path)).isFile());
}

/** Someone whose one role has these rights and no wider reach. */
async function memberWith(permissions: string[], scope: string): Promise<TestMember> {
  const member = await buildMember(tenant);
  await withTenant(server.services.database, systemActor(tenant.id), (tx) =>
    tx.sql.query(
      `WITH role AS (INSERT INTO app.roles (id, key, name, permissions, scope) VALUES ($1, $2, $2, $3, $4) RETURNING tenant_id, id)
       INSERT INTO app.member_roles (tenant_id, member_id, role_id) SELECT tenant_id, $5, id FROM role`,
      [crypto.randomUUID(), `custom-${member.id}`, permissions, scope, member.id],
    ),
  );
  return member;
}

async function countFiles(): Promise<number> {
  return withTenant(server.services.database, systemActor(tenant.id), async (tx) => {
    const { rows } = await tx.sql.query<{ count: number }>('SELECT count(*)::int AS count FROM app.files');
    return rows[0]?.count ?? 0;
  });
}

async function eventsOf(subjectId: string | undefined) {
  return withTenant(server.services.database, systemActor(tenant.id), async (tx) => {
    const { rows } = await tx.sql.query<{ type: string; actor: string | null; payload: unknown }>(
      'SELECT type, actor_id AS actor, payload FROM app.events WHERE subject_id = $1 ORDER BY id',
      [subjectId],
    );
    return rows;
  });
}
