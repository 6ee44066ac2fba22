import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '@danku/contract';

import { anonymous, as } from '../../test/as.ts';
import { buildMember, buildTenant } from '../../test/factories.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';
import {
  approve,
  buildTeam,
  draft,
  eventTypesOf,
  order,
  read,
  sendBack,
  submit,
  submitted,
  workingMorning,
  type Team,
} from './test/papers.ts';

let server: TestServer;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
  server.setTime(workingMorning);
  team = await buildTeam(server);
});
afterAll(() => server.close());

describe('from draft to approved', () => {
  it('enters, submits, sends back, mends and approves, and remembers it all', async () => {
    const { clerk, reviewer } = team;
    const first = await draft(clerk);
    expect(first).toMatchObject({
      stage: 'entry',
      version: 1,
      contentVersion: 0,
      heldDuty: 'entry',
      lease: { member: { id: clerk.id } },
    });

    const changed = await as(clerk).call(contract.documents.changeDocument, {
      params: { id: first.id },
      body: { version: 1, fields: { remark: '加急' } },
    });
    expect(changed).toMatchObject({ version: 2, fields: { remark: '加急', number: first.number } });

    const handedIn = await submit(clerk, changed);
    expect(handedIn).toMatchObject({ stage: 'review', contentVersion: 1, reviewPolicy: 'single', riskScore: 0 });
    expect(handedIn.actions.approve).toMatchObject({ allowed: false, reasons: ['no-permission', 'same-person-entered'] });

    const verdicts = [{ path: '/fields/remark', errorClass: 'other', suggested: '不加急' }];
    const returned = await sendBack(reviewer, handedIn, { verdicts, comment: '备注不对' });
    expect(returned).toMatchObject({ stage: 'entry', isReturned: true, returnComment: '备注不对', assignee: { id: clerk.id } });
    expect(returned.verdicts).toMatchObject([{ path: '/fields/remark', suggested: '不加急' }]);

    const mended = await as(clerk).call(contract.documents.changeDocument, {
      params: { id: first.id },
      body: { version: returned.version, fields: { remark: '不加急' } },
    });
    const again = await submit(clerk, mended);
    const diff = await as(reviewer).call(contract.history.diffVersions, { params: { id: first.id }, query: { from: 1, to: 2 } });
    expect(diff.items).toEqual([{ path: '/fields/remark', kind: 'changed', before: '加急', after: '不加急' }]);

    const approved = await approve(reviewer, again);
    expect(approved).toMatchObject({ stage: 'approved', registryNumber: expect.stringMatching(/^SO-202611-\d{6}$/) });
    expect((await eventTypesOf(clerk, first.id)).toReversed()).toEqual([
      'document.created',
      'document.edited',
      'document.submitted',
      'document.sent-back',
      'document.edited',
      'document.submitted',
      'document.numbered',
      'document.approved',
    ]);
  });

  it('refuses nobody, other tenants and wrong roles, and says why', async () => {
    const document = await submitted(team.clerk);
    const path = `/documents/${document.id}`;
    expect((await anonymous(server).raw('GET', path)).status).toBe(401);
    const stranger = await buildMember(await buildTenant(server), 'reviewer');
    const foreign = await as(stranger).raw('GET', path);
    const random = await as(stranger).raw('GET', '/documents/0190a000-0000-7000-8000-000000000000');
    expect([foreign.status, random.status]).toEqual([404, 404]);
    expect(await foreign.text()).toBe(await random.text());
    await expect(approve(team.clerk2, document)).rejects.toMatchObject({ status: 403, problem: { reasons: ['no-permission'] } });
    await expect(approve(team.reviewer, { ...document, version: 1 })).rejects.toMatchObject({ status: 412, code: 'stale' });
    await expect(submit(team.clerk, document)).rejects.toMatchObject({ status: 409, code: 'wrong-stage' });
  });

  it('logs a refusal although nothing else remains of the call', async () => {
    const both = await buildMember(team.tenant, ['clerk', 'reviewer']);
    const document = await submitted(both);
    await expect(approve(both, document)).rejects.toMatchObject({ problem: { reasons: ['same-person-entered'] } });
    expect(await eventTypesOf(both, document.id)).toContain('document.action-refused');
    expect(await read(both, document.id)).toMatchObject({ stage: 'review', version: document.version });
  });

  it('voids with a reason and keeps the number in the register', async () => {
    const approved = await approve(team.reviewer, await submitted(team.clerk));
    const body = { version: approved.version, reason: '客户取消' };
    const voided = await as(team.manager).call(contract.documents.voidDocument, { params: { id: approved.id }, body });
    expect(voided).toMatchObject({ stage: 'void', registryNumber: approved.registryNumber });
    expect(await eventTypesOf(team.manager, approved.id)).toEqual(expect.arrayContaining(['document.voided', 'register.voided']));
  });

  it('withdraws before a decision, by the submitter only', async () => {
    const document = await submitted(team.clerk);
    const params = { id: document.id };
    const body = { version: document.version };
    await expect(as(team.clerk2).call(contract.review.withdrawDocument, { params, body })).rejects.toMatchObject({
      problem: { reasons: ['not-submitter'] },
    });
    const back = await as(team.clerk).call(contract.review.withdrawDocument, { params, body });
    expect(back).toMatchObject({ stage: 'entry', isReturned: false });
  });
});

describe('what submitting asks', () => {
  it('tells every error at its place', async () => {
    const content = order({ number: null, grossTotal: 'viel' });
    const document = await draft(team.clerk, { ...content, lines: [] });
    await expect(submit(team.clerk, document)).rejects.toMatchObject({
      status: 422,
      code: 'invalid-document',
      problem: {
        errors: expect.arrayContaining([
          expect.objectContaining({ path: '/fields/number', code: 'required' }),
          expect.objectContaining({ path: '/fields/grossTotal', code: 'not-an-amount' }),
          expect.objectContaining({ path: '/lines', code: 'no-lines' }),
        ]),
      },
    });
  });

  it('blocks the same paper twice and shows the twin', async () => {
    const content = order();
    const first = await submitted(team.clerk, content);
    const second = await draft(team.clerk2, content);
    await expect(submit(team.clerk2, second)).rejects.toMatchObject({
      status: 409,
      code: 'duplicate-document',
      problem: { current: { id: first.id } },
    });
    const findings = await as(team.clerk2).call(contract.documents.listFindings, { params: { id: second.id } });
    expect(findings.items).toContainEqual(
      expect.objectContaining({ code: 'duplicate', twin: expect.objectContaining({ id: first.id }) }),
    );
  });

  it('asks a reason for a near duplicate and counts it as risk', async () => {
    const amounts = { net: '777.00', tax: '101.01', gross: '878.01' };
    await submitted(team.clerk, order({}, amounts));
    const second = await draft(team.clerk, order({}, amounts));
    await expect(submit(team.clerk, second)).rejects.toMatchObject({
      code: 'reason-required',
      problem: { errors: [{ code: 'near-duplicate' }] },
    });
    const handedIn = await submit(team.clerk, second, { 'near-duplicate': '两张订单' });
    expect(handedIn).toMatchObject({
      riskTerms: [{ code: 'near-duplicate', points: 40 }],
      warningReasons: { 'near-duplicate': '两张订单' },
    });
  });

  it('keeps fields the kind does not know out', async () => {
    await expect(draft(team.clerk, order({ status: 'archived' }))).rejects.toMatchObject({
      code: 'invalid',
      problem: { errors: [{ path: '/fields/status', code: 'unknown-field' }] },
    });
  });
});
