import {
  addComment,
  answerQuestion,
  askQuestion,
  linkDocuments,
  resolveComment,
  unlinkDocuments,
} from '@danku/contract/discussion.ts';
import type { Document } from '@danku/contract/document-shapes.ts';
import { amendDocument, submitDocument, transferDocument, voidDocument } from '@danku/contract/documents.ts';
import type { Call } from '@danku/contract/endpoint.ts';
import { withdrawDocument } from '@danku/contract/review.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { asProblem } from '../../api/problem-error.ts';
import { useTenant } from '../../app/paths.ts';
import { documentQuery } from './documents-queries.ts';

/** Everything that can be asked of a document from its page, each with what it needs beside the version. */
export type Act =
  | { action: 'submit'; reasons: Record<string, string> }
  | { action: 'withdraw' }
  | { action: 'void'; reason: string }
  | { action: 'amend'; reason: string }
  | { action: 'transfer'; memberId: string; reason: string | null }
  | { action: 'ask'; memberId: string; body: string }
  | { action: 'answer'; body: string };

function perform(params: { id: string }, version: number, act: Act): Promise<Document> {
  switch (act.action) {
    case 'submit':
      return call(submitDocument, { params, body: { version, reasons: act.reasons } });
    case 'withdraw':
      return call(withdrawDocument, { params, body: { version } });
    case 'void':
      return call(voidDocument, { params, body: { version, reason: act.reason } });
    case 'amend':
      return call(amendDocument, { params, body: { version, reason: act.reason } });
    case 'transfer':
      return call(transferDocument, { params, body: { version, memberId: act.memberId, reason: act.reason } });
    case 'ask':
      return call(askQuestion, { params, body: { version, memberId: act.memberId, body: act.body } });
    case 'answer':
      return call(answerQuestion, { params, body: { version, body: act.body } });
  }
}

/** Does something to the document as it is seen; where it has changed meanwhile it is loaded anew, so that the next try is about what is. */
export function useAct(document: Document) {
  const client = useQueryClient();
  const tenant = useTenant();
  return useMutation({
    mutationFn: (act: Act) => perform({ id: document.id }, document.version, act),
    onSuccess: (reply) => {
      client.setQueryData(documentQuery(tenant, reply.id).queryKey, reply);
      void client.invalidateQueries({
        queryKey: ['documents', tenant],
        refetchType: 'active',
        predicate: (query) => query.queryKey.length > 4 || query.queryKey[2] === 'list',
      });
      void client.invalidateQueries({ queryKey: ['queues'] });
    },
    onError: (error) => {
      if (['stale', 'wrong-stage'].includes(asProblem(error).code)) {
        void client.invalidateQueries({ queryKey: documentQuery(tenant, document.id).queryKey });
      }
    },
  });
}

/** After a change of what hangs on a document, its own part and its timeline are asked anew. */
function useSettled(id: string, part: 'comments' | 'links') {
  const client = useQueryClient();
  const tenant = useTenant();
  return () => {
    const { queryKey } = documentQuery(tenant, id);
    void client.invalidateQueries({ queryKey: [...queryKey, 'events'] });
    return client.invalidateQueries({ queryKey: [...queryKey, part] });
  };
}

export function useAddComment(id: string) {
  const settled = useSettled(id, 'comments');
  return useMutation({
    mutationFn: (body: Call<typeof addComment>['body']) => call(addComment, { params: { id }, body }),
    onSuccess: settled,
  });
}

export function useResolveComment(id: string) {
  const settled = useSettled(id, 'comments');
  return useMutation({
    mutationFn: (commentId: string) => call(resolveComment, { params: { id, commentId }, body: {} }),
    onSuccess: settled,
  });
}

type LinkBody = Call<typeof linkDocuments>['body'];

export function useAddLink(id: string) {
  const settled = useSettled(id, 'links');
  return useMutation({ mutationFn: (body: LinkBody) => call(linkDocuments, { params: { id }, body }), onSuccess: settled });
}

export function useRemoveLink(id: string) {
  const settled = useSettled(id, 'links');
  return useMutation({
    mutationFn: (link: LinkBody) => call(unlinkDocuments, { params: { id, ...link } }),
    onSuccess: settled,
  });
}
