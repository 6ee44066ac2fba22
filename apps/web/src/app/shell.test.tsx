import { readMe } from '@danku/contract/auth.ts';
import type { Me } from '@danku/contract/auth.ts';
import { listQueues } from '@danku/contract/work.ts';
import { roleDefinitions } from '@danku/domain/access/roles.ts';
import type { RoleKey } from '@danku/domain/access/roles.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer, refuse } from '../test/answer.ts';
import { renderScreen } from '../test/render-screen.tsx';
import { server } from '../test/server.ts';
import { navigationFor, ownQueue } from './navigation.ts';
import { Shell } from './shell.tsx';

function meAs(role: RoleKey): Me {
  const organisations = [
    { id: '1', slug: 'huaxin', name: '华信电子' },
    { id: '2', slug: 'yuanhang', name: '远航贸易' },
  ];
  const grants = Object.fromEntries(roleDefinitions[role].permissions.map((permission) => [permission, 'all' as const]));
  const member = {
    id: '4',
    name: '李娜',
    tenantId: '1',
    roles: [{ key: role, name: role }],
    grants,
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
  };
  return {
    account: { id: '3', email: 'a@huaxin.example', name: '李娜', locale: 'zh-CN', preferences: {} },
    organisations,
    member,
  };
}

const queues = { items: [], returned: 0, leased: 0, assigned: 0, questions: 0, inbox: 0 };

describe('Shell', () => {
  beforeEach(() => server.use(answer(listQueues, queues)));

  it('offers the other organisations, and says which one this is', async () => {
    server.use(answer(readMe, meAs('clerk')));
    renderScreen(<Shell />, { path: '*', at: 'nowhere' });
    await userEvent.click(await screen.findByRole('button', { name: '当前组织：华信电子' }));
    const other = await screen.findByRole('menuitem', { name: '远航贸易' });
    expect(other.getAttribute('href')).toBe('/t/yuanhang');
    expect(screen.getByText('没有找到这个页面')).toBeTruthy();
  });

  it('offers the search to those who may find something', async () => {
    server.use(answer(readMe, meAs('clerk')));
    const { unmount } = renderScreen(<Shell />, { path: '*', at: 'nowhere' });
    expect(await screen.findByRole('searchbox')).toBeTruthy();
    unmount();
    server.use(answer(readMe, meAs('system-admin')));
    renderScreen(<Shell />, { path: '*', at: 'nowhere' });
    await screen.findByRole('navigation');
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('shows every key by ?', async () => {
    server.use(answer(readMe, meAs('clerk')));
    renderScreen(<Shell />, { path: '*', at: 'nowhere' });
    await screen.findByRole('navigation');
    await userEvent.keyboard('?');
    const help = await screen.findByRole('dialog', { name: '快捷键' });
    expect(await within(help).findByText('g d')).toBeTruthy();
    expect(within(help).getByText('打开单据列表')).toBeTruthy();
  });

  it('says what a person would need who comes to a page that is not theirs', async () => {
    server.use(answer(readMe, meAs('system-admin')));
    renderScreen(<Shell />, { path: '*', at: 'documents' });
    expect(await screen.findByText('您没有权限打开这个页面')).toBeTruthy();
    expect(screen.getByText(/查看单据/)).toBeTruthy();
  });

  it('hides an organisation one does not belong to', async () => {
    server.use(answer(readMe, { ...meAs('clerk'), member: null }));
    renderScreen(<Shell />, { path: '*' });
    expect(await screen.findByText('没有找到这个页面')).toBeTruthy();
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  it('offers another try when the server fails', async () => {
    server.use(refuse(readMe, 'internal'));
    renderScreen(<Shell />, { path: '*' });
    expect(await screen.findByRole('button', { name: '重试' })).toBeTruthy();
  });
});

describe('the rail', () => {
  it.each<[RoleKey, string[], string]>([
    ['clerk', ['home', 'entryQueue', 'inbox', 'returned', 'documents', 'customers', 'products', 'account'], 'entryQueue'],
    ['reviewer', ['home', 'reviewQueue', 'documents', 'customers', 'products', 'account'], 'reviewQueue'],
    ['archivist', ['home', 'archiveQueue', 'documents', 'registers', 'customers', 'products', 'account'], 'archiveQueue'],
    ['audit-admin', ['home', 'audit', 'account'], 'home'],
  ])('of a %s leads only where they may go', (role, places, queue) => {
    const grants = meAs(role).member?.grants ?? {};
    const items = navigationFor(grants, () => true).flatMap((group) => group.items.map((item) => item.place));
    expect(items).toEqual(places);
    expect(ownQueue(grants)).toBe(queue);
  });
});
