import { contract } from '@danku/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { as } from '../../../test/as.ts';
import { buildMember, type TestMember } from '../../../test/factories.ts';
import { runDueJobs } from '../../../test/jobs.ts';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { approve, buildTeam, draft, eventTypesOf, read, submit, submitted, workingMorning, type Team } from '../test/papers.ts';

let server: TestServer;
let team: Team;
let sales: TestMember;

beforeAll(async () => {
  server = await startTestServer();
  server.setTime(workingMorning);
  team = await buildTeam(server);
  sales = await buildMember(team.tenant, 'sales');
});
afterAll(() => server.close());

async function salesDocument() {
  const customer = await as(team.manager).call(contract.masterData.createCustomer, {
    body: { code: `C-${Math.random()}`, name: '广州北辰贸易有限公司', ownerId: sales.id },
  });
  const document = await draft(team.clerk);
  const body = { version: document.version, customerId: customer.id };
  return as(team.clerk).call(contract.documents.changeDocument, { params: { id: document.id }, body });
}

describe('questions', () => {
  it('stop the clock, wait for the one asked, and let it run on where it stood', async () => {
    const document = await salesDocument();
    const params = { id: document.id };
    const dueBefore = document.dueAt;
    const asked = await as(team.clerk).call(contract.discussion.askQuestion, {
      params,
      body: { version: document.version, memberId: sales.id, body: '单价是否含税？' },
    });
    expect(asked).toMatchObject({ dueAt: null, question: { body: '单价是否含税？', asked: { id: sales.id } } });
    expect(asked.actions.submit.reasons).toContain('waiting-for-answer');
    const waiting = await as(sales).call(contract.work.listMyQuestions);
    expect(waiting.items).toMatchObject([{ document: { id: document.id }, body: '单价是否含税？' }]);

    server.setTime(new Date(workingMorning.getTime() + 3_000_000));
    await expect(
      as(team.manager).call(contract.discussion.answerQuestion, { params, body: { version: asked.version, body: '是' } }),
    ).rejects.toMatchObject({ status: 403 });
    const answered = await as(sales).call(contract.discussion.answerQuestion, {
      params,
      body: { version: asked.version, body: '含税' },
    });
    server.setTime(workingMorning);
    expect(answered.question).toBeNull();
    expect(new Date(answered.dueAt ?? 0).getTime() - new Date(dueBefore ?? 0).getTime()).toBeGreaterThanOrEqual(
      3_000_000 - 5_000,
    );
    expect(await eventTypesOf(team.clerk, document.id)).toEqual(expect.arrayContaining(['document.asked', 'document.answered']));
  });

  it('go only to people who may see the document and answer', async () => {
    const document = await draft(team.clerk);
    const ask = (memberId: string) =>
      as(team.clerk).call(contract.discussion.askQuestion, {
        params: { id: document.id },
        body: { version: 1, memberId, body: '?' },
      });
    await expect(ask(team.reviewer.id)).rejects.toMatchObject({ status: 409 });
    await expect(ask(sales.id)).rejects.toMatchObject({ status: 409 });
  });
});

describe('open questions', () => {
  const ask = async () => {
    const document = await salesDocument();
    const body = { version: document.version, memberId: sales.id, body: '单价是否含税？' };
    return as(team.clerk).call(contract.discussion.askQuestion, { params: { id: document.id }, body });
  };
  const waiting = async () => (await as(sales).call(contract.work.listMyQuestions)).items.map(({ document }) => document.id);

  it('and their answers stay in the discussion', async () => {
    const asked = await ask();
    const params = { id: asked.id };
    await as(sales).call(contract.discussion.answerQuestion, { params, body: { version: asked.version, body: '含税' } });
    const { items } = await as(team.clerk).call(contract.discussion.listComments, { params });
    expect(items.map(({ author, body }) => [author.id, body])).toEqual([
      [team.clerk.id, '单价是否含税？'],
      [sales.id, '含税'],
    ]);
  });

  it('wait for nobody once the document is voided or taken back', async () => {
    const asked = await ask();
    const body = { version: asked.version, reason: '客户取消' };
    await as(team.manager).call(contract.documents.voidDocument, { params: { id: asked.id }, body });
    expect(await waiting()).not.toContain(asked.id);

    const inReview = await submit(team.clerk, await salesDocument());
    const params = { id: inReview.id };
    const question = { version: inReview.version, memberId: sales.id, body: '?' };
    const held = await as(team.reviewer).call(contract.discussion.askQuestion, { params, body: question });
    await as(team.clerk).call(contract.review.withdrawDocument, { params, body: { version: held.version } });
    await runDueJobs(server);
    expect(await waiting()).not.toContain(inReview.id);
    const back = await read(team.clerk, inReview.id);
    expect(back).toMatchObject({ stage: 'entry', question: null, dueAt: expect.any(String) });
    expect(back.actions.submit.allowed).toBe(true);
    expect(await eventTypesOf(team.clerk, inReview.id)).toContain('document.question-closed');
  });

  it('and work at hand are shown to nobody who has lost the right to see the document', async () => {
    const asked = await ask();
    expect(await waiting()).toContain(asked.id);
    const { items: roles } = await as(team.tenant.founder).call(contract.people.listRoles);
    const grant = (version: number, key: string) =>
      as(team.tenant.founder).call(contract.people.setMemberRoles, {
        params: { id: sales.id },
        body: { version, roleIds: roles.filter((role) => role.key === key).map(({ id }) => id) },
      });
    const { version } = await grant(1, 'hr');
    expect(await waiting()).toEqual([]);
    await grant(version, 'sales');
    expect(await waiting()).toContain(asked.id);
  });

  it('give the time back when the person asked leaves without an heir', async () => {
    const leaving = await buildMember(team.tenant, 'sales');
    const customer = await as(team.manager).call(contract.masterData.createCustomer, {
      body: { code: `C-${Math.random()}`, name: '广州北辰贸易有限公司', ownerId: leaving.id },
    });
    const begun = await draft(team.clerk);
    const params = { id: begun.id };
    const change = { version: begun.version, customerId: customer.id };
    const document = await as(team.clerk).call(contract.documents.changeDocument, { params, body: change });
    const body = { version: document.version, memberId: leaving.id, body: '?' };
    await as(team.clerk).call(contract.discussion.askQuestion, { params, body });
    server.setTime(new Date(workingMorning.getTime() + 3_000_000));
    await as(team.tenant.founder).call(contract.people.deactivateMember, {
      params: { id: leaving.id },
      body: { version: 1, reassignTo: null },
    });
    await runDueJobs(server);
    server.setTime(workingMorning);
    const { dueAt } = await read(team.clerk, document.id);
    const later = new Date(dueAt ?? 0).getTime() - new Date(document.dueAt ?? 0).getTime();
    expect(later).toBeGreaterThanOrEqual(3_000_000 - 5_000);
  });
});

describe('scope', () => {
  it('shows sales the papers of their own customers and no others', async () => {
    const theirs = await salesDocument();
    const other = await draft(team.clerk);
    const { items } = await as(sales).call(contract.documents.listDocuments);
    const ids = items.map(({ id }) => id);
    expect(ids).toContain(theirs.id);
    expect(ids).not.toContain(other.id);
    await expect(read(sales, other.id)).rejects.toMatchObject({ status: 404 });
    expect((await as(sales).call(contract.documents.listDocuments, { query: { q: other.number ?? '' } })).items).toEqual([]);
  });
});

describe('comments', () => {
  it('stand on the document, a field or a place, and are settled once', async () => {
    const document = await draft(team.clerk);
    const params = { id: document.id };
    const place = { page: 1, x: 0.1, y: 0.2, width: 0.3, height: 0.1 };
    const made = await as(team.reviewer).call(contract.discussion.addComment, {
      params,
      body: { body: '这里模糊', path: '/fields/number', place },
    });
    expect(made).toMatchObject({ path: '/fields/number', place, author: { id: team.reviewer.id }, resolvedAt: null });
    const settle = () =>
      as(team.clerk).call(contract.discussion.resolveComment, { params: { ...params, commentId: made.id }, body: {} });
    const settled = await settle();
    expect(settled.resolvedAt).not.toBeNull();
    expect((await settle()).resolvedAt).toBe(settled.resolvedAt);
    const { items } = await as(team.clerk).call(contract.discussion.listComments, { params });
    expect(items).toHaveLength(1);
    expect((await eventTypesOf(team.clerk, document.id)).filter((type) => type === 'document.comment-resolved')).toHaveLength(1);
  });

  it('belong to their document: through another one they are not found', async () => {
    const [one, other] = [await draft(team.clerk), await draft(team.clerk)];
    const made = await as(team.clerk).call(contract.discussion.addComment, { params: { id: one.id }, body: { body: 'a' } });
    const params = { id: other.id, commentId: made.id };
    await expect(as(team.clerk).call(contract.discussion.resolveComment, { params, body: {} })).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe('links', () => {
  it('are entry: whoever made one does not review the document', async () => {
    const both = await buildMember(team.tenant, ['clerk', 'reviewer']);
    const [document, other] = [await submitted(team.clerk), await draft(team.clerk)];
    const body = { otherId: other.id, relation: 'follows' as const };
    await as(both).call(contract.discussion.linkDocuments, { params: { id: document.id }, body });
    await expect(approve(both, document)).rejects.toMatchObject({ problem: { reasons: ['same-person-entered'] } });
  });

  it('join two papers both ways, once, and can be taken away', async () => {
    const orderPaper = await approve(team.reviewer, await submitted(team.clerk));
    const delivery = await draft(team.clerk);
    const params = { id: delivery.id };
    const body = { otherId: orderPaper.id, relation: 'follows' as const };
    const { items } = await as(team.clerk).call(contract.discussion.linkDocuments, { params, body });
    expect(items).toMatchObject([{ document: { id: orderPaper.id }, relation: 'follows', direction: 'from' }]);
    await expect(as(team.clerk).call(contract.discussion.linkDocuments, { params, body })).rejects.toMatchObject({
      code: 'already-exists',
    });
    const back = await as(team.clerk).call(contract.discussion.listLinks, { params: { id: orderPaper.id } });
    expect(back.items).toMatchObject([{ document: { id: delivery.id }, direction: 'to' }]);
    await as(team.clerk).call(contract.discussion.unlinkDocuments, {
      params: { ...params, otherId: orderPaper.id, relation: 'follows' },
    });
    expect((await as(team.clerk).call(contract.discussion.listLinks, { params })).items).toEqual([]);
  });
});
