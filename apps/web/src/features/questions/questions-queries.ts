import { answerQuestion } from '@danku/contract/discussion.ts';
import type { Reply } from '@danku/contract/endpoint.ts';
import { listMyQuestions } from '@danku/contract/work.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';

export type Question = Reply<typeof listMyQuestions>['items'][number];

export function questionsQuery(tenant: string) {
  return queryOptions({
    queryKey: ['questions', tenant],
    queryFn: ({ signal }) => call(listMyQuestions, {}, { signal }),
    refetchInterval: 30_000,
  });
}

export function useAnswer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ question, body }: { question: Question; body: string }) =>
      call(answerQuestion, { params: { id: question.document.id }, body: { version: question.document.version, body } }),
    // Also after a failure: another answer or a newer version is then what to show.
    onSettled: () =>
      Promise.all(['questions', 'queues', 'documents'].map((subject) => client.invalidateQueries({ queryKey: [subject] }))),
  });
}
