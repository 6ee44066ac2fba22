import { readMe } from '@danku/contract/auth.ts';
import type { DocumentRow } from '@danku/contract/document-shapes.ts';
import { listDocuments } from '@danku/contract/documents.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer, refuse } from '../../test/answer.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { server } from '../../test/server.ts';
import { DocumentsPage } from './documents-page.tsx';

const person = { id: '00000000-0000-7000-8000-000000000001', name: '李娜' };

function rowOf(given: Partial<DocumentRow> = {}): DocumentRow {
  return {
    id: '00000000-0000-7000-8000-00000000000a',
    kind: 'INV',
    typeName: '发票',
    stage: 'review',
    version: 3,
    draftNumber: 'D-000482',
    number: '24442000000312847561',
    registryNumber: null,
    archiveNumber: null,
    issueDate: '2026-08-22',
    customer: null,
    partyName: '杭州云栖智能科技有限公司',
    currency: 'CNY',
    grossTotal: '5091.22',
    riskScore: 0,
    dueAt: null,
    isReturned: false,
    isBlind: false,
    isSuperseded: false,
    lease: null,
    assignee: null,
    createdBy: person,
    createdAt: '2026-08-23T01:00:00Z',
    updatedAt: '2026-08-23T01:00:00Z',
    ...given,
  };
}

function Address() {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
}

function show(at = 'documents') {
  renderScreen(
    <>
      <DocumentsPage />
      <Address />
    </>,
    { path: 'documents', at },
  );
}

beforeEach(() => server.use(refuse(readMe, 'forbidden')));

describe('the list of documents', () => {
  it('asks for what the address says, and marks what was searched', async () => {
    const asked: URLSearchParams[] = [];
    server.use(
      answer(listDocuments, ({ query }) => {
        asked.push(query);
        return { items: [rowOf()], next: null };
      }),
    );
    show('documents?stage=review,approved&kind=INV&q=云栖&minGross=1000&overdue=true&sort=-grossTotal&unknown=1');
    expect(await screen.findByText('云栖', { selector: 'mark' })).toBeTruthy();
    const query = asked[0] ?? new URLSearchParams();
    expect(query.getAll('stage')).toEqual(['review', 'approved']);
    expect(Object.fromEntries(query)).toMatchObject({
      kind: 'INV',
      q: '云栖',
      minGross: '1000',
      overdue: 'true',
      sort: '-grossTotal',
    });
    expect(query.has('unknown')).toBe(false);
  });

  it('takes one filter away by its chip and all by one button', async () => {
    server.use(answer(listDocuments, { items: [], next: null }));
    show('documents?stage=review&returned=true&sort=issueDate');
    await userEvent.click(await screen.findByRole('button', { name: '移除 被退回' }));
    expect(screen.getByText('/t/huaxin/documents?stage=review&sort=issueDate')).toBeTruthy();
    const [clear] = await screen.findAllByRole('button', { name: '全部清除' });
    await userEvent.click(clear ?? document.body);
    expect(screen.getByText('/t/huaxin/documents?sort=issueDate')).toBeTruthy();
    expect(await screen.findByText('还没有单据')).toBeTruthy();
  });

  it('sorts by the heads of its columns', async () => {
    server.use(answer(listDocuments, { items: [rowOf()], next: null }));
    show();
    await userEvent.click(await screen.findByRole('button', { name: /价税合计/ }));
    expect(screen.getByText('/t/huaxin/documents?sort=grossTotal')).toBeTruthy();
  });

  it('goes on from the cursor', async () => {
    const second = rowOf({ id: '00000000-0000-7000-8000-00000000000b', number: 'SO-2' });
    server.use(
      answer(listDocuments, ({ query }) =>
        query.get('cursor') === 'two' ? { items: [second], next: null } : { items: [rowOf()], next: 'two' },
      ),
    );
    show();
    expect(await screen.findByText('SO-2')).toBeTruthy();
  });

  it('opens by the keyboard', async () => {
    server.use(answer(listDocuments, { items: [rowOf()], next: null }));
    show();
    await screen.findByText('24442000000312847561');
    await userEvent.keyboard('jo');
    await waitFor(() => expect(window.document.querySelector('table')).toBeNull());
  });

  it('says what failed and tries again', async () => {
    server.use(refuse(listDocuments, 'internal'));
    show();
    await screen.findByRole('alert');
    server.use(answer(listDocuments, { items: [rowOf()], next: null }));
    await userEvent.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByText('5,091.22', { exact: false })).toBeTruthy();
  });
});
