import { readMe } from '@danku/contract/auth.ts';
import type { Permission } from '@danku/domain/access/permissions.ts';
import { listMyQuestions, listMyWork, listQueues } from '@danku/contract/work.ts';
import type { Queue } from '@danku/contract/work.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../i18n/language.ts';
import { answer } from '../../test/answer.ts';
import { documentOf } from '../../test/document-of.ts';
import { meOf } from '../../test/me-of.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { server } from '../../test/server.ts';
import { HomePage } from './home-page.tsx';

const queue: Queue = {
  stage: 'review',
  count: 23,
  isCapped: false,
  overdue: 4,
  nextDueAt: '2026-08-23T01:00:00Z',
  mayWork: true,
};
const nothing = { items: [], returned: 0, leased: 0, assigned: 0, questions: 0, inbox: 0 };

function Address() {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
}

function show(permissions: Permission[], queues: { items?: Queue[]; returned?: number }) {
  server.use(
    answer(readMe, meOf(...permissions)),
    answer(listQueues, { ...nothing, ...queues }),
    answer(listMyWork, {
      items: [{ ...documentOf({ stage: 'entry', isReturned: true }), holding: 'returned', leaseUntil: null }],
    }),
    answer(listMyQuestions, { items: [] }),
  );
  renderScreen(
    <>
      <HomePage />
      <Address />
    </>,
    { path: '*' },
  );
}

beforeAll(() => chooseLanguage('en'));

describe('home', () => {
  it('starts the most pressing work by Space', async () => {
    show(['document.read', 'document.review'], { items: [{ ...queue, stage: 'second-review', overdue: 0, count: 2 }, queue] });
    await screen.findByRole('link', { name: /Review the next one/ });
    expect(screen.getByText('4 overdue')).toBeDefined();
    await userEvent.keyboard(' ');
    expect(screen.getByText('/t/huaxin/review?queue=review')).toBeDefined();
  });

  it('sends a clerk to what came back first, and lists it', async () => {
    show(['document.read', 'document.enter'], {
      items: [{ ...queue, stage: 'entry', count: 1000, isCapped: true }],
      returned: 1,
    });
    const start = await screen.findByRole('link', { name: /Mend what was returned/ });
    expect(start.getAttribute('href')).toBe('/t/huaxin/returned');
    expect(screen.getByText('1000+')).toBeDefined();
    const mine = await screen.findByRole('region', { name: 'Returned to me' });
    expect(within(mine).getByRole('link', { name: /24442000000312847561/ })).toBeDefined();
  });

  it('says so when all is done', async () => {
    show(['document.read', 'document.review'], { items: [{ ...queue, count: 0, overdue: 0 }] });
    await screen.findByText('All done for today');
  });

  it('shows an administrator the places of their work and no document', async () => {
    show(['account.manage', 'settings.manage'], {});
    await screen.findByRole('link', { name: 'Members and roles' });
    expect(screen.queryByRole('link', { name: 'Documents' })).toBeNull();
    expect(screen.queryByText('All done for today')).toBeNull();
  });
});
