import { readMe } from '@danku/contract/auth.ts';
import type { Queue } from '@danku/contract/work.ts';
import { claimNext, listQueues } from '@danku/contract/work.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../i18n/language.ts';
import { answer } from '../../test/answer.ts';
import { documentOf } from '../../test/document-of.ts';
import { meOf } from '../../test/me-of.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { server } from '../../test/server.ts';
import { NextReviewPage } from './next-review-page.tsx';

const queue: Queue = { stage: 'review', count: 2, isCapped: false, overdue: 0, nextDueAt: null, mayWork: true };

function show(items: Queue[], found: string | null, at = 'review') {
  const asked: unknown[] = [];
  server.use(
    answer(readMe, meOf('document.read', 'document.review')),
    answer(listQueues, { items, returned: 0, leased: 0, assigned: 0, questions: 0, inbox: 0 }),
    answer(claimNext, ({ params }) => {
      asked.push(params['stage']);
      return { document: params['stage'] === found ? documentOf() : null, leaseUntil: null };
    }),
  );
  renderScreen(<NextReviewPage />, { path: 'review', at });
  return asked;
}

beforeAll(() => chooseLanguage('en'));

describe('continuous review', () => {
  it('takes the next document of the stages one works in, the most pressing first', async () => {
    const items = [queue, { ...queue, stage: 'second-review' as const, overdue: 1 }, { ...queue, stage: 'entry' as const }];
    const asked = show([...items, { ...queue, stage: 'adjudication', mayWork: false }], 'review');
    await waitFor(() => expect(asked).toEqual(['second-review', 'review']));
    // The document has an address of its own.
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Review' })).toBeNull());
  });

  it('stays in the queue of the address', async () => {
    const asked = show([queue], 'second-review', 'review?queue=second-review');
    await waitFor(() => expect(asked).toEqual(['second-review']));
  });

  it('says when nothing is left, and looks again when asked', async () => {
    const asked = show([queue], null);
    await screen.findByText('The review queue is empty');
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    await waitFor(() => expect(asked).toEqual(['review', 'review']));
  });
});
