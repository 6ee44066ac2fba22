import { contract } from '@danku/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { as } from '../../../test/as.ts';
import { buildMember, type TestMember } from '../../../test/factories.ts';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { approve, buildTeam, draft, eventTypesOf, read, submitted, workingMorning, type Team } from '../test/papers.ts';

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

    server.setTime(new Date(workingMorning.getTime() + 3_600_000));
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
      3_600_000 - 5_000,
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
