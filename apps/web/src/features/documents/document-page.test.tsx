import { addComment, listComments, listLinks } from '@danku/contract/discussion.ts';
import type { Document } from '@danku/contract/document-shapes.ts';
import { readDocument, voidDocument } from '@danku/contract/documents.ts';
import { listDocumentEvents, listVersions } from '@danku/contract/history.ts';
import { readMe } from '@danku/contract/auth.ts';
import { listDocumentTypes } from '@danku/contract/settings.ts';
import { documentActions } from '@danku/domain/documents/flow.ts';
import type { DocumentAction } from '@danku/domain/documents/flow.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer, refuse } from '../../test/answer.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { server } from '../../test/server.ts';
import { DocumentPage } from './document-page.tsx';

const id = '00000000-0000-7000-8000-00000000000a';
const person = { id: '00000000-0000-7000-8000-000000000001', name: '李娜' };
const allowed = { allowed: true, reasons: [], remedies: [] };
const every = (entryOf: (action: DocumentAction) => Document['actions'][DocumentAction]): Document['actions'] => ({
  view: entryOf('view'),
  edit: entryOf('edit'),
  submit: entryOf('submit'),
  withdraw: entryOf('withdraw'),
  approve: entryOf('approve'),
  'send-back': entryOf('send-back'),
  adjudicate: entryOf('adjudicate'),
  archive: entryOf('archive'),
  amend: entryOf('amend'),
  void: entryOf('void'),
  transfer: entryOf('transfer'),
  ask: entryOf('ask'),
  answer: entryOf('answer'),
  comment: entryOf('comment'),
  link: entryOf('link'),
});

function documentOf(given: Partial<Document> = {}): Document {
  return {
    id,
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
    riskScore: 30,
    dueAt: null,
    isReturned: false,
    isBlind: false,
    isSuperseded: false,
    lease: null,
    assignee: null,
    createdBy: person,
    createdAt: '2026-08-23T01:00:00Z',
    updatedAt: '2026-08-23T01:00:00Z',
    typeId: id,
    contentVersion: 1,
    fields: { number: '24442000000312847561', buyerName: '杭州云栖智能科技有限公司', grossTotal: '5091.22', xRegion: '华东' },
    lines: [{ description: '贴片电容', quantity: '20', netAmount: '2710.00', taxRate: '0.13' }],
    customerId: null,
    netTotal: null,
    taxTotal: null,
    reviewPolicy: 'single',
    managerLast: false,
    riskTerms: [{ code: 'large-amount', points: 30 }],
    warningReasons: {},
    isPurchase: false,
    submittedBy: person,
    submittedAt: null,
    approvedAt: null,
    archivedAt: null,
    retainUntil: null,
    amends: null,
    successor: null,
    pages: [],
    fileIds: [],
    pagesPending: false,
    question: null,
    verdicts: [],
    returnComment: null,
    pendingDecision: null,
    keyed: [],
    heldDuty: null,
    actions: every(() => allowed),
    ...given,
  };
}

beforeEach(() => {
  server.use(
    answer(readDocument, documentOf()),
    answer(listComments, { items: [] }),
    answer(listLinks, { items: [] }),
    answer(listDocumentTypes, { items: [] }),
    answer(listVersions, { items: [] }),
    refuse(readMe, 'unavailable'),
  );
});

const show = (tail = '') => renderScreen(<DocumentPage />, { path: 'documents/:id', at: `documents/${id}${tail}` });

describe('the page of a document', () => {
  it('covers every action of the flow in these tests', () => {
    expect(Object.keys(documentOf().actions)).toEqual(documentActions);
  });

  it('shows values by their kind, and the gross total in words', async () => {
    show();
    expect(await screen.findByText('伍仟零玖拾壹元贰角贰分')).toBeTruthy();
    expect(screen.getByText('¥5,091.22')).toBeTruthy();
    expect(screen.getByText('金额较大')).toBeTruthy();
    expect(screen.getByDisplayValue('13%')).toBeTruthy();
  });

  it('offers what the stage allows, with the reason where it is refused, and hides what the person never may', async () => {
    const actions = every((action) => {
      if (action === 'transfer') {
        return { allowed: false, reasons: ['leased-by-other'], remedies: [{ code: 'wait-for-lease' }] };
      }
      return action === 'ask' ? { allowed: false, reasons: ['no-permission'], remedies: [] } : allowed;
    });
    server.use(answer(readDocument, documentOf({ actions })));
    show();
    const transfer = await screen.findByRole('button', { name: '转交' });
    expect(transfer.getAttribute('aria-disabled')).toBe('true');
    expect(screen.queryByRole('button', { name: '提问' })).toBeNull();
    expect(screen.queryByRole('button', { name: '更正' })).toBeNull();
    expect(screen.getByRole('link', { name: '去复核' }).getAttribute('href')).toBe(`/t/huaxin/review/${id}`);
  });

  it('voids only with a reason, and with the version that was seen', async () => {
    const sent: unknown[] = [];
    server.use(
      answer(voidDocument, ({ body }) => {
        sent.push(body);
        return documentOf({ stage: 'void', version: 4 });
      }),
    );
    show();
    await userEvent.click(await screen.findByRole('button', { name: '作废' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: '作废' }));
    expect(sent).toEqual([]);
    await userEvent.type(dialog.getByRole('textbox', { name: '理由' }), '重复录入');
    await userEvent.click(dialog.getByRole('button', { name: '作废' }));
    expect(await screen.findByText('已作废', { selector: 'header *' })).toBeTruthy();
    expect(sent).toEqual([{ version: 3, reason: '重复录入' }]);
  });

  it('comments on a field', async () => {
    const sent: unknown[] = [];
    server.use(
      answer(addComment, ({ body }) => {
        sent.push(body);
        return { id, author: person, path: null, place: null, body: '', createdAt: '2026-08-23T01:00:00Z', resolvedAt: null };
      }),
    );
    show();
    await screen.findByText('还没有评论');
    await userEvent.keyboard('m');
    await userEvent.keyboard('请核对');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '关于' }), '/fields/grossTotal');
    await userEvent.click(screen.getByRole('button', { name: '发表' }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: '评论' })).toHaveProperty('value', ''));
    expect(sent).toEqual([{ body: '请核对', path: '/fields/grossTotal', place: null }]);
  });

  it('tells in the timeline what changed, from what to what', async () => {
    const event = {
      id,
      subjectId: id,
      actor: person,
      actorName: '李娜',
      onBehalfOf: null,
      via: 'token',
      ip: null,
      requestId: null,
      at: '2026-08-23T01:00:00Z',
    };
    server.use(
      answer(listDocumentEvents, {
        next: null,
        items: [
          { ...event, type: 'document.edited', payload: { changes: [{ path: '/lines/1/quantity', before: '2', after: '20' }] } },
          { ...event, id: person.id, type: 'document.viewed', payload: { version: 3 } },
        ],
      }),
    );
    show('?tab=timeline');
    const row = within(await screen.findByRole('row', { name: /第 2 行 · 数量/ }));
    expect(row.getByText('2', { selector: 'del' })).toBeTruthy();
    expect(row.getByText('20', { selector: 'ins' })).toBeTruthy();
    expect(screen.getByText(/李娜 · 访问令牌/)).toBeTruthy();
    expect(screen.queryByText('查看')).toBeNull();
  });

  it('turns its tabs by the keys 1 to 4', async () => {
    show();
    await screen.findByText('伍仟零玖拾壹元贰角贰分');
    await userEvent.keyboard('4');
    expect(await screen.findByText('还没有提交过')).toBeTruthy();
  });
});
