import { contract } from '@danku/contract';
import type { InboxItem } from '@danku/contract/files.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { systemActor } from '../../db/actor.ts';
import { withoutTenant, withTenant } from '../../db/tenant.ts';
import { anonymous, as } from '../../test/as.ts';
import { buildMember, buildTenant, type TestMember, type TestTenant } from '../../test/factories.ts';
import { runDueJobs } from '../../test/jobs.ts';
import { sampleFile, samplePdf, samplePicture } from '../../test/sample-files.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';
import { claimBlobs } from './claim-blobs.ts';
import { createOrphanSweep, findOrphans } from './sweep-orphans.ts';

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

/** An open item of these pages, ready to be looked at. */
async function received(pages = 1, member = clerk): Promise<InboxItem> {
  const [kept] = (await as(member).upload(files.uploadFiles, [samplePdf('in.pdf', { pages, text: crypto.randomUUID() })])).items;
  await runDueJobs(server);
  return as(member).call(files.readInboxItem, { params: { id: kept?.inboxItemId ?? '' } });
}

const arrange = (
  items: InboxItem[],
  results: { fileId: string; page: number; rotation?: 0 | 90 | 180 | 270 }[][],
  member = clerk,
) => as(member).call(files.arrangeInbox, { body: { items: items.map(({ id, version }) => ({ id, version })), results } });
const refsOf = ({ pages }: InboxItem) => pages.map(({ fileId, page }) => ({ fileId, page }));

describe('arranging', () => {
  it('splits, turns, reorders and merges, and makes a document of the result', { timeout: 60_000 }, async () => {
    const scan = await received(3);
    const [first, second, third] = refsOf(scan);
    if (first === undefined || second === undefined || third === undefined) {
      throw new Error('three pages were expected');
    }
    const split = await arrange([scan], [[{ ...third, rotation: 90 }, first], [second]]);
    expect(split.items.map(({ state, pages }) => [state, pages.map(({ page, rotation }) => [page, rotation])])).toEqual([
      [
        'open',
        [
          [3, 90],
          [1, 0],
        ],
      ],
      ['open', [[2, 0]]],
    ]);
    expect(split.items.map(({ receivedAt }) => receivedAt)).toEqual([scan.receivedAt, scan.receivedAt]);
    expect(await as(clerk).call(files.readInboxItem, { params: { id: scan.id } })).toMatchObject({
      state: 'arranged',
      version: 2,
    });

    const other = await received();
    const [left] = split.items;
    const merged = await arrange([left ?? scan, other], [[...refsOf(other), ...refsOf(left ?? scan)]]);
    const [item] = merged.items;
    expect(item?.files.map(({ id }) => id)).toEqual([other.files[0]?.id, scan.files[0]?.id]);
    const document = await as(clerk).call(documents.createDocument, { body: { kind: 'SO', inboxItemId: item?.id ?? '' } });
    expect(document.pages).toMatchObject([{ fileId: other.files[0]?.id, page: 1 }, { page: 3 }, { page: 1 }]);
    expect(await as(clerk).call(files.readInboxItem, { params: { id: item?.id ?? '' } })).toMatchObject({
      state: 'registered',
      documentId: document.id,
    });
    expect(await eventsOf(scan.id)).toEqual([
      { type: 'inbox.arranged', actor: clerk.id, payload: { items: split.items.map(({ id }) => id) } },
    ]);
  });

  it('loses no page, doubles none and takes none from elsewhere', async () => {
    const [scan, other] = [await received(2), await received()];
    const [first, second] = refsOf(scan);
    const [foreign] = refsOf(other);
    if (first === undefined || second === undefined || foreign === undefined) {
      throw new Error('pages were expected');
    }
    const refused = (results: Parameters<typeof arrange>[1]) =>
      arrange([scan], results).catch((error: { problem: { errors: unknown } }) => error.problem.errors);
    expect(await refused([[first]])).toEqual([{ path: '/results', code: 'page-missing' }]);
    expect(await refused([[first, second], [first]])).toEqual([{ path: '/results/1/0', code: 'page-repeated' }]);
    expect(await refused([[first, second, foreign]])).toEqual([{ path: '/results/0/2', code: 'unknown-page' }]);
    expect(await as(clerk).call(files.readInboxItem, { params: { id: scan.id } })).toEqual(scan);
  });

  it('is done once, by those who manage the inbox, with what is theirs', async () => {
    const scan = await received(2);
    const whole = [refsOf(scan)];
    await expect(arrange([scan], whole, reviewer)).rejects.toMatchObject({ status: 404 });
    await expect(arrange([scan], whole, stranger)).rejects.toMatchObject({ status: 404 });
    const settled = await Promise.allSettled([arrange([scan], whole), arrange([scan], whole), arrange([scan], whole)]);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    await expect(arrange([scan], whole)).rejects.toMatchObject({ status: 412, code: 'stale' });
    await expect(arrange([{ ...scan, version: 2 }], whole)).rejects.toMatchObject({
      status: 409,
      problem: { reasons: ['inbox-item-closed'] },
    });
  });

  it('waits for the pages', async () => {
    const [kept] = (await as(clerk).upload(files.uploadFiles, [await samplePicture('a.png', 'teal')])).items;
    const item = await as(clerk).call(files.readInboxItem, { params: { id: kept?.inboxItemId ?? '' } });
    await expect(arrange([item], [[{ fileId: kept?.file.id ?? '', page: 1 }]])).rejects.toMatchObject({
      status: 409,
      problem: { reasons: ['pages-pending'] },
    });
  });
});

describe('the inbox', () => {
  it('has the pages drawn first that somebody looks at', async () => {
    const [kept] = (await as(clerk).upload(files.uploadFiles, [samplePdf('late.pdf', { pages: 1, text: crypto.randomUUID() })]))
      .items;
    await withoutTenant(server.services.database, (tx) =>
      tx.sql.query(`UPDATE infra.deliveries SET next_at = '2099-01-01' WHERE tenant_id = $1 AND done_at IS NULL`, [tenant.id]),
    );
    expect(await runDueJobs(server)).toBe(0);
    await as(clerk).call(files.listInbox);
    await runDueJobs(server);
    const { items } = await as(clerk).call(files.listInbox);
    expect(items.find(({ id }) => id === kept?.inboxItemId)?.files[0]?.previewState).toBe('ready');
  });

  it('lists by state, page by page, newest first', async () => {
    const [one, two] = [await received(), await received()];
    const page = await as(clerk).call(files.listInbox, { query: { limit: 1 } });
    expect(page.items.map(({ id }) => id)).toEqual([two.id]);
    const next = await as(clerk).call(files.listInbox, { query: { limit: 1, cursor: page.next ?? '' } });
    expect(next.items.map(({ id }) => id)).toEqual([one.id]);
    await expect(as(clerk).call(files.listInbox, { query: { cursor: 'nonsense' } })).rejects.toMatchObject({ status: 422 });
    await expect(anonymous(server).call(files.listInbox)).rejects.toMatchObject({ status: 401 });
    expect((await as(stranger).call(files.listInbox)).items).toEqual([]);
  });

  it('rejects a paper with a reason and keeps its file', async () => {
    const item = await received();
    const reject = (version: number, member = clerk) =>
      as(member).call(files.rejectInboxItem, { params: { id: item.id }, body: { version, reason: '不是我们的单据' } });
    await expect(reject(7)).rejects.toMatchObject({ status: 412, problem: { current: item } });
    await expect(reject(1, reviewer)).rejects.toMatchObject({ status: 404 });
    expect(await reject(1)).toMatchObject({
      state: 'rejected',
      reason: '不是我们的单据',
      version: 2,
      files: [{ id: item.files[0]?.id }],
    });
    await expect(reject(2)).rejects.toMatchObject({ status: 409, code: 'wrong-stage' });
    await expect(as(clerk).call(documents.createDocument, { body: { kind: 'SO', inboxItemId: item.id } })).rejects.toMatchObject({
      status: 409,
    });
    expect((await as(clerk).call(files.listInbox, { query: { state: 'rejected' } })).items.map(({ id }) => id)).toEqual([
      item.id,
    ]);
    expect(await eventsOf(item.id)).toEqual([{ type: 'inbox.rejected', actor: clerk.id, payload: { reason: '不是我们的单据' } }]);
    const [theirs, random] = await Promise.all(
      [item.id, '0191f3a2-0000-7000-8000-00000000abcd'].map((id) =>
        as(stranger)
          .raw('GET', `/inbox/${id}`)
          .then((reply) => reply.text()),
      ),
    );
    expect(theirs).toBe(random);
  });
});

it('keeps a purchase that came as data in the inbox, with that reason', async () => {
  const { database } = server.services;
  await withTenant(database, systemActor(tenant.id), (tx) =>
    tx.sql.query(
      `INSERT INTO app.legal_entities (id, name, tax_id) VALUES ($1, '杭州云栖智能科技有限公司', '91330106MAXDLW3G12')`,
      [crypto.randomUUID()],
    ),
  );
  for (const name of ['one.xml', 'same bytes again.xml']) {
    const [kept] = (await as(clerk).upload(files.uploadFiles, [sampleFile('digital_fapiao.xml', name)])).items;
    const id = kept?.inboxItemId ?? '';
    await runDueJobs(server);
    const item = await as(clerk).call(files.readInboxItem, { params: { id } });
    expect(item).toMatchObject({ state: 'open', reason: 'is-purchase', version: 1, pages: [{ renderedFromData: true }] });
    expect(await eventsOf(id)).toMatchObject([{ type: 'inbox.recognised', actor: null }]);
    const turned = await arrange([item], [refsOf(item).map((page) => ({ ...page, rotation: 90 as const }))]);
    expect(turned.items).toMatchObject([{ reason: 'is-purchase', pages: [{ rotation: 90 }] }]);
  }
});

it('sweeps bytes that no row names, an hour after they were seen', async () => {
  const kept = await received();
  await expect(as(clerk).upload(files.uploadFiles, [new File(['not of any kind'], 'a.txt')])).rejects.toMatchObject({
    status: 415,
  });
  const orphans = () => findOrphans(server.services, tenant.id);
  expect(await orphans()).toHaveLength(1);
  const sweep = createOrphanSweep();
  await sweep.run(server.services);
  expect(await orphans()).toHaveLength(1);
  server.setTime(new Date(Date.now() + 3_700_000));
  await sweep.run(server.services);
  expect(await orphans()).toEqual([]);
  server.setTime(new Date());
  expect((await as(clerk).raw('GET', `/files/${kept.files[0]?.id}/pages/1`)).status).toBe(200);
});

it('names no bytes that were swept a moment ago', async () => {
  const { services } = server;
  const stored = await services.files.put(tenant.id, Buffer.from('swept'));
  await services.files.delete(tenant.id, stored);
  const claim = withTenant(services.database, systemActor(tenant.id), (tx) => claimBlobs({ tx, services }, [stored]));
  await expect(claim).rejects.toMatchObject({ code: 'unavailable' });
});

async function eventsOf(subjectId: string) {
  return withTenant(server.services.database, systemActor(tenant.id), async (tx) => {
    const { rows } = await tx.sql.query<{ type: string; actor: string | null; payload: unknown }>(
      'SELECT type, actor_id AS actor, payload FROM app.events WHERE subject_id = $1 ORDER BY id',
      [subjectId],
    );
    return rows;
  });
}
