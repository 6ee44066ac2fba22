import { contract } from '@danku/contract';
import type { Document } from '@danku/contract/document-shapes.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { as } from '../../test/as.ts';
import { runDueJobs } from '../../test/jobs.ts';
import { samplePdf } from '../../test/sample-files.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';
import { approve, buildTeam, eventTypesOf, order, read, submit, workingMorning, type Team } from './test/papers.ts';

const { archive, documents, files } = contract;
let server: TestServer;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
  server.setTime(workingMorning);
  team = await buildTeam(server);
});
afterAll(() => server.close());

const archiveIt = ({ id, version }: Document) =>
  as(team.archivist).call(archive.archiveDocument, { params: { id }, body: { version } });

async function archived(): Promise<Document> {
  const pdf = samplePdf('order.pdf', { text: crypto.randomUUID() });
  const { items } = await as(team.clerk).upload(files.uploadFiles, [pdf], { query: { inbox: false } });
  const fileIds = items.map(({ file }) => file.id);
  await runDueJobs(server);
  const draft = await as(team.clerk).call(documents.createDocument, { body: { kind: 'SO', ...order(), fileIds } });
  const pages = [{ fileId: fileIds[0] ?? '', page: 1, rotation: 90 as const }];
  const body = { version: draft.version, fileIds, pages };
  const turned = await as(team.clerk).call(documents.changePages, { params: { id: draft.id }, body });
  return archiveIt(await approve(team.reviewer, await submit(team.clerk, turned)));
}

async function amend({ id, version }: Pick<Document, 'id' | 'version'>): Promise<Document> {
  const body = { version, reason: '单价有误' };
  const successor = await as(team.clerk2).call(documents.amendDocument, { params: { id }, body });
  const change = { version: successor.version, fields: { remark: `更正${successor.id}` } };
  return as(team.clerk2).call(documents.changeDocument, { params: { id: successor.id }, body: change });
}

const approveAmended = async (successor: Document) => approve(team.reviewer2, await submit(team.clerk2, successor));

it('makes a successor with the same content and image that runs the whole flow; the archived row stays', async () => {
  const original = await archived();
  const successor = await amend(original);
  expect(successor).toMatchObject({ stage: 'entry', fileIds: original.fileIds, amends: { id: original.id } });
  expect(successor.pages).toEqual(original.pages);
  expect(await read(team.clerk, original.id)).toMatchObject({
    stage: 'archived',
    isSuperseded: false,
    version: original.version,
  });
  const approved = await approveAmended(successor);
  expect(approved.registryNumber).toBe(`${original.registryNumber}-A1`);
  await archiveIt(approved);
  expect(await read(team.clerk, original.id)).toMatchObject({ isSuperseded: true, successor: { id: successor.id } });
  expect(await eventTypesOf(team.clerk, original.id)).toContain('document.amended');
});

it('amends an amendment: what it follows, step by step, is no twin of it', async () => {
  const original = await archived();
  const first = await archiveIt(await approveAmended(await amend(original)));
  const second = await amend(first);
  const findings = await as(team.clerk2).call(documents.listFindings, { params: { id: second.id } });
  expect(findings.items.map(({ code }) => code)).not.toContain('duplicate');
  expect((await approveAmended(second)).registryNumber).toBe(`${original.registryNumber}-A2`);
});

it('gives the number of a voided amendment to no other', async () => {
  const original = await archived();
  const first = await approveAmended(await amend(original));
  const body = { version: first.version, reason: '重复更正' };
  await as(team.manager).call(documents.voidDocument, { params: { id: first.id }, body });
  expect((await approveAmended(await amend(original))).registryNumber).toBe(`${original.registryNumber}-A2`);
});

it('is made once at a time', async () => {
  const original = await archived();
  await amend(original);
  await expect(amend(original)).rejects.toMatchObject({ problem: { reasons: ['already-amended'] } });
});

it('keeps the files of a draft in the order they were given last', async () => {
  const pdfs = [samplePdf('a.pdf', { text: crypto.randomUUID() }), samplePdf('b.pdf', { text: crypto.randomUUID() })];
  const { items } = await as(team.clerk).upload(files.uploadFiles, pdfs, { query: { inbox: false } });
  const fileIds = items.map(({ file }) => file.id);
  const draft = await as(team.clerk).call(documents.createDocument, { body: { kind: 'SO', ...order(), fileIds } });
  const body = { version: draft.version, fileIds: fileIds.toReversed(), pages: null };
  const turned = await as(team.clerk).call(documents.changePages, { params: { id: draft.id }, body });
  expect(turned.fileIds).toEqual(fileIds.toReversed());
});
