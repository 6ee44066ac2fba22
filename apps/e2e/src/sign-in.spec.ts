import type { Page } from '@playwright/test';
import { password } from './people.ts';
import { expect, test } from './system.ts';

test.use({ storageState: { cookies: [], origins: [] } });

async function signIn(page: Page, email: string, given = password): Promise<void> {
  await page.getByRole('textbox', { name: '邮箱' }).fill(email);
  await page.getByLabel('密码', { exact: true }).fill(given);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

test('a wrong password is refused in words, and too many of them lock the door', async ({ page }) => {
  // Nobody has this address: known or unknown, the answers are the same.
  const nobody = `nobody-${Date.now()}@huaxin.example`;
  await page.goto('/login');
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await signIn(page, nobody, `wrong password ${attempt}`);
    await expect(page.getByRole('alert')).toHaveText('邮箱或密码不正确。');
    await expect(page.getByRole('button', { name: '登录', exact: true })).toBeEnabled();
  }
  await signIn(page, nobody, 'one more');
  await expect(page.getByRole('alert')).toHaveText('操作太频繁，请稍后再试。');
});

test('signing in leads to where one wanted to go, and signing out ends it', async ({ page }) => {
  await page.goto('/t/huaxin/documents');
  await page.waitForURL('**/login?next=*');
  await signIn(page, 'sales@huaxin.example');
  await page.waitForURL('**/t/huaxin/documents');
  await page.getByRole('button', { name: /的菜单$/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.waitForURL('**/login**');
  await page.goto('/t/huaxin/documents');
  await page.waitForURL('**/login?next=*');
});

test('another device is seen in the account and signed out from there', async ({ page, browser }) => {
  const other = await (await browser.newContext()).newPage();
  await other.goto('/login');
  await signIn(other, 'service@huaxin.example');
  await other.waitForURL('**/t/huaxin');
  await page.goto('/login');
  await signIn(page, 'service@huaxin.example');
  await page.waitForURL('**/t/huaxin');
  await page.goto('/t/huaxin/account');
  const sessions = page.getByRole('list', { name: '登录的设备' });
  await expect(sessions.getByText('当前设备')).toBeVisible();
  await sessions.getByRole('button', { name: '退出', exact: true }).first().click();
  await expect(sessions.getByRole('button', { name: '退出', exact: true })).toHaveCount(0);
  await other.goto('/t/huaxin/documents');
  await other.waitForURL('**/login?next=*');
  await other.context().close();
});

test('an invited person joins by a link that works once', async ({ enter, page }) => {
  const email = `new-${Date.now()}@huaxin.example`;
  const admin = await enter('system');
  await admin.goto('/t/huaxin/admin/users');
  await admin.getByRole('button', { name: '邀请成员' }).first().click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '邮箱' }).fill(email);
  await dialog.getByRole('textbox', { name: '姓名' }).fill('新同事');
  await dialog.getByRole('checkbox', { name: '录入员' }).check();
  await dialog.getByRole('button', { name: '邀请成员' }).click();
  const link = await admin.getByRole('dialog', { name: '邀请链接' }).getByRole('textbox').inputValue();

  await page.goto(link);
  await expect(page.getByText('华信商贸 邀请您加入。')).toBeVisible();
  await page.getByLabel('密码', { exact: true }).fill('ledger-lantern-47');
  await page.getByRole('button', { name: '加入' }).click();
  await page.waitForURL('**/t/huaxin');
  await expect(page.getByRole('button', { name: '新同事 的菜单' })).toBeVisible();
  await page.goto(link);
  await expect(page.getByText('邀请链接无效或已过期，请让管理员重新发送。')).toBeVisible();
});

test('language and dark mode stay as they were chosen', async ({ page }) => {
  await page.goto('/login');
  await signIn(page, 'hr@huaxin.example');
  await page.waitForURL('**/t/huaxin');
  await page.getByRole('button', { name: /的菜单$/ }).click();
  await page.getByRole('menuitemradio', { name: '深色' }).click();
  await page.getByRole('button', { name: /的菜单$/ }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.getByRole('button', { name: /menu/i }).last().click();
  await page.getByRole('menuitemradio', { name: '简体中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});
