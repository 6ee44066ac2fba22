import { listMyWork } from '@danku/contract/work.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { answer, refuse } from '../../test/answer.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { server } from '../../test/server.ts';
import { MyWorkPage } from './my-work-page.tsx';
import type { MyWork } from './my-work-queries.ts';

const member = { id: '00000000-0000-4000-8000-000000000001', name: '李娜' };
const at = '2026-11-24T08:00:00Z';

function work(number: string, given: Partial<MyWork>): MyWork {
  return {
    id: `00000000-0000-4000-8000-${number.padStart(12, '0')}`,
    kind: 'INV',
    typeName: '发票',
    stage: 'entry',
    version: 1,
    draftNumber: `D-${number}`,
    number: null,
    registryNumber: null,
    archiveNumber: null,
    issueDate: null,
    customer: null,
    partyName: '北辰',
    currency: 'CNY',
    grossTotal: '113.00',
    riskScore: 0,
    dueAt: null,
    isReturned: false,
    isBlind: false,
    isSuperseded: false,
    lease: null,
    assignee: null,
    createdBy: member,
    createdAt: at,
    updatedAt: at,
    holding: 'returned',
    leaseUntil: null,
    ...given,
  };
}

describe('MyWorkPage', () => {
  it('shows what was returned first, and the rest behind its tabs with their counts', async () => {
    server.use(
      answer(listMyWork, {
        items: [work('1', { isReturned: true }), work('2', { holding: 'draft' }), work('3', { holding: 'draft' })],
      }),
    );
    renderScreen(<MyWorkPage />, { path: 'returned', at: 'returned' });
    expect(await screen.findByText('D-1')).toBeTruthy();
    expect(screen.queryByText('D-2')).toBeNull();
    const user = userEvent.setup();
    await user.click(screen.getByRole('link', { name: '草稿 2' }));
    expect(await screen.findByText('D-2')).toBeTruthy();
    expect(screen.getByRole('heading', { name: '草稿' })).toBeTruthy();
  });

  it('says so when nothing was returned', async () => {
    server.use(answer(listMyWork, { items: [] }));
    renderScreen(<MyWorkPage />, { path: 'returned', at: 'returned' });
    expect(await screen.findByText('没有退回')).toBeTruthy();
  });

  it('offers another try when the list cannot be loaded', async () => {
    server.use(refuse(listMyWork, 'forbidden'));
    renderScreen(<MyWorkPage />, { path: 'returned', at: 'returned' });
    expect(await screen.findByRole('button', { name: '重试' })).toBeTruthy();
  });
});
