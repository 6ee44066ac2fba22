import type { DocumentRow } from '@danku/contract/document-shapes.ts';
import type { APIRequestContext, Page } from '@playwright/test';
import { join } from 'node:path';
import { get } from './api.ts';
import { expect, test } from './system.ts';

// Made by `npm run pictures` for the README, never in a test run: see playwright.config.ts.
const folder = join(import.meta.dirname, '../../../docs/pictures');
type Choice = (row: DocumentRow) => boolean;

test('pictures of the main screens', async ({ enter, as, page: stranger }) => {
  test.setTimeout(600_000);
  await take(stranger, '/login', 'sign-in');

  const clerk = await as('clerk');
  const [entry, review, blind] = [
    await waiting(
      clerk,
      'entry',
      ({ kind, lease, partyName, isReturned }) => kind === 'INV' && lease === null && partyName !== null && !isReturned,
    ),
    await waiting(await as('reviewer'), 'review', ({ isBlind, riskScore }) => !isBlind && riskScore > 0),
    await waiting(await as('reviewer'), 'review', ({ isBlind }) => isBlind),
  ];
  const archived = await get<{ items: DocumentRow[] }>(clerk, '/documents?stage=archived&kind=INV&limit=1');
  const approved = await get<{ items: DocumentRow[] }>(clerk, '/documents?stage=approved&limit=1');

  const pages = {
    clerk: await enter('clerk'),
    dark: await enter('clerk', { scheme: 'dark' }),
    reviewer: await enter('reviewer'),
    archivist: await enter('archivist'),
    manager: await enter('manager'),
    english: await enter('manager', { language: 'en' }),
    auditor: await enter('auditor'),
    system: await enter('system'),
  };
  await take(pages.clerk, '/t/huaxin', 'home');
  await take(pages.clerk, '/t/huaxin/intake', 'inbox');
  await take(pages.clerk, `/t/huaxin/entry/${entry}`, 'entry');
  await take(pages.dark, `/t/huaxin/entry/${entry}`, 'entry-dark');
  await take(pages.reviewer, `/t/huaxin/review/${review}`, 'review');
  await take(pages.reviewer, `/t/huaxin/review/${blind}`, 'review-blind');
  await take(pages.archivist, `/t/huaxin/archive/${approved.items[0]?.id ?? ''}`, 'archive');
  await take(pages.manager, '/t/huaxin/documents', 'documents');
  await take(pages.manager, `/t/huaxin/documents/${archived.items[0]?.id ?? ''}?tab=timeline`, 'history');
  await take(pages.english, '/t/huaxin/documents', 'documents-english');
  await take(pages.auditor, '/t/huaxin/audit', 'audit');
  await take(pages.system, '/t/huaxin/admin/users', 'members');
});

/** The first document waiting in a stage that suits; the first of all where none does. */
async function waiting(api: APIRequestContext, stage: string, suits: Choice): Promise<string> {
  const { items } = await get<{ items: DocumentRow[] }>(api, `/queues/${stage}?limit=100`);
  return (items.find(suits) ?? items[0])?.id ?? '';
}

async function take(page: Page, place: string, name: string): Promise<void> {
  await page.goto(place);
  await page.locator('main').waitFor();
  await page.waitForLoadState('networkidle');
  // Previews of the demo are made when somebody looks; the image is drawn after they have come.
  await expect(page.getByText(/正在生成预览|影像正在加载/)).toHaveCount(0, { timeout: 120_000 });
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
