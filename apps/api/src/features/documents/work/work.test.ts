import { contract } from '@danku/contract';
import { judge } from '@danku/domain/access/gate.ts';
import { queueStages } from '@danku/domain/documents/flow.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createBinder } from '../../../db/binder.ts';
import { findMemberActor } from '../../../db/find-member-actor.ts';
import { gateFactsOf } from '../../../db/gate-facts.ts';
import { systemActor } from '../../../db/actor.ts';
import { withTenant } from '../../../db/tenant.ts';
import { as } from '../../../test/as.ts';
import { buildMember, type TestMember } from '../../../test/factories.ts';
import { samplePdf } from '../../../test/sample-files.ts';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import {
  approve,
  buildTeam,
  draft,
  eventTypesOf,
  order,
  read,
  riskyAmounts,
  riskyFields,
  riskyReasons,
  sendBack,
  submitted,
  workingMorning,
  type Team,
} from '../test/papers.ts';
import { workableWhere, workOf } from './workable.ts';

let server: TestServer;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
  server.setTime(workingMorning);
  team = await buildTeam(server);
});
afterAll(() => server.close());

const next = (member: TestMember, stage: (typeof queueStages)[number], body = {}) =>
  as(member).call(contract.work.claimNext, { params: { stage }, body });
const release = (member: TestMember, id: string) => as(member).call(contract.work.releaseDocument, { params: { id }, body: {} });
const later = (minutes: number) => server.setTime(new Date(workingMorning.getTime() + minutes * 60_000));

describe('queues', () => {
  it('give each document to one person, whoever asks at the same moment', async () => {
    const reviewers = await Promise.all(Array.from({ length: 6 }, () => buildMember(team.tenant, 'reviewer')));
    const documents = await Promise.all(Array.from({ length: 6 }, () => submitted(team.clerk)));
    const taken = await Promise.all(reviewers.map((reviewer) => next(reviewer, 'review')));
    const ids = taken.map(({ document }) => document?.id);
    expect(new Set(ids)).toEqual(new Set(documents.map(({ id }) => id)));
    expect((await next(team.reviewer, 'review')).document).toBeNull();
    await Promise.all(reviewers.map((reviewer, index) => release(reviewer, ids[index] ?? '')));
  });

  it('give nothing to whoever entered it, and nothing to people of another trade', async () => {
    const both = await buildMember(team.tenant, ['clerk', 'reviewer']);
    const mine = await submitted(both);
    for (let turn = 0; turn < 10; turn += 1) {
      const { document } = await next(both, 'review');
      expect(document?.id).not.toBe(mine.id);
    }
    await expect(next(team.clerk, 'review')).rejects.toMatchObject({ status: 403, problem: { reasons: ['no-permission'] } });
  });

  it('take a document back when its lease runs out, and keep it while it is prolonged', async () => {
    const document = await draft(team.clerk);
    const params = { id: document.id };
    await expect(as(team.clerk2).call(contract.work.claimDocument, { params, body: {} })).rejects.toMatchObject({
      problem: { reasons: ['leased-by-other'] },
    });
    later(9);
    await as(team.clerk).call(contract.work.claimDocument, { params, body: {} });
    later(15);
    await expect(as(team.clerk2).call(contract.work.claimDocument, { params, body: {} })).rejects.toMatchObject({ status: 403 });
    later(20);
    await as(team.clerk2).call(contract.work.claimDocument, { params, body: {} });
    later(0);
    const events = await eventTypesOf(team.clerk, document.id);
    expect(events.filter((type) => type !== 'document.action-refused')).toEqual(['document.claimed', 'document.created']);
  });

  it('put what was skipped last for that person, and tell who skipped it and why', async () => {
    const fresh = await buildMember(team.tenant, 'reviewer');
    const first = (await next(fresh, 'review')).document;
    await as(fresh).call(contract.work.skipDocument, { params: { id: first?.id ?? '' }, body: { reason: '影像不清' } });
    const second = (await next(fresh, 'review')).document;
    expect(second?.id).not.toBe(first?.id);
    const events = await as(team.manager).call(contract.history.listDocumentEvents, { params: { id: first?.id ?? '' } });
    expect(events.items).toContainEqual(
      expect.objectContaining({
        type: 'document.skipped',
        payload: { stage: 'review', reason: '影像不清' },
        actor: { id: fresh.id, name: fresh.name },
      }),
    );
  });

  it('order by time limit and risk', async () => {
    const plain = await submitted(team.clerk);
    const risky = await submitted(team.clerk, order(riskyFields, riskyAmounts), riskyReasons);
    const { items } = await as(team.reviewer2).call(contract.work.listQueue, { params: { stage: 'review' } });
    const places = items.map(({ id }) => id);
    expect(places.indexOf(risky.id)).toBeLessThan(places.indexOf(plain.id));
    expect(places.indexOf(risky.id)).toBeGreaterThanOrEqual(0);
  });

  it('bring what was sent back to whoever submitted it, and to nobody else', async () => {
    const returned = await sendBack(team.reviewer, await submitted(team.clerk));
    const mine = await as(team.clerk).call(contract.work.listMyWork, { query: { holding: 'returned' } });
    expect(mine.items.map(({ id }) => id)).toContain(returned.id);
    const theirs = await as(team.clerk2).call(contract.work.listQueue, { params: { stage: 'entry' } });
    expect(theirs.items.map(({ id }) => id)).not.toContain(returned.id);
    expect((await as(team.clerk).call(contract.work.listQueues)).returned).toBeGreaterThan(0);
  });
});

it('says of every item in every queue what the Gate says of it', async () => {
  await approve(team.reviewer, await submitted(team.clerk));
  await draft(team.clerk2);
  const people = [
    team.clerk,
    team.clerk2,
    team.reviewer,
    team.reviewer2,
    team.archivist,
    team.manager,
    await buildMember(team.tenant, ['clerk', 'reviewer', 'archivist']),
  ];
  const now = server.services.clock();
  await withTenant(server.services.database, systemActor(team.tenant.id, now), async (tx) => {
    for (const person of people) {
      const actor = await findMemberActor({ tx, now }, person.id);
      if (actor === null) {
        throw new Error('The test made this member.');
      }
      for (const stage of queueStages) {
        const binder = createBinder([actor.memberId, now]);
        const where = workableWhere(actor, stage, binder);
        const { rows } = await tx.sql.query<{ id: string }>(
          `SELECT DISTINCT d.id FROM app.work_items w JOIN app.documents d ON d.id = w.document_id WHERE ${where}`,
          binder.values,
        );
        const all = await tx.sql.query<{ id: string }>(
          'SELECT DISTINCT document_id AS id FROM app.work_items WHERE stage = $1 AND NOT is_paused',
          [stage],
        );
        const facts = await gateFactsOf(
          { tx, actor, now },
          all.rows.map(({ id }) => id),
        );
        const allowed = [...facts.values()].filter((fact) => judge(actor, workOf[stage], fact).allowed).map(({ id }) => id);
        expect(rows.map(({ id }) => id).sort()).toEqual(allowed.sort());
      }
    }
  });
});

describe('transfer', () => {
  it('hands a document only to someone who may do the work', async () => {
    const document = await submitted(team.clerk);
    const to = (memberId: string) =>
      as(team.manager).call(contract.documents.transferDocument, {
        params: { id: document.id },
        body: { version: document.version, memberId },
      });
    await expect(to(team.clerk.id)).rejects.toMatchObject({
      status: 409,
      problem: { reasons: ['no-permission', 'same-person-entered'] },
    });
    expect(await to(team.reviewer2.id)).toMatchObject({ assignee: { id: team.reviewer2.id }, stage: 'review' });
    await expect(approve(team.reviewer, await read(team.reviewer, document.id))).rejects.toMatchObject({
      problem: { reasons: ['assigned-to-other'] },
    });
  });
});

it('hands one place of a blind review to someone and leaves the other reviewer alone', async () => {
  const document = await submitted(
    team.clerk,
    order({ ...riskyFields, issueDate: '2026-11-12', buyerName: '盲审转交公司' }, { ...riskyAmounts }),
    {
      ...riskyReasons,
    },
  );
  const body = { version: document.version, memberId: team.reviewer2.id };
  const after = await as(team.manager).call(contract.documents.transferDocument, { params: { id: document.id }, body });
  expect(after).toMatchObject({ version: document.version, assignee: null });
  const third = await buildMember(team.tenant, 'reviewer');
  for (const person of [team.reviewer, team.reviewer2]) {
    await as(person).call(contract.work.claimDocument, { params: { id: document.id }, body: {} });
  }
  await expect(as(third).call(contract.work.claimDocument, { params: { id: document.id }, body: {} })).rejects.toMatchObject({
    problem: { reasons: ['leased-by-other'] },
  });
});

it('counts the inbox as far as the right to it reaches', async () => {
  const security = await buildMember(team.tenant, 'security-admin');
  const receiver = await buildMember(team.tenant);
  const permissions = ['inbox.manage' as const, 'document.read' as const];
  const role = await as(security).call(contract.people.createRole, { body: { name: '收件', permissions, scope: 'own' } });
  await as(security).call(contract.people.setMemberRoles, {
    params: { id: receiver.id },
    body: { version: 1, roleIds: [role.id] },
  });
  await as(team.clerk).upload(contract.files.uploadFiles, [samplePdf('a.pdf', { text: crypto.randomUUID() })]);
  expect((await as(team.clerk).call(contract.work.listQueues)).inbox).toBeGreaterThan(0);
  expect((await as(receiver).call(contract.work.listQueues)).inbox).toBe(0);
  await as(receiver).upload(contract.files.uploadFiles, [samplePdf('b.pdf', { text: crypto.randomUUID() })]);
  expect((await as(receiver).call(contract.work.listQueues)).inbox).toBe(1);
});
