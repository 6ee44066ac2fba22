import { contract } from '@danku/contract';
import type { Call } from '@danku/contract/endpoint.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { as } from '../../test/as.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';
import { approve, buildTeam, draft, order, submitted, workingMorning, type Team } from './test/papers.ts';

let server: TestServer;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
  server.setTime(workingMorning);
  team = await buildTeam(server);
});
afterAll(() => server.close());

type Query = NonNullable<Call<typeof contract.documents.listDocuments>['query']>;
const idsOf = async (query: Query = {}) =>
  (await as(team.clerk).call(contract.documents.listDocuments, { query })).items.map(({ id }) => id);

describe('search', () => {
  it('finds two Chinese characters, parts of numbers, amounts, tax ids and codes', async () => {
    const paper = order(
      { number: 'XS-2026-0777', buyerName: '北辰实业有限公司', remark: '送货上门' },
      { net: '4888.80', tax: '635.54', gross: '5524.34' },
    );
    const document = await draft(team.clerk, paper);
    for (const q of ['北辰', '送货', '0777', '5524.34', '5,524.34', '91440101MA5C', '贴片', document.draftNumber, '北辰 送货']) {
      expect(await idsOf({ q }), q).toContain(document.id);
    }
    for (const q of ['南辰', '送货 南辰', '5524.35', 'ZZ']) {
      expect(await idsOf({ q }), q).not.toContain(document.id);
    }
  });

  it('finds by the registry number, and by pinyin initials of the customer', async () => {
    const customer = await as(team.manager).call(contract.masterData.createCustomer, {
      body: { code: 'BC', name: '白川股份公司' },
    });
    const made = await as(team.clerk).call(contract.documents.createDocument, {
      body: { kind: 'SO', ...order(), customerId: customer.id },
    });
    const reasons = { 'party-name-differs': '照票面' };
    const handedIn = await as(team.clerk).call(contract.documents.submitDocument, {
      params: { id: made.id },
      body: { version: 1, reasons },
    });
    const approved = await approve(team.reviewer, handedIn);
    expect(await idsOf({ q: approved.registryNumber ?? '' })).toEqual([made.id]);
    expect(await idsOf({ q: 'bcgf' })).toContain(made.id);
  });
});

describe('pages', () => {
  it('follow one another without gap or repeat, in every order, ties included', async () => {
    const same = { net: '1000.00', tax: '130.00', gross: '1130.00' };
    await Promise.all(Array.from({ length: 7 }, () => draft(team.clerk, order({}, same))));
    for (const sort of ['-createdAt', 'createdAt', '-issueDate', 'issueDate', '-grossTotal', 'grossTotal'] as const) {
      const whole = await idsOf({ sort, limit: 100 });
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await as(team.clerk).call(contract.documents.listDocuments, { query: { sort, limit: 3, cursor } });
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      expect(paged).toEqual(whole);
    }
  });

  it('refuse a cursor that is none', async () => {
    expect((await as(team.clerk).raw('GET', '/documents?cursor=bm9uc2Vuc2U')).status).toBe(422);
    expect((await as(team.clerk).raw('GET', '/documents?limit=1000')).status).toBe(422);
  });
});

describe('filters', () => {
  it('narrow by stage, kind, date, amount and whose it is', async () => {
    const mine = await draft(
      team.clerk2,
      order({ issueDate: '2026-03-05' }, { net: '9000.00', tax: '1170.00', gross: '10170.00' }),
    );
    const handedIn = await submitted(team.clerk);
    expect(await idsOf({ stage: ['review'] })).toContain(handedIn.id);
    expect(await idsOf({ stage: ['review'] })).not.toContain(mine.id);
    expect(await idsOf({ from: '2026-03-05', to: '2026-03-05' })).toEqual([mine.id]);
    expect(await idsOf({ minGross: '10170', maxGross: '10170.00' })).toEqual([mine.id]);
    expect(await idsOf({ kind: ['INV'] })).toEqual([]);
    const own = await as(team.clerk2).call(contract.documents.listDocuments, { query: { mine: 'true' } });
    expect(own.items.map(({ id }) => id)).toEqual([mine.id]);
  });
});
