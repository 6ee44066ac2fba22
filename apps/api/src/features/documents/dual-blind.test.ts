import { contract } from '@danku/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { as, withToken } from '../../test/as.ts';
import { buildMember, type TestMember } from '../../test/factories.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';
import {
  approve,
  buildTeam,
  order,
  riskyAmounts,
  riskyFields,
  riskyReasons,
  sendBack,
  submitted,
  workingMorning,
  type Team,
} from './test/papers.ts';

let server: TestServer;
let team: Team;
let count = 0;

beforeAll(async () => {
  server = await startTestServer();
  server.setTime(workingMorning);
  team = await buildTeam(server);
});
afterAll(() => server.close());

/** Each paper has a date of its own, or it would be a near duplicate of the one before. */
async function blindDocument() {
  count += 1;
  const issueDate = `2026-11-${String(18 - count).padStart(2, '0')}`;
  const net = 113274.34 + count;
  const amounts = { net: net.toFixed(2), tax: (net * 0.13).toFixed(2), gross: (Math.round(net * 113) / 100).toFixed(2) };
  const paper = order({ ...riskyFields, issueDate, buyerName: `买方${count}有限公司` }, count === 1 ? riskyAmounts : amounts);
  const document = await submitted(team.clerk, paper, { ...riskyReasons, 'total-gross': '照票面' });
  const keyed = {
    number: paper.fields['number'] ?? null,
    issueDate,
    partyTaxId: paper.fields['buyerTaxId'] ?? null,
    grossTotal: paper.fields['grossTotal'] ?? null,
  };
  return { document, keyed };
}

/** Every byte that this person is sent about the document, by every way there is. */
async function everythingSentTo(member: TestMember, id: string): Promise<string> {
  const paths = [
    `/documents/${id}`,
    `/documents/${id}/events`,
    `/documents/${id}/versions`,
    `/documents/${id}/versions/1`,
    `/documents/${id}/diff?from=1`,
    `/documents/${id}/comments`,
    `/documents/${id}/links`,
    `/documents/${id}/findings`,
    '/documents',
    '/documents?stage=review',
    '/documents?sort=-grossTotal',
    '/queues',
    '/queues/review',
    '/my-work',
  ];
  const bodies = await Promise.all(paths.map(async (path) => (await as(member).raw('GET', path)).text()));
  const next = await (await as(member).raw('POST', '/queues/review/next', { body: {} })).text();
  return [...bodies, next].join('\n');
}

describe('dual blind review', () => {
  it('starts at 50 points and has two places', async () => {
    const { document } = await blindDocument();
    expect(document).toMatchObject({ stage: 'review', reviewPolicy: 'dual-blind', riskScore: 55, managerLast: false });
  });

  it('sends the second reviewer no byte of the first, of the clerk or of the machine', async () => {
    const { document, keyed } = await blindDocument();
    const canary = { number: 'CANARY-NUMBER-7731', issueDate: '1999-01-31', partyTaxId: 'CANARYTAX7731', grossTotal: '7731.77' };
    await as(team.reviewer).call(contract.discussion.addComment, {
      params: { id: document.id },
      body: { body: 'CANARY-COMMENT-7731' },
    });
    await approve(team.reviewer, document, { keyed: canary, comment: 'CANARY-REASON-7731' });
    const sent = await everythingSentTo(team.reviewer2, document.id);
    expect(sent).toContain(document.id);
    expect(sent).not.toMatch(/CANARY|1999-01-31|7731\.77/);
    for (const value of [keyed.number, keyed.partyTaxId, keyed.grossTotal, `买方${count}有限公司`]) {
      expect(sent).not.toContain(value);
    }
    expect(JSON.parse(await (await as(team.reviewer2).raw('GET', `/documents?q=${keyed.number}`)).text())).toMatchObject({
      items: [],
    });
  });

  it('hides as much from a reviewer who comes with a token that leaves the right to review out', async () => {
    const { document, keyed } = await blindDocument();
    const body = { name: 'reading', permissions: ['document.read' as const], expiresInDays: 1 };
    const { token } = await as(team.reviewer2).call(contract.auth.createAccessToken, { body });
    const reader = withToken(server, token);
    expect(await reader.call(contract.documents.readDocument, { params: { id: document.id } })).toMatchObject({
      isBlind: true,
      fields: {},
    });
    const found = await reader.call(contract.documents.listDocuments, { query: { q: keyed.number ?? '' } });
    expect(found.items).toEqual([]);
  });

  it('keeps the version the second reviewer saw good after the first has decided', async () => {
    const { document, keyed } = await blindDocument();
    await approve(team.reviewer, document, { keyed });
    const approved = await approve(team.reviewer2, document, { keyed });
    expect(approved).toMatchObject({ stage: 'approved', isBlind: false, grossTotal: keyed.grossTotal });
  });

  it('goes to adjudication when a reviewer read something else, and an outsider decides', async () => {
    const { document, keyed } = await blindDocument();
    await approve(team.reviewer, document, { keyed });
    const disputed = await approve(team.reviewer2, document, { keyed: { ...keyed, grossTotal: '1.00' } });
    expect(disputed).toMatchObject({ stage: 'adjudication' });
    const seen = await as(team.manager).call(contract.documents.readDocument, { params: { id: document.id } });
    expect(seen.keyed.map(({ values }) => values['grossTotal'])).toEqual([keyed.grossTotal, '1.00']);
    const params = { id: document.id };
    const wrong = { version: disputed.version, chosen: { ...keyed, grossTotal: '1.00' } };
    await expect(as(team.manager).call(contract.review.adjudicateDocument, { params, body: wrong })).rejects.toMatchObject({
      code: 'invalid',
    });
    const done = await as(team.manager).call(contract.review.adjudicateDocument, {
      params,
      body: { version: disputed.version, chosen: keyed },
    });
    expect(done).toMatchObject({ stage: 'approved', registryNumber: expect.any(String) });
  });

  it('takes what is keyed as required, from two different people', async () => {
    const { document, keyed } = await blindDocument();
    await expect(approve(team.reviewer, document)).rejects.toMatchObject({
      code: 'invalid',
      problem: { errors: [{ path: '/keyed' }] },
    });
    await approve(team.reviewer, document, { keyed });
    await expect(approve(team.reviewer, document, { keyed })).rejects.toMatchObject({
      problem: { reasons: ['already-decided'] },
    });
  });

  it('ends the round when either sends back', async () => {
    const { document, keyed } = await blindDocument();
    await approve(team.reviewer, document, { keyed });
    expect(await sendBack(team.reviewer2, document)).toMatchObject({ stage: 'entry', isReturned: true });
    const { items } = await as(team.clerk).call(contract.history.listDocumentEvents, { params: { id: document.id } });
    expect(items.map(({ type }) => type)).toContain('document.approval-voided');
  });

  it('asks a manager last from 80 points', async () => {
    const paper = order(
      { ...riskyFields, issueDate: '2026-10-01', buyerName: '逾期有限公司' },
      { net: '200000.00', tax: '26000.00', gross: '226000.00' },
    );
    server.setTime(new Date('2026-11-18T14:00:00Z'));
    const [manager, clerk] = [await buildMember(team.tenant, 'manager'), await buildMember(team.tenant, 'clerk')];
    const customer = await as(manager).call(contract.masterData.createCustomer, {
      body: { code: 'C-NEW', name: '逾期有限公司' },
    });
    const document = await as(clerk).call(contract.documents.createDocument, {
      body: { kind: 'SO', ...paper, customerId: customer.id },
    });
    const handedIn = await as(clerk).call(contract.documents.submitDocument, {
      params: { id: document.id },
      body: { version: document.version, reasons: riskyReasons },
    });
    server.setTime(workingMorning);
    expect(handedIn.riskTerms.map(({ code }) => code)).toEqual([
      'large-amount',
      'new-customer',
      'credit-code-invalid',
      'backdated',
      'off-hours',
    ]);
    expect(handedIn).toMatchObject({ riskScore: 85, managerLast: true });
    const keyed = {
      number: handedIn.number,
      issueDate: '2026-10-01',
      partyTaxId: riskyFields['buyerTaxId'] ?? null,
      grossTotal: '226000.00',
    };
    await approve(team.reviewer, handedIn, { keyed });
    const last = await approve(team.reviewer2, handedIn, { keyed });
    expect(last).toMatchObject({ stage: 'second-review' });
    await expect(approve(team.reviewer, last)).rejects.toMatchObject({
      problem: { reasons: expect.arrayContaining(['no-permission']) },
    });
    expect(await approve(team.manager, last)).toMatchObject({ stage: 'approved' });
  });
});
