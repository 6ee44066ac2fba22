import { freshNumber, makeOrder, submit } from './papers.ts';
import { expect, test } from './system.ts';

test('two organisations side by side see nothing of each other', async ({ enter, as }) => {
  const [hereClerk, thereClerk] = [await as('clerk@huaxin.example'), await as('clerk@yuanhang.example')];
  const name = '两边都有的客户';
  const here = await submit(hereClerk, await makeOrder(hereClerk, { buyerName: name, number: freshNumber('HERE') }));
  const there = await submit(thereClerk, await makeOrder(thereClerk, { buyerName: name, number: freshNumber('THERE') }));

  const left = await enter('manager@huaxin.example');
  const right = await enter('manager@yuanhang.example');
  await left.goto(`/t/huaxin/documents?q=${encodeURIComponent(name)}`);
  await right.goto(`/t/yuanhang/documents?q=${encodeURIComponent(name)}`);
  await expect(left.getByRole('row', { name: new RegExp(here.number ?? '') })).toBeVisible();
  await expect(right.getByRole('row', { name: new RegExp(there.number ?? '') })).toBeVisible();
  await expect(left.getByText('THERE-')).toHaveCount(0);
  await expect(right.getByText('HERE-', { exact: false }).filter({ hasNotText: 'THERE-' })).toHaveCount(0);

  // The address of the other's document, in one's own organisation and in theirs.
  await left.goto(`/t/huaxin/documents/${there.id}`);
  await expect(left.getByText('没有找到，可能已被删除，或者您没有查看权限。')).toBeVisible();
  await left.goto(`/t/yuanhang/documents/${there.id}`);
  await expect(left.getByText('没有找到这个页面')).toBeVisible();
  await expect(left.getByText(there.number ?? '')).toHaveCount(0);
});

test('whoever belongs to two organisations switches between them', async ({ enter }) => {
  const page = await enter('group@huaxin.example');
  await page.goto('/t/huaxin');
  await expect(page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '客户' })).toBeVisible();
  await page.getByRole('button', { name: '当前组织：华信商贸' }).click();
  await page.getByRole('menuitem', { name: '远航贸易' }).click();
  await page.waitForURL('**/t/yuanhang');
  await expect(page.getByRole('button', { name: '当前组织：远航贸易' })).toBeVisible();
  // An auditor there, not a manager as here.
  await expect(page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '审计' })).toBeVisible();
});
