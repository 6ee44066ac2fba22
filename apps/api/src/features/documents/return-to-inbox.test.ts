import { contract } from '@danku/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { as } from '../../test/as.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';
import { buildTeam, buyerTaxId, draft, order, ownTaxId, submit, workingMorning, type Team } from './test/papers.ts';

let server: TestServer;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
  server.setTime(workingMorning);
  team = await buildTeam(server);
});
afterAll(() => server.close());

it('recognises a purchase and puts its paper back into the inbox with the reason', async () => {
  const page = new File(
    [
      Buffer.from(
        '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
      ),
    ],
    'a.pdf',
  );
  const uploaded = await as(team.clerk).upload(contract.files.uploadFiles, [page]);
  const inboxItemId = uploaded.items[0]?.inboxItemId ?? undefined;
  const { lines, fields } = order({
    buyerTaxId: ownTaxId,
    sellerTaxId: buyerTaxId,
    number: '24442000000312847561',
    invoiceType: 'digital-special',
  });
  const made = await as(team.clerk).call(contract.documents.createDocument, {
    body: { kind: 'INV', fields, lines, inboxItemId },
  });
  expect(made.isPurchase).toBe(true);
  await expect(submit(team.clerk, made)).rejects.toMatchObject({
    code: 'invalid-document',
    problem: { errors: [{ code: 'is-purchase' }] },
  });

  const back = await as(team.clerk).call(contract.documents.returnToInbox, {
    params: { id: made.id },
    body: { version: made.version, reason: '采购发票' },
  });
  expect(back.inboxItemId).toBe(inboxItemId);
  const item = await as(team.clerk).call(contract.files.readInboxItem, { params: { id: back.inboxItemId } });
  expect(item).toMatchObject({ state: 'open', reason: '采购发票', documentId: null });
  const voided = await as(team.clerk).call(contract.documents.readDocument, { params: { id: made.id } });
  expect(voided.stage).toBe('void');
});

it('takes nothing back that did not come from there', async () => {
  const made = await draft(team.clerk);
  const call = as(team.clerk).call(contract.documents.returnToInbox, {
    params: { id: made.id },
    body: { version: made.version, reason: 'x' },
  });
  await expect(call).rejects.toMatchObject({ status: 409, problem: { reasons: ['not-from-inbox'] } });
});
