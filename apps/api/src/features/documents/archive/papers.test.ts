import { contract } from '@danku/contract';
import type { Document } from '@danku/contract/document-shapes.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { systemActor } from '../../../db/actor.ts';
import { withTenant } from '../../../db/tenant.ts';
import { anonymous, as } from '../../../test/as.ts';
import { buildMember, buildTenant } from '../../../test/factories.ts';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { approve, buildTeam, draft, eventTypesOf, submitted, workingMorning, type Team } from '../test/papers.ts';

const { archive, documents } = contract;
let server: TestServer;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
  server.setTime(workingMorning);
  team = await buildTeam(server);
});
afterAll(() => server.close());

const approved = async (): Promise<Document> => approve(team.reviewer, await submitted(team.clerk));
const place = ({ id }: Pick<Document, 'id'>, version = 0, member = team.archivist) =>
  as(member).call(archive.placePaper, { params: { id }, body: { version, box: 'B-12', shelf: 'A3' } });

describe('the paper original', () => {
  it('gets a place, moves, is lent and comes back', async () => {
    const document = await approved();
    const params = { id: document.id };
    await expect(as(team.clerk).call(archive.readPaper, { params })).rejects.toMatchObject({ status: 404 });
    expect(await place(document)).toMatchObject({
      box: 'B-12',
      shelf: 'A3',
      label: `${document.registryNumber} A3/B-12`,
      version: 1,
      loan: null,
      loans: [],
    });
    await expect(place(document)).rejects.toMatchObject({ status: 412, problem: { current: { version: 1 } } });
    expect(await place(document, 1)).toMatchObject({ version: 2 });

    const lend = (dueOn: string | null) =>
      as(team.archivist).call(archive.lendPaper, { params, body: { borrower: '王审计', dueOn } });
    await expect(lend('2026-11-17')).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: '/dueOn', code: 'in-the-past' }] },
    });
    const settled = await Promise.allSettled([lend('2026-12-01'), lend('2026-12-01'), lend('2026-12-01')]);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(lend(null)).rejects.toMatchObject({ status: 409, problem: { reasons: ['already-lent'] } });
    const lent = await as(team.archivist).call(archive.listPapers, { query: { lent: 'true' } });
    expect(lent.items).toMatchObject([
      { documentId: document.id, registryNumber: document.registryNumber, loan: { borrower: '王审计', dueOn: '2026-12-01' } },
    ]);

    const back = await as(team.archivist).call(archive.returnPaper, { params, body: {} });
    expect(back).toMatchObject({
      loan: null,
      loans: [{ borrower: '王审计', lentBy: { id: team.archivist.id }, returnedAt: expect.any(String) }],
    });
    await expect(as(team.archivist).call(archive.returnPaper, { params, body: {} })).rejects.toMatchObject({
      status: 409,
      problem: { reasons: ['not-lent'] },
    });
    expect((await eventTypesOf(team.archivist, document.id)).slice(0, 4)).toEqual([
      'paper.returned',
      'paper.lent',
      'paper.placed',
      'paper.placed',
    ]);
  });

  it('is listed box by box', async () => {
    const others = [await approved(), await approved()];
    for (const document of others) {
      await as(team.archivist).call(archive.placePaper, {
        params: { id: document.id },
        body: { version: 0, box: 'C-1', shelf: 'A1' },
      });
    }
    const first = await as(team.archivist).call(archive.listPapers, { query: { box: 'C-1', limit: 1 } });
    const second = await as(team.archivist).call(archive.listPapers, {
      query: { box: 'C-1', limit: 1, cursor: first.next ?? '' },
    });
    expect([...first.items, ...second.items].map(({ documentId }) => documentId).toSorted()).toEqual(
      others.map(({ id }) => id).toSorted(),
    );
    expect(second.next).toBeNull();
  });

  it('is handled by archivists only, once the document is approved', async () => {
    const document = await approved();
    await expect(place(document, 0, team.clerk)).rejects.toMatchObject({ status: 403 });
    await expect(as(team.clerk).call(archive.listPapers)).rejects.toMatchObject({ status: 403 });
    await expect(anonymous(server).call(archive.listPapers)).rejects.toMatchObject({ status: 401 });
    await expect(place(await draft(team.clerk))).rejects.toMatchObject({ status: 409, code: 'wrong-stage' });
    const missing = as(team.archivist).call(archive.lendPaper, { params: { id: document.id }, body: { borrower: 'x' } });
    await expect(missing).rejects.toMatchObject({ status: 404 });
    const unversioned = await as(team.archivist).raw('PUT', `/documents/${document.id}/paper`, {
      body: { box: 'a', shelf: 'b' },
    });
    expect(unversioned.status).toBe(428);
    const stranger = await buildMember(await buildTenant(server), 'archivist');
    const [theirs, random] = await Promise.all(
      [document.id, '0191f3a2-0000-7000-8000-00000000abcd'].map((id) =>
        as(stranger)
          .raw('GET', `/documents/${id}/paper`)
          .then((reply) => reply.text()),
      ),
    );
    expect(theirs).toBe(random);
    expect((await as(stranger).call(archive.listPapers)).items).toEqual([]);
  });
});

describe('the registers', () => {
  it('tell what was given, voided and lost', async () => {
    const home = await buildTeam(server);
    const mine = async () => approve(home.reviewer, await submitted(home.clerk));
    const [one, two, three] = [await mine(), await mine(), await mine()];
    const body = { version: two.version, reason: '重复' };
    await as(home.manager).call(documents.voidDocument, { params: { id: two.id }, body });
    const registers = () => as(home.archivist).call(archive.listRegisters);
    expect((await registers()).items).toEqual([{ series: 'SO', period: '202611', last: 3, given: 2, voided: 1, gaps: [] }]);

    const params = { series: 'SO', period: '202611' };
    const page = await as(home.archivist).call(archive.listRegister, { params, query: { limit: 2 } });
    expect(page.items).toMatchObject([
      { sequence: 1, number: one.registryNumber, voidedAt: null },
      { sequence: 2, documentId: two.id, voidReason: '重复' },
    ]);
    const rest = await as(home.archivist).call(archive.listRegister, { params, query: { limit: 2, cursor: page.next ?? '' } });
    expect(rest.items.map(({ documentId }) => documentId)).toEqual([three.id]);
    const voided = await as(home.archivist).call(archive.listRegister, { params, query: { voided: 'true' } });
    expect(voided.items.map(({ sequence }) => sequence)).toEqual([2]);

    await withTenant(server.services.database, systemActor(home.tenant.id), (tx) =>
      tx.sql.query(`UPDATE app.number_series SET last = 5 WHERE series = 'SO'`),
    );
    expect((await registers()).items).toMatchObject([{ gaps: [4, 5] }]);
    await expect(as(home.clerk).call(archive.listRegisters)).rejects.toMatchObject({ status: 403 });
    await expect(as(home.clerk).call(archive.listRegister, { params })).rejects.toMatchObject({ status: 403 });
    expect((await as(await buildMember(await buildTenant(server), 'auditor')).call(archive.listRegisters)).items).toEqual([]);
  });
});
