import { readMe } from '@danku/contract/auth.ts';
import { transferDocument } from '@danku/contract/documents.ts';
import { listMembers } from '@danku/contract/people.ts';
import { listQueue, listQueues } from '@danku/contract/work.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../i18n/language.ts';
import { answer } from '../../test/answer.ts';
import { documentOf, idOf, zhaoMin } from '../../test/document-of.ts';
import { meOf } from '../../test/me-of.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { server } from '../../test/server.ts';
import { QueuePage } from './queue-page.tsx';

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const rows = [
  documentOf({ dueAt: inHours(-2), riskScore: 65, lease: { member: zhaoMin, until: inHours(0.1) } }),
  documentOf({
    id: idOf(2),
    isBlind: true,
    number: null,
    partyName: null,
    grossTotal: null,
    draftNumber: 'D-000483',
    dueAt: inHours(3.002),
  }),
].map((row) => ({ ...row, rankAt: row.createdAt }));

function Address() {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
}

function show(mayWork: boolean) {
  server.use(
    answer(readMe, meOf('document.read', 'document.transfer')),
    answer(listQueues, {
      items: [{ stage: 'review', count: 2, isCapped: false, overdue: 1, nextDueAt: null, mayWork }],
      returned: 0,
      leased: 0,
      assigned: 0,
      questions: 0,
      inbox: 0,
    }),
    answer(listQueue, { items: rows, next: null }),
  );
  renderScreen(
    <>
      <QueuePage />
      <Address />
    </>,
    { path: 'queue/:stage', at: 'queue/review' },
  );
}

beforeAll(() => chooseLanguage('en'));

describe('a queue', () => {
  it('shows time left, who has what in hand, and hides what is blind', async () => {
    show(true);
    await screen.findByText('赵敏');
    expect(screen.getByText('2 hr overdue')).toBeDefined();
    expect(screen.getByText('3 hr left')).toBeDefined();
    expect(screen.getByText('Hidden')).toBeDefined();
    expect(screen.getByText('Free')).toBeDefined();
  });

  it('lets who may hand rows to someone', async () => {
    const sent: unknown[] = [];
    const member = {
      id: zhaoMin.id,
      name: '赵敏',
      email: 'z@huaxin.example',
      isActive: true,
      roles: [],
      customerGroups: [],
      createdAt: inHours(0),
      deactivatedAt: null,
      version: 1,
    };
    show(false);
    server.use(
      answer(listMembers, { items: [member], next: null }),
      answer(transferDocument, ({ params, body }) => {
        sent.push([params['id'], body]);
        return documentOf();
      }),
    );
    const user = userEvent.setup();
    const boxes = await screen.findAllByRole('checkbox');
    await user.click(boxes.at(-1) ?? document.body);
    await user.click(await screen.findByRole('button', { name: /Transfer selected/ }));
    await user.type(await screen.findByRole('combobox', { name: 'Transfer to' }), '赵');
    await user.click(await screen.findByRole('option', { name: /赵敏/ }));
    await user.click(screen.getByRole('button', { name: 'Transfer' }));
    await waitFor(() => expect(sent).toEqual([[idOf(2), { version: 3, memberId: zhaoMin.id, reason: null }]]));
  });
});
