import { answerQuestion } from '@danku/contract/discussion.ts';
import { listMyQuestions } from '@danku/contract/work.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { answer } from '../../test/answer.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { server } from '../../test/server.ts';
import { QuestionsPage } from './questions-page.tsx';
import type { Question } from './questions-queries.ts';

const member = { id: '00000000-0000-4000-8000-000000000001', name: '陈静' };
const at = '2026-11-24T08:00:00Z';
const question: Question = {
  id: '00000000-0000-4000-8000-000000000300',
  askedBy: member,
  askedAt: at,
  body: '合同号在哪里？',
  document: {
    id: '00000000-0000-4000-8000-000000000100',
    kind: 'INV',
    typeName: '发票',
    stage: 'review',
    version: 7,
    draftNumber: 'D-1',
    number: '24442000000312847561',
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
  },
};

describe('QuestionsPage', () => {
  it('sends the answer by Ctrl+Enter with the version of the paper, says so, and the question is gone', async () => {
    const seen: unknown[] = [];
    let open = [question];
    server.use(
      answer(listMyQuestions, () => ({ items: open })),
      http.post(`*/api/v1${answerQuestion.path}`, async ({ request }) => {
        seen.push(await request.json());
        open = [];
        return HttpResponse.json({});
      }),
    );
    renderScreen(<QuestionsPage />, { path: 'questions', at: 'questions' });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('textbox', { name: '答复 陈静' }));
    await user.keyboard('在备注栏{Control>}{Enter}{/Control}');
    expect(await screen.findByText('答复已发送')).toBeTruthy();
    expect(seen).toEqual([{ version: 7, body: '在备注栏' }]);
    await waitFor(() => expect(screen.getByText('没有等待答复的问题')).toBeTruthy());
  });
});
