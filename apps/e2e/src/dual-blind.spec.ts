import type { Page } from '@playwright/test';
import { readDocument } from './api.ts';
import { freshNumber, makeOrder, submit, untilStage } from './papers.ts';
import { expect, test } from './system.ts';

const today = new Date().toISOString().slice(0, 10);
// A tax id with a wrong check character is 25 points of risk, an amount from 100,000 on 30: two reviewers who see nothing of each other.
const buyerTaxId = '91330106MAXDLW3G12';
// No amount like it in an earlier run: a near duplicate would bring in a manager after the two.
const net = 200_000 + (Date.now() % 90_000);
const right = (net * 1.13).toFixed(2);
const wrong = (net * 1.13 + 9).toFixed(2);

test('two reviewers key a risky order blind, differ, and a manager decides between them', async ({ enter, as }) => {
  const clerk = await as('clerk2');
  const number = freshNumber('BLIND');
  const draft = await makeOrder(clerk, { number, buyerTaxId, unitPrice: String(net) });
  const submitted = await submit(clerk, draft);
  expect(submitted).toMatchObject({ stage: 'review', reviewPolicy: 'dual-blind', grossTotal: right });

  const first = await enter('reviewer');
  await first.goto(`/t/huaxin/review/${draft.id}`);
  await key(first, { number, grossTotal: wrong });
  await untilKeyed(first);

  const second = await enter('reviewer2');
  const seen = hear(second);
  await second.goto(`/t/huaxin/review/${draft.id}`);
  await expect(second.getByRole('textbox', { name: '价税合计' })).toHaveValue('');
  await second.goto(`/t/huaxin/documents/${draft.id}?tab=timeline`);
  await expect(second.getByRole('heading', { level: 1 })).toBeVisible();
  await second.goto('/t/huaxin/documents?stage=review');
  await expect(second.getByRole('row').nth(1)).toBeVisible();
  await second.goto(`/t/huaxin/review/${draft.id}`);
  await expect(second.getByRole('textbox', { name: '价税合计' })).toHaveValue('');
  const told = [...(await seen()), await second.content()].join('\n');
  for (const secret of [wrong, right, grouped(wrong), grouped(right)]) {
    expect(told).not.toContain(secret);
  }
  await key(second, { number, grossTotal: right });
  await untilStage(await as('manager'), draft.id, 'adjudication');

  const manager = await enter('manager');
  await manager.goto(`/t/huaxin/review/${draft.id}`);
  const table = manager.getByRole('table', { name: '裁定' });
  await expect(table).toContainText(grouped(wrong));
  await table.getByRole('radio', { name: /价税合计 · 录入员/ }).check();
  await manager.getByRole('button', { name: /^裁定/ }).click();
  await untilStage(await as('manager'), draft.id, 'approved');
  expect((await readDocument(await as('manager'), draft.id)).registryNumber).toMatch(/\d/);
});

async function key(page: Page, { number, grossTotal }: { number: string; grossTotal: string }): Promise<void> {
  await page.getByRole('textbox', { name: '号码' }).fill(number);
  await page.getByRole('textbox', { name: '开具日期' }).fill(today);
  await page.getByRole('textbox', { name: '对方税号' }).fill(buyerTaxId);
  await page.getByRole('textbox', { name: '价税合计' }).fill(grossTotal);
  await page.getByRole('textbox', { name: '价税合计' }).press('Enter');
  await page.getByText(/已通过，5 秒内可撤销/).waitFor();
}

/** `226000.00` as screens show it: `226,000.00`. */
function grouped(amount: string): string {
  return amount.replace(/\B(?=(\d{3})+\.)/g, ',');
}

/** The first decision takes hold when its time to be undone is over. */
async function untilKeyed(page: Page): Promise<void> {
  await page.waitForTimeout(6_500);
}

/** Everything the API answers to this window from now on. */
function hear(page: Page): () => Promise<string[]> {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/api/')) {
      bodies.push(response.text().catch(() => ''));
    }
  });
  return () => Promise.all(bodies);
}
