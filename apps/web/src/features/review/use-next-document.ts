import type { Document } from '@danku/contract/document-shapes.ts';
import { claimNext } from '@danku/contract/work.ts';
import type { QueueStage } from '@danku/domain/documents/flow.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { call } from '../../api/call.ts';
import { usePath, useTenant } from '../../app/paths.ts';
import { documentQuery } from './review-queries.ts';

/** Takes the next free document of the first stage that has one, and opens it; without any, the empty queue. `only`: in this queue alone. */
export function useNextDocument(only?: QueueStage) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const path = usePath();
  const tenant = useTenant();
  const [search] = useSearchParams();
  const queue = only ?? search.get('queue');
  const tail = queue === null ? '' : `?queue=${queue}`;
  return useMutation({
    mutationFn: ({ stages, after }: Wish) => firstFree(stages, after),
    onSuccess: (document) => {
      if (document === null) {
        void navigate(`${path('reviewQueue')}${tail}`, { replace: true, state: { isEmpty: true } });
        return;
      }
      client.setQueryData(documentQuery(tenant, document.id).queryKey, document);
      void navigate(`${path('review', { id: document.id })}${tail}`, { replace: true });
    },
  });
}

interface Wish {
  stages: readonly QueueStage[];
  /** The document one comes from, which is not to come again. */
  after?: string;
}

async function firstFree(stages: readonly QueueStage[], after: string | undefined): Promise<Document | null> {
  for (const stage of stages) {
    // One after the other on purpose: each call takes a document.
    const { document } = await call(claimNext, { params: { stage }, body: after === undefined ? {} : { after } });
    if (document !== null) {
      return document;
    }
  }
  return null;
}
