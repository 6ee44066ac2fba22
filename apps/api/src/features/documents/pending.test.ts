import { contract } from '@danku/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { as } from '../../test/as.ts';
import { buildMember } from '../../test/factories.ts';
import { runDueJobs } from '../../test/jobs.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';
import { approve, buildTeam, eventTypesOf, read, sendBack, submitted, workingMorning, type Team } from './test/papers.ts';

let server: TestServer;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
  server.setTime(workingMorning);
  team = await buildTeam(server);
});
afterAll(() => server.close());

const secondsLater = (seconds: number) => server.setTime(new Date(workingMorning.getTime() + seconds * 1000));
const undo = (id: string) => as(team.reviewer).call(contract.review.withdrawPending, { params: { id } });

it('holds a decision: no number and no event of it until the time is over, and the item is in no queue', async () => {
  const document = await submitted(team.clerk);
  const held = await approve(team.reviewer, document, { holdSeconds: 5 });
  expect(held).toMatchObject({ stage: 'review', registryNumber: null, pendingDecision: { decision: 'approve' } });
  const { items } = await as(team.reviewer2).call(contract.work.listQueue, { params: { stage: 'review' } });
  expect(items.map(({ id }) => id)).not.toContain(document.id);
  await expect(approve(team.reviewer2, document)).rejects.toMatchObject({ problem: { reasons: ['decision-pending'] } });
  await runDueJobs(server);
  expect((await read(team.reviewer, document.id)).stage).toBe('review');
  secondsLater(6);
  await runDueJobs(server);
  expect(await read(team.reviewer, document.id)).toMatchObject({
    stage: 'approved',
    registryNumber: expect.any(String),
    pendingDecision: null,
  });
  secondsLater(0);
});

it('takes a decision back within the time and gives the document back to the reviewer', async () => {
  const document = await submitted(team.clerk);
  await sendBack(team.reviewer, document, { comment: '错', holdSeconds: 5 });
  await undo(document.id);
  const { items } = await as(team.clerk).call(contract.history.listDocumentEvents, { params: { id: document.id } });
  const told = items.filter(({ type }) => type === 'document.decision-held' || type === 'document.decision-withdrawn');
  expect(told.map(({ payload }) => payload['version'])).toEqual([1, 1]);
  expect(await read(team.reviewer, document.id)).toMatchObject({
    stage: 'review',
    pendingDecision: null,
    lease: { member: { id: team.reviewer.id } },
  });
  secondsLater(6);
  await runDueJobs(server);
  expect((await read(team.reviewer, document.id)).stage).toBe('review');
  await expect(undo(document.id)).rejects.toMatchObject({ status: 404 });
  secondsLater(0);
});

it('commits once, whoever comes first, the worker or a reader', async () => {
  const document = await submitted(team.clerk);
  await sendBack(team.reviewer, document, { comment: '错', holdSeconds: 1 });
  secondsLater(2);
  await as(team.clerk).call(contract.history.listDocumentEvents, { params: { id: document.id } });
  await runDueJobs(server);
  const events = await eventTypesOf(team.clerk, document.id);
  expect(events.filter((type) => type === 'document.sent-back')).toHaveLength(1);
  expect((await read(team.clerk, document.id)).stage).toBe('entry');
  secondsLater(0);
});

it('drops a decision whose maker lost the right meanwhile, and puts the item back', async () => {
  const document = await submitted(team.clerk);
  await approve(team.reviewer, document, { holdSeconds: 5 });
  const body = { version: document.version, reason: '客户取消' };
  await as(team.manager).call(contract.documents.voidDocument, { params: { id: document.id }, body });
  secondsLater(6);
  await runDueJobs(server);
  expect(await read(team.manager, document.id)).toMatchObject({ stage: 'void', registryNumber: null });
  secondsLater(0);
});

it('lets nobody ask a question in between, which would overtake the decision', async () => {
  const sales = await buildMember(team.tenant, 'sales');
  const document = await submitted(team.clerk);
  await approve(team.reviewer, document, { holdSeconds: 5 });
  const body = { version: document.version, memberId: sales.id, body: '?' };
  await expect(
    as(team.manager).call(contract.discussion.askQuestion, { params: { id: document.id }, body }),
  ).rejects.toMatchObject({ problem: { reasons: ['decision-pending'] } });
});

it('logs why a decision was refused in the end', async () => {
  const document = await submitted(team.clerk);
  const leaving = await buildMember(team.tenant, 'reviewer');
  await approve(leaving, document, { holdSeconds: 5 });
  const { items: roles } = await as(team.tenant.founder).call(contract.people.listRoles);
  await as(team.tenant.founder).call(contract.people.setMemberRoles, {
    params: { id: leaving.id },
    body: { version: 1, roleIds: roles.filter(({ key }) => key === 'archivist').map(({ id }) => id) },
  });
  secondsLater(60);
  await runDueJobs(server);
  expect(await read(team.manager, document.id)).toMatchObject({ stage: 'review', registryNumber: null });
  expect(await eventTypesOf(team.manager, document.id)).toContain('document.action-refused');
  const { items } = await as(team.reviewer2).call(contract.work.listQueue, { params: { stage: 'review' } });
  expect(items.map(({ id }) => id)).toContain(document.id);
  secondsLater(0);
});
