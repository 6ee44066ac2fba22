import { listDocuments } from '@danku/contract/documents.ts';
import { listMyQuestions, listMyWork } from '@danku/contract/work.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call.ts';

/** What waits for this person alone. The key begins with `queues`: whatever moves work makes it old. */
export function myWorkQuery(tenant: string) {
  return queryOptions({ queryKey: ['queues', tenant, 'mine'], queryFn: ({ signal }) => call(listMyWork, {}, { signal }) });
}

export function myQuestionsQuery(tenant: string) {
  return queryOptions({
    queryKey: ['queues', tenant, 'questions'],
    queryFn: ({ signal }) => call(listMyQuestions, {}, { signal }),
  });
}

/** The oldest documents that are overdue, in whatever stage. */
export function overdueQuery(tenant: string) {
  return queryOptions({
    queryKey: ['documents', tenant, 'overdue'],
    queryFn: ({ signal }) => call(listDocuments, { query: { overdue: 'true', sort: 'createdAt', limit: 8 } }, { signal }),
  });
}
