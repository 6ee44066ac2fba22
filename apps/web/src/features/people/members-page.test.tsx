import { readMe } from '@danku/contract/auth.ts';
import { listCustomerGroups } from '@danku/contract/master-data.ts';
import type { Member, Role } from '@danku/contract/people.ts';
import { deactivateMember, inviteMember, listMembers, listRoles, readHoldings } from '@danku/contract/people.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../../test/answer.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { server } from '../../test/server.ts';
import { MembersPage } from './members-page.tsx';
import { RolesPage } from './roles-page.tsx';

const idOf = (number: number) => `00000000-0000-7000-8000-00000000000${number}`;

function roleOf(number: number, key: string, given: Partial<Role> = {}): Role {
  return {
    id: idOf(number),
    key,
    name: key,
    permissions: ['document.read'],
    scope: 'all',
    isBuiltin: true,
    memberCount: 0,
    version: 1,
    ...given,
  };
}

function memberOf(number: number, name: string): Member {
  return {
    id: idOf(number),
    name,
    email: `${number}@huaxin.example`,
    isActive: true,
    roles: [],
    customerGroups: [],
    createdAt: '2026-01-01T00:00:00Z',
    deactivatedAt: null,
    version: 7,
  };
}

beforeEach(() => {
  server.use(
    answer(readMe, {
      account: { id: idOf(9), email: 'system@huaxin.example', name: '王伟', locale: 'zh-CN', preferences: {} },
      organisations: [],
      member: {
        id: idOf(9),
        name: '王伟',
        tenantId: idOf(9),
        roles: [],
        grants: { 'account.manage': 'all', 'role.manage': 'all' },
        timeZone: 'Asia/Shanghai',
        currency: 'CNY',
      },
    }),
    answer(listMembers, { items: [memberOf(1, '李娜'), memberOf(2, '赵敏')], next: null }),
    answer(listRoles, {
      items: [
        roleOf(3, 'clerk'),
        roleOf(4, 'security-admin'),
        roleOf(5, 'custom-1', { name: '华东主管', isBuiltin: false, permissions: ['document.void'] }),
      ],
    }),
    answer(listCustomerGroups, { items: [] }),
  );
});

describe('members', () => {
  it('are invited by a link that is shown once, and an administrator role stands alone', async () => {
    const sent: unknown[] = [];
    server.use(
      answer(inviteMember, ({ body }) => {
        sent.push(body);
        return { url: 'https://danku.example/join/secret', expiresAt: '2026-12-01T00:00:00Z' };
      }),
    );
    renderScreen(<MembersPage />, { path: 'admin/users', at: 'admin/users' });
    await userEvent.click(await screen.findByRole('button', { name: '邀请成员' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText('邮箱'), 'new@huaxin.example');
    await userEvent.type(dialog.getByLabelText('姓名'), '新人');
    await userEvent.click(await dialog.findByRole('checkbox', { name: /录入员/ }));
    await userEvent.click(dialog.getByRole('checkbox', { name: /安全管理员/ }));
    expect(dialog.getByRole('alert').textContent).toContain('管理员不能兼任');
    await userEvent.click(dialog.getByRole('button', { name: '邀请成员' }));
    expect(sent).toEqual([]);
    await userEvent.click(dialog.getByRole('checkbox', { name: /安全管理员/ }));
    await userEvent.click(dialog.getByRole('button', { name: '邀请成员' }));
    expect(await screen.findByDisplayValue('https://danku.example/join/secret')).toBeTruthy();
    expect(sent).toEqual([{ email: 'new@huaxin.example', name: '新人', roleIds: [idOf(3)] }]);
  });

  it('leave only after what they hold was shown and given to someone', async () => {
    const sent: unknown[] = [];
    server.use(
      answer(readHoldings, {
        drafts: 1,
        leases: 0,
        returned: 0,
        assigned: 0,
        questions: 0,
        items: [{ documentId: idOf(8), label: 'D-000482', kind: 'INV', holding: 'draft' }],
      }),
      answer(deactivateMember, ({ body }) => {
        sent.push(body);
        return { ...memberOf(1, '李娜'), isActive: false };
      }),
    );
    renderScreen(<MembersPage />, { path: 'admin/users', at: `admin/users?member=${idOf(1)}` });
    await userEvent.click(await screen.findByRole('button', { name: '停用' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('D-000482')).toBeTruthy();
    const heir = dialog.getByRole('combobox', { name: '在手的工作转给' });
    await userEvent.type(heir, '赵');
    expect(dialog.getByRole('button', { name: '停用' }).getAttribute('aria-disabled')).toBe('true');
    expect((await dialog.findAllByRole('option')).map((option) => option.textContent)).toEqual(['赵敏2@huaxin.example']);
    await userEvent.keyboard('{Enter}');
    await userEvent.click(dialog.getByRole('button', { name: '停用' }));
    await waitFor(() => expect(sent).toEqual([{ version: 7, reassignTo: idOf(2) }]));
  });
});

it('shows every right against every role, and only custom ones can be changed', async () => {
  renderScreen(<RolesPage />, { path: 'admin/roles', at: 'admin/roles' });
  const row = within(await screen.findByRole('row', { name: /^作废单据/ }));
  expect(row.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['否', '否', '●是']);
  expect(screen.getAllByRole('button', { name: /^编辑/ }).map((button) => button.getAttribute('aria-label'))).toEqual([
    '编辑 华东主管',
  ]);
});
