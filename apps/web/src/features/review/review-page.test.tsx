import type { Document } from '@danku/contract/document-shapes.ts';
import { readMe } from '@danku/contract/auth.ts';
import { listComments } from '@danku/contract/discussion.ts';
import { listFindings, readDocument } from '@danku/contract/documents.ts';
import { diffVersions, listDocumentEvents, listVersions } from '@danku/contract/history.ts';
import { adjudicateDocument, approveDocument, sendBackDocument, withdrawPending } from '@danku/contract/review.ts';
import { claimDocument, claimNext, listQueues, releaseDocument } from '@danku/contract/work.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../i18n/language.ts';
import { answer, refuse } from '../../test/answer.ts';
import { actionsOf, documentOf, idOf, liNa, zhaoMin } from '../../test/document-of.ts';
import { meOf } from '../../test/me-of.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { server } from '../../test/server.ts';
import { ReviewPage } from './review-page.tsx';

const next = documentOf({ id: idOf(2), draftNumber: 'D-000483', partyName: '苏州金石机械有限公司' });
let sent: unknown[] = [];
let asked: string[] = [];

/** The API with one document to review, and another behind it. */
function serve(document: Document): void {
  const keep = (name: string) => () => {
    asked.push(name);
    return { items: [] };
  };
  server.use(
    answer(readDocument, ({ params }) => (params['id'] === next.id ? next : document)),
    answer(readMe, meOf('document.read', 'document.review')),
    answer(listQueues, {
      items: [{ stage: 'review', count: 2, isCapped: false, overdue: 0, nextDueAt: null, mayWork: true }],
      returned: 0,
      leased: 0,
      assigned: 0,
      questions: 0,
      inbox: 0,
    }),
    answer(claimNext, { document: next, leaseUntil: '2026-08-23T03:00:00Z' }),
    answer(claimDocument, { leaseUntil: '2026-08-23T03:00:00Z' }),
    answer(releaseDocument, undefined),
    answer(listComments, keep('comments')),
    answer(listFindings, keep('findings')),
    answer(listVersions, keep('versions')),
    answer(diffVersions, keep('diff')),
    answer(listDocumentEvents, { items: [], next: null }),
    answer(withdrawPending, ({ params }) => void sent.push(['withdraw', params['id']])),
    ...[approveDocument, sendBackDocument, adjudicateDocument].map((endpoint) =>
      answer(endpoint, ({ body }) => {
        sent.push(body);
        return document;
      }),
    ),
  );
}

async function open(document: Document) {
  serve(document);
  renderScreen(<ReviewPage />, { path: 'review/:id', at: `review/${document.id}` });
  await screen.findByText(`${document.draftNumber} v2`);
  return userEvent.setup();
}

beforeAll(() => chooseLanguage('en'));
beforeEach(() => {
  sent = [];
  asked = [];
});

describe('a review', () => {
  it('approves by one key, is at the next document at once, and takes it back by another', async () => {
    const user = await open(documentOf());
    await user.keyboard('a');
    await screen.findByText('D-000483 v2');
    expect(sent).toEqual([{ version: 3, holdSeconds: 5 }]);
    await screen.findByText('D-000482 approved; undo within 5 s');
    await user.keyboard('z');
    await screen.findByText('D-000482 v2');
    expect(sent.at(-1)).toEqual(['withdraw', idOf(1)]);
  });

  it('shows what changed and what the checks found first, with the clerk’s reason', async () => {
    const document = documentOf({ warningReasons: { 'odd-date': '补开' } });
    serve(document);
    server.use(
      answer(listVersions, {
        items: [1, 2].map((number) => ({
          number,
          submittedBy: liNa,
          submittedAt: '2026-08-23T02:00:00Z',
          contentHash: 'x',
          decisions: [],
        })),
      }),
      answer(diffVersions, { items: [{ path: '/fields/remark', kind: 'added', before: null, after: 'HT-2024-0816' }] }),
      answer(listFindings, { items: [{ code: 'odd-date', severity: 'warning', path: '/fields/issueDate', twin: null }] }),
    );
    renderScreen(<ReviewPage />, { path: 'review/:id', at: `review/${document.id}` });
    const first = await screen.findByRole('region', { name: '2 differences (look here first)' });
    await within(first).findByText('HT-2024-0816');
    expect(within(first).getByText('Clerk’s reason: 补开')).toBeDefined();
    const user = userEvent.setup();
    await user.keyboard('n');
    expect(
      within(first)
        .getByRole('button', { name: /Remark/ })
        .getAttribute('aria-current'),
    ).toBe('true');
    await user.keyboard('n');
    expect(
      within(first)
        .getByRole('button', { name: /Issue date/ })
        .getAttribute('aria-current'),
    ).toBe('true');
  });

  it('sends back what was marked by number keys, with the value suggested', async () => {
    const user = await open(documentOf());
    await user.keyboard('r');
    await user.click(screen.getByRole('button', { name: /^Gross total/ }));
    await user.keyboard('1');
    await user.type(screen.getByLabelText('Gross total · Suggested value'), '5091.22');
    const panel = screen.getByRole('region', { name: 'Send back' });
    expect(within(panel).getByText('Digits swapped', { selector: 'strong' })).toBeDefined();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('D-000483 v2');
    expect(sent).toEqual([
      {
        version: 3,
        verdicts: [{ path: '/fields/grossTotal', errorClass: 'digits-swapped', suggested: '5091.22' }],
        comment: null,
        holdSeconds: 5,
      },
    ]);
  });

  it('does not approve over marked faults', async () => {
    const user = await open(documentOf());
    await user.click(screen.getByRole('button', { name: /^Number/ }));
    await user.keyboard('2a');
    await screen.findByText('Faults are marked: send back, or remove the marks');
    expect(sent).toEqual([]);
  });

  it('says who was faster and goes on', async () => {
    const document = documentOf();
    serve(document);
    const event = {
      id: idOf(30),
      at: '2026-08-23T02:30:00Z',
      type: 'document.approved',
      subjectId: document.id,
      actor: zhaoMin,
      actorName: '赵敏',
      onBehalfOf: null,
      via: 'session',
      ip: null,
      requestId: null,
      payload: {},
    };
    server.use(refuse(approveDocument, 'stale'), answer(listDocumentEvents, { items: [event], next: null }));
    renderScreen(<ReviewPage />, { path: 'review/:id', at: `review/${document.id}` });
    await screen.findByText('D-000482 v2');
    await userEvent.keyboard('a');
    await screen.findByText(/赵敏 handled it first/);
    await screen.findByText('D-000483 v2');
  });

  it('explains what one may not do, and the key does nothing', async () => {
    const actions = { ...actionsOf(), approve: { allowed: false, reasons: ['same-person-entered' as const], remedies: [] } };
    const user = await open(documentOf({ actions }));
    expect(screen.getByText('You entered this document, so you may not review or archive it')).toBeDefined();
    await user.keyboard('ar');
    expect(screen.queryByRole('region', { name: 'Send back' })).toBeNull();
    expect(sent).toEqual([]);
  });
});

describe('a dual blind review', () => {
  const secret = documentOf({ isBlind: true, reviewPolicy: 'dual-blind', partyName: null, number: null, grossTotal: null });

  it('shows nothing of what the clerk entered, and does not ask for it', async () => {
    await open(secret);
    const page = document.body.textContent;
    for (const value of [
      '24442000000312847561',
      '5901.22',
      '5,901.22',
      '91330106MAXDLW3G12',
      'HT-2024-0816',
      '1237.50',
      '1,237.50',
      '金属膜电阻',
    ]) {
      expect(page).not.toContain(value);
    }
    expect(asked).toEqual([]);
  });

  it('sends what was keyed from the image, in the shape of the API', async () => {
    const user = await open(secret);
    await user.type(screen.getByLabelText('Number'), '24442000000312847561{Enter}');
    await user.type(screen.getByLabelText('Issue date'), '2026年8月22日{Enter}');
    await user.type(screen.getByLabelText('Party tax id'), '91330106maxdlw3g12{Enter}');
    await user.type(screen.getByLabelText('Gross total'), '5,091.x');
    await user.keyboard('{Enter}');
    expect(await screen.findByText('An amount like 5091.22')).toBeDefined();
    await user.type(screen.getByLabelText('Gross total'), '{Backspace}22{Enter}');
    await screen.findByText('D-000483 v2');
    const keyed = {
      number: '24442000000312847561',
      issueDate: '2026-08-22',
      partyTaxId: '91330106MAXDLW3G12',
      grossTotal: '5091.22',
    };
    expect(sent).toEqual([{ version: 3, keyed, holdSeconds: 5 }]);
  });
});

describe('an adjudication', () => {
  const values = {
    number: '24442000000312847561',
    issueDate: '2026-08-22',
    partyTaxId: '91330106MAXDLW3G12',
    grossTotal: '5901.220',
  };
  const divided = documentOf({
    stage: 'adjudication',
    reviewPolicy: 'dual-blind',
    keyed: [
      { reviewer: liNa, values },
      { reviewer: zhaoMin, values: { ...values, grossTotal: '5091.22' } },
    ],
    actions: actionsOf('adjudicate', 'send-back'),
  });

  it('asks only where the three differ, and adjudicates the clerk’s value by key', async () => {
    const user = await open(divided);
    expect(screen.getAllByRole('radio')).toHaveLength(3);
    await user.keyboard('a');
    await screen.findByText('Choose a value in each row');
    await user.keyboard('1a');
    await screen.findByText('D-000483 v2');
    expect(sent).toEqual([{ version: 3, chosen: { ...values, grossTotal: '5901.22' } }]);
  });

  it('proposes to send back where the clerk was not followed', async () => {
    const user = await open(divided);
    await user.keyboard('3a');
    const panel = await screen.findByRole('region', { name: 'Send back' });
    expect(within(panel).getByText('5091.22')).toBeDefined();
    await user.keyboard('r');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent).toEqual([
      {
        version: 3,
        verdicts: [{ path: '/fields/grossTotal', errorClass: 'digits-swapped', suggested: '5091.22' }],
        comment: null,
        holdSeconds: 5,
      },
    ]);
  });
});
