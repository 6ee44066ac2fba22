import { listEvents } from '@danku/contract/audit.ts';
import { readMe } from '@danku/contract/auth.ts';
import type { EventShown } from '@danku/contract/document-shapes.ts';
import { listMembers } from '@danku/contract/people.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answer } from '../../test/answer.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { server } from '../../test/server.ts';
import { auditFiltersOf, auditQueryOf, auditSearchOf } from './audit-filters.ts';
import { AuditPage } from './audit-page.tsx';

const idOf = (number: number) => `00000000-0000-7000-8000-00000000000${number}`;

const event: EventShown = {
  id: idOf(1),
  at: '2026-11-20T01:02:03Z',
  type: 'document.edited',
  subjectId: idOf(2),
  actor: { id: idOf(3), name: '李娜' },
  actorName: '李娜',
  onBehalfOf: null,
  via: 'session',
  ip: '10.0.0.1',
  requestId: 'req-1',
  payload: { changes: [{ path: '/fields/grossTotal', before: '5901.22', after: '5091.22' }], reason: '按退回意见' },
};

it('asks for what the address says, shows before and after, and leads to the document and the export', async () => {
  const asked: URLSearchParams[] = [];
  server.use(
    answer(readMe, {
      account: { id: idOf(9), email: 'auditor@huaxin.example', name: '王伟', locale: 'zh-CN', preferences: {} },
      organisations: [],
      member: {
        id: idOf(9),
        name: '王伟',
        tenantId: idOf(9),
        roles: [],
        grants: { 'audit.read': 'all', 'audit.export': 'all', 'document.read': 'all' },
        timeZone: 'Asia/Shanghai',
        currency: 'CNY',
      },
    }),
    answer(listMembers, { items: [], next: null }),
    answer(listEvents, ({ query }) => {
      asked.push(query);
      return { items: [event], next: null };
    }),
  );
  renderScreen(<AuditPage />, { path: 'audit', at: `audit?type=document.edited&actorId=${idOf(3)}&actor=李娜&from=2026-11-01` });
  expect(await screen.findByText('理由 按退回意见')).toBeTruthy();
  expect(Object.fromEntries(asked[0] ?? [])).toMatchObject({
    type: 'document.edited',
    actorId: idOf(3),
    from: new Date('2026-11-01T00:00:00').toISOString(),
  });
  await userEvent.keyboard('jo');
  const panel = within(await screen.findByRole('complementary', { name: '修改单据' }));
  expect(panel.getByText('5901.22', { selector: 'del' })).toBeTruthy();
  expect(panel.getByText('5091.22', { selector: 'ins' })).toBeTruthy();
  expect(panel.getByRole('link', { name: '打开单据' }).getAttribute('href')).toBe(`/t/huaxin/documents/${idOf(2)}`);
  const address = screen.getByRole('link', { name: '导出 CSV' }).getAttribute('href') ?? '';
  expect(new URLSearchParams(address.split('?')[1]).get('type')).toBe('document.edited');
  await userEvent.click(screen.getByRole('button', { name: '移除 修改单据' }));
  expect(new URLSearchParams(asked.at(-1)).has('type')).toBe(false);
});

it('leaves out what an address cannot mean, and writes back what it read', () => {
  const filters = auditFiltersOf(new URLSearchParams(`type=no.such&subjectId=1&to=2026-11-30&actorId=${idOf(3)}`));
  expect(filters).toMatchObject({ type: '', subjectId: '', to: '2026-11-30', actorId: idOf(3) });
  expect(auditSearchOf(filters).toString()).toBe(`actorId=${idOf(3)}&to=2026-11-30`);
  expect(auditQueryOf(filters)).toMatchObject({ from: undefined, to: new Date('2026-11-30T23:59:59.999').toISOString() });
});
