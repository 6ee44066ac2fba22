import { contract } from '@danku/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { as } from '../../test/as.ts';
import { buildMember, type TestMember } from '../../test/factories.ts';
import { runDueJobs } from '../../test/jobs.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';
import { approve, buildTeam, order, read, riskyReasons, submit, workingMorning, type Team } from './test/papers.ts';

let server: TestServer;
let team: Team;
let third: TestMember;
let sales: TestMember;
let count = 0;

beforeAll(async () => {
  server = await startTestServer();
  server.setTime(workingMorning);
  team = await buildTeam(server);
  [third, sales] = [await buildMember(team.tenant, 'reviewer'), await buildMember(team.tenant, 'sales')];
});
afterAll(() => server.close());

async function blindDocument(owner?: TestMember) {
  count += 1;
  const issueDate = `2026-11-${String(18 - count).padStart(2, '0')}`;
  const net = 113274.34 + count * 100;
  const amounts = { net: net.toFixed(2), tax: (net * 0.13).toFixed(2), gross: (Math.round(net * 113) / 100).toFixed(2) };
  const paper = order({ buyerTaxId: '91440101MA5CJQ4N58', issueDate, buyerName: `买方${count}有限公司` }, amounts);
  const customerId = owner === undefined ? null : await customerOf(owner, `买方${count}有限公司`);
  const draft = await as(team.clerk).call(contract.documents.createDocument, { body: { kind: 'SO', ...paper, customerId } });
  const document = await submit(team.clerk, draft, { ...riskyReasons, 'total-gross': '照票面' });
  expect(document.reviewPolicy).toBe('dual-blind');
  const { number = null, buyerTaxId = null, grossTotal = null } = paper.fields;
  return { document, keyed: { number, issueDate, partyTaxId: buyerTaxId, grossTotal } };
}

async function customerOf(owner: TestMember, name: string): Promise<string> {
  const body = { code: `C-${count}`, name, ownerId: owner.id };
  return (await as(team.manager).call(contract.masterData.createCustomer, { body })).id;
}

const later = (seconds: number) => server.setTime(new Date(workingMorning.getTime() + seconds * 1000));
const claim = (member: TestMember, id: string) => as(member).call(contract.work.claimDocument, { params: { id }, body: {} });
const inQueueOf = async (member: TestMember) =>
  (await as(member).call(contract.work.listQueue, { params: { stage: 'review' } })).items.map(({ id }) => id);

it('shows the second place in the queue while the first is held', async () => {
  const { document } = await blindDocument();
  expect(await inQueueOf(team.reviewer2)).toContain(document.id);
  await claim(team.reviewer, document.id);
  expect(await inQueueOf(team.reviewer2)).toContain(document.id);
  expect((await inQueueOf(team.reviewer)).filter((id) => id === document.id)).toHaveLength(1);
  await claim(team.reviewer2, document.id);
  expect(await inQueueOf(third)).not.toContain(document.id);
});

it('keeps a place that was handed to someone for them', async () => {
  const { document } = await blindDocument();
  const body = { version: document.version, memberId: third.id, reason: '请你来' };
  await as(team.manager).call(contract.documents.transferDocument, { params: { id: document.id }, body });
  await claim(team.reviewer, document.id);
  await expect(claim(team.reviewer2, document.id)).rejects.toMatchObject({ status: 403 });
  await claim(third, document.id);
});

it('hands over the place that is free, not the one somebody holds, and tells who got it', async () => {
  const { document } = await blindDocument();
  await claim(team.reviewer, document.id);
  const body = { version: document.version, memberId: third.id, reason: '请你来' };
  await as(team.manager).call(contract.documents.transferDocument, { params: { id: document.id }, body });
  expect((await read(team.reviewer, document.id)).lease).toMatchObject({ member: { id: team.reviewer.id } });
  const mine = await as(third).call(contract.work.listMyWork, { query: { holding: 'assigned' } });
  expect(mine.items.map(({ id }) => id)).toContain(document.id);
  expect((await as(third).call(contract.work.listQueues)).assigned).toBeGreaterThan(0);
});

it('does not open the place of one waiting decision when the other is committed', async () => {
  const { document, keyed } = await blindDocument();
  later(0);
  await approve(team.reviewer, document, { keyed, holdSeconds: 1 });
  await approve(team.reviewer2, document, { keyed, holdSeconds: 10 });
  later(5);
  await runDueJobs(server);
  expect(await inQueueOf(third)).not.toContain(document.id);
  later(60);
  await runDueJobs(server);
  expect(await read(team.manager, document.id)).toMatchObject({ stage: 'approved' });
  later(0);
});

it('tells a blind reviewer nothing of what the other asked, and whoever asked the answer', async () => {
  const { document } = await blindDocument(sales);
  const params = { id: document.id };
  const asked = await as(team.reviewer).call(contract.discussion.askQuestion, {
    params,
    body: { version: document.version, memberId: sales.id, body: 'CANARY-QUESTION' },
  });
  expect(asked.question?.body).toBe('CANARY-QUESTION');
  expect((await read(team.reviewer2, document.id)).question).toBeNull();
  await as(sales).call(contract.discussion.answerQuestion, { params, body: { version: asked.version, body: 'CANARY-ANSWER' } });
  const comments = async (member: TestMember) =>
    (await as(member).call(contract.discussion.listComments, { params })).items.map(({ body, author }) => [author.id, body]);
  expect(await comments(team.reviewer)).toEqual([
    [team.reviewer.id, 'CANARY-QUESTION'],
    [sales.id, 'CANARY-ANSWER'],
  ]);
  expect(await comments(team.reviewer2)).toEqual([]);
  expect(await inQueueOf(team.reviewer2)).toContain(document.id);
});
