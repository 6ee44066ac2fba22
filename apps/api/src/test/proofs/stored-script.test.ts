import { contract } from '@danku/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { as } from '../as.ts';
import { buildMember, buildTenant, type TestMember } from '../factories.ts';
import { startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
let clerk: TestMember;
let manager: TestMember;

beforeAll(async () => {
  server = await startTestServer();
  const tenant = await buildTenant(server);
  [clerk, manager] = [await buildMember(tenant, 'clerk'), await buildMember(tenant, ['manager', 'auditor'])];
});
afterAll(() => server.close());

const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'-alert(1)-'",
  'javascript:alert(1)',
  '</script><svg/onload=alert(1)>',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  'x\u2028alert(1)\u2029x',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
];

/** JSON that no browser takes for a page. */
async function expectData(path: string, ...words: string[]): Promise<void> {
  const answer = await as(manager).raw('GET', path);
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  const text = JSON.stringify(await answer.json());
  words.forEach((word) => expect(text).toContain(JSON.stringify(word).slice(1, -1)));
}

describe('S30: a script that somebody stores', () => {
  it.each(payloads)('%j comes back as the data it is', async (payload) => {
    const { id } = await as(clerk).call(contract.documents.createDocument, {
      body: { kind: 'SO', fields: { number: payload.slice(0, 40), buyerName: payload, remark: payload } },
    });
    await as(clerk).call(contract.discussion.addComment, { params: { id }, body: { body: payload } });
    const customer = await as(manager).call(contract.masterData.createCustomer, {
      body: { code: `C${payloads.indexOf(payload)}`, name: payload, contactName: payload, address: payload },
    });
    const { items } = await as(clerk).upload(contract.files.uploadFiles, [new File([`%PDF-1.7 ${payload}`], `${payload}.pdf`)]);
    await expectData(`/documents/${id}`, payload);
    await expectData(`/documents/${id}/comments`, payload);
    await expectData(`/customers/${customer.id}`, payload.trim());
    await expectData(`/files/${items[0]?.file.id ?? ''}`);
    await expectData('/audit/events?limit=100');
  });

  it.each(payloads)('%j in an address or a body is not told back as a page', async (payload) => {
    const encoded = encodeURIComponent(payload);
    const answers = await Promise.all([
      as(clerk).raw('GET', `/documents/${encoded}`),
      as(clerk).raw('GET', `/${encoded}`),
      as(clerk).raw('GET', `/documents?q=${encoded}&sort=${encoded}&cursor=${encoded}`),
      as(clerk).raw('POST', '/documents', { body: { kind: payload, [payload]: payload } }),
    ]);
    for (const answer of answers) {
      expect([answer.status >= 400 && answer.status < 500, answer.headers.get('content-type')]).toEqual([
        true,
        expect.stringMatching(/^application\/problem\+json/),
      ]);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
    const page = await fetch(`${server.url}/documents/${encoded}?q=${encoded}`);
    expect(await page.text()).not.toContain(payload);
  });
});
