import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { contract } from '@danku/contract';
import type { Document } from '@danku/contract/document-shapes.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { systemActor } from '../../../db/actor.ts';
import { withTenant } from '../../../db/tenant.ts';
import { anonymous, as } from '../../../test/as.ts';
import { buildMember, buildTenant } from '../../../test/factories.ts';
import { runDueJobs } from '../../../test/jobs.ts';
import { samplePdf, samplePicture } from '../../../test/sample-files.ts';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { approve, buildTeam, eventTypesOf, order, read, submit, submitted, workingMorning, type Team } from '../test/papers.ts';

const { archive, documents, files, settings } = contract;
let server: TestServer;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
  server.setTime(workingMorning);
  team = await buildTeam(server);
});
afterAll(() => server.close());

/** An order with this file as its image, entered, reviewed and waiting to be archived. */
async function approvedWith(file: File, given = order()): Promise<Document> {
  const { clerk, reviewer } = team;
  const { items } = await as(clerk).upload(files.uploadFiles, [file], { query: { inbox: false } });
  const fileIds = items.map(({ file: kept }) => kept.id);
  await runDueJobs(server);
  const draft = await as(clerk).call(documents.createDocument, { body: { kind: 'SO', ...given, fileIds } });
  return approve(reviewer, await submit(clerk, draft));
}

const archiveIt = (member = team.archivist, { id, version }: Pick<Document, 'id' | 'version'>, headers = {}) =>
  as(member).call(archive.archiveDocument, { params: { id }, body: { version } }, headers);

const unique = (name = 'order.pdf') => samplePdf(name, { text: crypto.randomUUID() });

describe('archiving', () => {
  it('runs the four checks, gives number and term, and closes the document', async () => {
    const approved = await approvedWith(unique());
    const preview = await as(team.archivist).call(archive.previewArchiveChecks, { params: { id: approved.id } });
    expect(preview.blocks).toBe(false);
    expect(Object.fromEntries(preview.checks.map(({ code, result }) => [code, result]))).toEqual({
      'original-unchanged': 'passed',
      'version-intact': 'passed',
      'approval-bound': 'passed',
      'duties-separate': 'passed',
      'events-complete': 'passed',
      signature: 'not-run',
      'metadata-complete': 'passed',
      'parts-complete': 'passed',
      'number-registered': 'passed',
      opens: 'passed',
      'type-matches': 'passed',
      'not-encrypted': 'passed',
      'lasting-format': 'not-run',
      'virus-scan': 'not-run',
      'no-active-content': 'passed',
      'permission-class': 'passed',
      carrier: 'passed',
    });
    const archived = await archiveIt(team.archivist, approved);
    expect(archived).toMatchObject({
      stage: 'archived',
      archiveNumber: expect.stringMatching(/^Z001-2026-30Y-FIN-SO-\d{6}$/),
      retainUntil: '2057-01-01',
      heldDuty: 'archive',
    });
    expect((await eventTypesOf(team.archivist, approved.id))[0]).toBe('document.archived');
    const record = await as(team.clerk).call(archive.readArchiveRecord, { params: { id: approved.id } });
    expect(record).toMatchObject({
      archiveNumber: archived.archiveNumber,
      archivedBy: { id: team.archivist.id },
      retentionClass: '30y',
    });
    expect(record.checks).toEqual(preview.checks);
  });

  it('answers a repeated call as the first, and others with what has changed', async () => {
    const approved = await approvedWith(unique());
    const first = await archiveIt(team.archivist, approved, { 'Idempotency-Key': 'archive-1' });
    expect(await archiveIt(team.archivist, approved, { 'Idempotency-Key': 'archive-1' })).toEqual(first);
    expect(await archiveIt(team.archivist, approved)).toEqual(first);
    await expect(archiveIt(await buildMember(team.tenant, 'archivist'), approved)).rejects.toMatchObject({
      status: 412,
      code: 'stale',
    });
    await expect(archiveIt(team.archivist, first)).rejects.toMatchObject({ status: 409, code: 'wrong-stage' });
  });

  it('lets one of many archive, with numbers without a gap', { timeout: 60_000 }, async () => {
    const approved = await Promise.all([1, 2, 3].map(() => approvedWith(unique())));
    const archivists = await Promise.all([1, 2, 3].map(() => buildMember(team.tenant, 'archivist')));
    const calls = approved.flatMap((document) => archivists.map((archivist) => archiveIt(archivist, document)));
    const settled = await Promise.allSettled(calls);
    const numbers = settled.flatMap((result) =>
      result.status === 'fulfilled' ? [Number(result.value.archiveNumber?.slice(-6))] : [],
    );
    expect(numbers.toSorted((a, b) => a - b)).toEqual([3, 4, 5]);
  });

  it('refuses nobody, roles, duties, stages and neighbours', async () => {
    const approved = await approvedWith(unique());
    await expect(
      anonymous(server).call(archive.archiveDocument, { params: { id: approved.id }, body: { version: 1 } }),
    ).rejects.toMatchObject({ status: 401 });
    await expect(archiveIt(team.clerk, approved)).rejects.toMatchObject({
      status: 403,
      problem: { reasons: ['no-permission', 'same-person-entered'] },
    });
    await expect(as(team.clerk).call(archive.previewArchiveChecks, { params: { id: approved.id } })).rejects.toMatchObject({
      status: 403,
    });
    const waiting = await submitted(team.clerk);
    await expect(archiveIt(team.archivist, waiting)).rejects.toMatchObject({ status: 409, code: 'wrong-stage' });
    const stranger = await buildMember(await buildTenant(server), 'archivist');
    const theirs = await as(stranger).raw('POST', `/documents/${approved.id}/archive`, { body: { version: approved.version } });
    const random = await as(stranger).raw('POST', '/documents/0191f3a2-0000-7000-8000-00000000abcd/archive', {
      body: { version: 1 },
    });
    expect([theirs.status, await theirs.text()]).toEqual([404, await random.text()]);
    await expect(as(team.archivist).call(archive.readArchiveRecord, { params: { id: approved.id } })).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe('a check that fails', () => {
  const refusal = (code: string, params: object = {}) => ({
    status: 409,
    code: 'conflict',
    problem: { reasons: ['checks-failed'], errors: [{ path: '/checks', code, params: { result: 'failed', ...params } }] },
  });

  it('leaves the document approved: a script in the PDF', async () => {
    const file = samplePdf('script.pdf', { catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' });
    const approved = await approvedWith(file);
    const expected = refusal('no-active-content', { files: 'script.pdf', faults: 'javascript, open-action' });
    await expect(archiveIt(team.archivist, approved)).rejects.toMatchObject(expected);
    expect(await read(team.archivist, approved.id)).toMatchObject({
      stage: 'approved',
      version: approved.version,
      archiveNumber: null,
    });
  });

  it('a name that says something else', async () => {
    const approved = await approvedWith(unique('order.pdf.exe'));
    await expect(archiveIt(team.archivist, approved)).rejects.toMatchObject(refusal('type-matches', { faults: 'name-differs' }));
  });

  it('a file that does not open', async () => {
    const approved = await approvedWith(new File(['%PDF-1.7\nnothing of use %%EOF'], 'broken.pdf'));
    await expect(archiveIt(team.archivist, approved)).rejects.toMatchObject(refusal('opens', { faults: 'damaged' }));
  });

  it('a document without an image', async () => {
    const approved = await approve(team.reviewer, await submitted(team.clerk));
    await expect(archiveIt(team.archivist, approved)).rejects.toMatchObject(refusal('parts-complete', { files: '0' }));
  });

  it('bytes that someone has changed on the disk', async () => {
    const before = new Set(storedFiles());
    const approved = await approvedWith(await samplePicture('scan.png', '#123456'));
    for (const path of storedFiles().filter((stored) => !before.has(stored))) {
      writeFileSync(path, Buffer.alloc(statSync(path).size, 7));
    }
    const refused = archiveIt(team.archivist, approved);
    await expect(refused).rejects.toMatchObject({ status: 409, code: 'conflict' });
    const codes = await refused.catch((error: { problem: { errors: { code: string }[] } }) =>
      error.problem.errors.map(({ code }) => code),
    );
    expect(codes).toEqual(['original-unchanged', 'carrier']);
  });

  it('content that someone has changed past the application', async () => {
    const approved = await approvedWith(unique());
    await inTenant(`UPDATE app.documents SET fields = fields || '{"remark": "x"}' WHERE id = $1`, [approved.id]);
    await expect(archiveIt(team.archivist, approved)).rejects.toMatchObject(refusal('version-intact'));
  });

  it('is a check that could not run, where the type insists on it', async () => {
    const administrator = await buildMember(team.tenant, 'system-admin');
    const types = await as(administrator).call(settings.listDocumentTypes);
    const type = types.items.find(({ kind }) => kind === 'SO');
    await inTenant(`UPDATE app.document_types SET required_checks = '{virus-scan}' WHERE id = $1`, [type?.id]);
    const approved = await approvedWith(unique());
    await expect(archiveIt(team.archivist, approved)).rejects.toMatchObject({
      problem: { errors: [{ code: 'virus-scan', params: { result: 'not-run' } }] },
    });
    await inTenant(`UPDATE app.document_types SET required_checks = '{}' WHERE id = $1`, [type?.id]);
  });
});

it('is closed to the API and to statements of the application', async () => {
  const archived = await archiveIt(team.archivist, await approvedWith(unique()));
  const { id, version } = archived;
  const [fileId = ''] = archived.fileIds;
  const { clerk, manager } = team;
  const body = { version };
  await expect(
    as(clerk).call(documents.changeDocument, { params: { id }, body: { ...body, fields: { remark: 'x' } } }),
  ).rejects.toMatchObject({ status: 409 });
  await expect(
    as(clerk).call(documents.changePages, { params: { id }, body: { ...body, fileIds: [], pages: null } }),
  ).rejects.toMatchObject({ status: 409 });
  await expect(
    as(manager).call(documents.voidDocument, { params: { id }, body: { ...body, reason: 'x' } }),
  ).rejects.toMatchObject({ status: 409 });
  expect(await inTenant(`UPDATE app.documents SET number = 'x' WHERE id = $1`, [id])).toBe(0);
  expect(await inTenant(`UPDATE app.document_lines SET fields = '{}' WHERE document_id = $1`, [id])).toBe(0);
  expect(await inTenant('DELETE FROM app.document_lines WHERE document_id = $1', [id])).toBe(0);
  expect(await inTenant('DELETE FROM app.document_files WHERE document_id = $1', [id])).toBe(0);
  expect(await inTenant('UPDATE app.document_files SET position = 9 WHERE document_id = $1', [id])).toBe(0);
  for (const [statement, values, message] of [
    ['INSERT INTO app.document_lines (document_id, position) VALUES ($1, 99)', [id], /foreign key/],
    ['INSERT INTO app.document_lines (document_id, position, sealed) VALUES ($1, 99, true)', [id], /row-level security/],
    [
      'INSERT INTO app.document_files (document_id, file_id, position) SELECT $1, id, 9 FROM app.files WHERE id <> $2 LIMIT 1',
      [id, fileId],
      /foreign key/,
    ],
    [`UPDATE app.archive_records SET checks = '[]'`, [], /permission denied/],
    ['DELETE FROM app.document_versions', [], /permission denied/],
    ['DELETE FROM app.documents', [], /permission denied/],
  ] as const) {
    await expect(inTenant(statement, values)).rejects.toThrow(message);
  }
  expect(await read(clerk, id)).toEqual({ ...archived, heldDuty: 'entry', actions: expect.anything() });
});

async function inTenant(statement: string, values: readonly unknown[] = []): Promise<number | null> {
  return withTenant(
    server.services.database,
    systemActor(team.tenant.id),
    async (tx) => (await tx.sql.query(statement, values)).rowCount,
  );
}

function storedFiles(): string[] {
  const paths = readdirSync(server.fileFolder, { recursive: true, encoding: 'utf8' }).map((path) =>
    join(server.fileFolder, path),
  );
  return paths.filter((path) => statSync(path).isFile());
}
