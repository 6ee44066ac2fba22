import type { Document } from '@danku/contract/document-shapes.ts';
import { randomUUID } from 'node:crypto';
import { get, post } from './api.ts';
import { freshNumber, makeOrder, submit } from './papers.ts';
import { expect, test } from './system.ts';

const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(2)>',
  "'-alert(3)-'",
  '<svg/onload=alert(4)>',
  'javascript:alert(5)',
  '{{constructor.constructor("alert(6)")()}}',
  '<iframe srcdoc="<script>parent.alert(7)</script>">',
  '</title><body onload=alert(8)>',
  '‮<a href="data:text/html,<script>alert(9)</script>">x</a>',
  '<style>@import url(//evil.example/x.css)</style>',
];
const all = payloads.join(' ');

test('what people type is shown and never run', async ({ enter, as }) => {
  const clerk = await as('clerk');
  const image = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
    'base64',
  );
  for (const payload of payloads.slice(0, 4)) {
    const file = { name: `${payload.replaceAll('/', '∕')}.png`, mimeType: 'image/png', buffer: image };
    const response = await clerk.post('/api/v1/files', { multipart: { file }, headers: { 'Idempotency-Key': randomUUID() } });
    expect(response.status()).toBe(201);
  }
  const buyerName = `${payloads[1]} ${payloads[3]}`;
  const plan = { number: freshNumber('XSS'), buyerName, description: payloads[0] ?? '', remark: all };
  const draft = await makeOrder(clerk, plan);
  for (const body of payloads) {
    await post(clerk, `/documents/${draft.id}/comments`, { body });
  }
  const page = await enter('clerk');
  await page.goto('/t/huaxin/intake');
  await expect(page.getByText('onerror=alert(2)').first()).toBeVisible();
  await page.goto(`/t/huaxin/entry/${draft.id}`);
  await expect(page.getByRole('textbox', { name: '备注' })).toHaveValue(all);
  const version = (await get<Document>(clerk, `/documents/${draft.id}`)).version;
  await submit(clerk, { ...draft, version });

  const reviewer = await enter('reviewer');
  for (const tab of ['data', 'image', 'timeline', 'versions']) {
    await reviewer.goto(`/t/huaxin/documents/${draft.id}?tab=${tab}`);
    await expect(reviewer.getByText('<svg/onload=alert(4)>').first()).toBeVisible();
  }
  await reviewer.goto(`/t/huaxin/documents?q=${encodeURIComponent('onerror')}`);
  await expect(reviewer.getByText('onerror=alert(2)').first()).toBeVisible();
  await reviewer.goto(`/t/huaxin/review/${draft.id}`);
  await expect(reviewer.getByText('<svg/onload=alert(4)>').first()).toBeVisible();
  const auditor = await enter('auditor');
  await auditor.goto('/t/huaxin/audit');
  await expect(auditor.getByRole('row').nth(1)).toBeVisible();
});
