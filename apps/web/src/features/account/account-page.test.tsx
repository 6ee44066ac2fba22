import {
  changePassword,
  createAccessToken,
  listAccessTokens,
  listSessions,
  readMe,
  revokeSession,
} from '@danku/contract/auth.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer, refuse } from '../../test/answer.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { server } from '../../test/server.ts';
import { AccountPage } from './account-page.tsx';
import { deviceOf } from './device-of.ts';

const id = '00000000-0000-7000-8000-000000000001';
const other = '00000000-0000-7000-8000-000000000002';
const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

beforeEach(() => {
  server.use(
    answer(readMe, {
      account: { id, email: 'clerk@huaxin.example', name: '李娜', locale: 'zh-CN', preferences: {} },
      organisations: [],
      member: {
        id,
        name: '李娜',
        tenantId: id,
        roles: [],
        grants: { 'document.read': 'all', 'customer.read': 'own' },
        timeZone: 'Asia/Shanghai',
        currency: 'CNY',
      },
    }),
    answer(listSessions, {
      items: [
        {
          id,
          createdAt: '2026-11-20T01:00:00Z',
          lastSeenAt: '2026-11-20T01:00:00Z',
          ip: null,
          userAgent: chrome,
          isCurrent: true,
        },
        {
          id: other,
          createdAt: '2026-11-20T01:00:00Z',
          lastSeenAt: '2026-11-20T01:00:00Z',
          ip: '10.0.0.1',
          userAgent: 'curl/8.0',
          isCurrent: false,
        },
      ],
    }),
    answer(listAccessTokens, { items: [] }),
  );
});

const show = () => renderScreen(<AccountPage />, { path: 'account', at: 'account' });

describe('my account', () => {
  it('changes the password only when both are the same, and says which one was wrong', async () => {
    server.use(refuse(changePassword, 'wrong-credentials'));
    show();
    await userEvent.type(await screen.findByLabelText('当前密码'), 'old');
    await userEvent.type(screen.getByLabelText('新密码'), 'a long new password');
    await userEvent.type(screen.getByLabelText('再输一次新密码'), 'a long');
    const save = screen.getByRole('button', { name: '修改密码' });
    expect(screen.getByText('两次输入的密码不一致')).toBeTruthy();
    expect(save.getAttribute('aria-disabled')).toBe('true');
    await userEvent.type(screen.getByLabelText('再输一次新密码'), ' new password');
    await userEvent.click(save);
    await waitFor(() => expect(screen.getByLabelText('当前密码').getAttribute('aria-invalid')).toBe('true'));
  });

  it('signs out another device, never this one', async () => {
    const revoked: unknown[] = [];
    server.use(answer(revokeSession, ({ params }) => void revoked.push(params['id'])));
    show();
    const list = within(await screen.findByRole('list', { name: '登录的设备' }));
    expect(await list.findByText('Chrome · Windows')).toBeTruthy();
    const [button, ...more] = list.getAllByRole('button', { name: '退出' });
    expect(more).toEqual([]);
    await userEvent.click(button ?? document.body);
    await waitFor(() => expect(revoked).toEqual([other]));
  });

  it('makes a token of rights one has, and shows it once', async () => {
    const sent: unknown[] = [];
    server.use(
      answer(createAccessToken, ({ body }) => {
        sent.push(body);
        return {
          id,
          name: 'ERP',
          permissions: ['document.read' as const],
          createdAt: '2026-11-20T01:00:00Z',
          expiresAt: '2027-01-01T00:00:00Z',
          lastUsedAt: null,
          token: 'dk_secret',
        };
      }),
    );
    show();
    await userEvent.click(await screen.findByRole('button', { name: '新建令牌' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getAllByRole('checkbox')).toHaveLength(2);
    await userEvent.type(dialog.getByLabelText('用途'), 'ERP');
    await userEvent.click(dialog.getByRole('checkbox', { name: '查看单据' }));
    await userEvent.click(dialog.getByRole('button', { name: '新建' }));
    expect(await screen.findByDisplayValue('dk_secret')).toBeTruthy();
    expect(sent).toEqual([{ name: 'ERP', permissions: ['document.read'], expiresInDays: 90 }]);
  });
});

it('names devices as people do', () => {
  expect(deviceOf(chrome)).toBe('Chrome · Windows');
  expect(deviceOf('curl/8.0')).toBe('curl/8.0');
  expect(deviceOf(null)).toBeNull();
});
