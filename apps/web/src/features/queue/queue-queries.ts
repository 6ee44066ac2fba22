import type { Document, DocumentRow } from '@danku/contract/document-shapes.ts';
import { transferDocument } from '@danku/contract/documents.ts';
import { listQueue } from '@danku/contract/work.ts';
import type { QueueStage } from '@danku/domain/documents/flow.ts';
import type { Kind } from '@danku/domain/documents/kinds.ts';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { notify } from '../../components/notices.ts';
import type { Pick } from '../../components/pick-combobox.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';

const firstPage: string | undefined = undefined;

/** What waits in a stage, the most pressing first. */
export function queueQuery(tenant: string, stage: QueueStage, kind: Kind | undefined) {
  return infiniteQueryOptions({
    queryKey: ['queues', tenant, stage, kind ?? 'all'],
    queryFn: ({ pageParam, signal }) => call(listQueue, { params: { stage }, query: { cursor: pageParam, kind } }, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    refetchInterval: 30_000,
  });
}

/** Hands several documents to one person, one after the other; the first that is refused stops it. */
export function useTransferRows(onDone: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ rows, member, reason }: { rows: readonly DocumentRow[]; member: Pick; reason: string | null }) => {
      const moved: Document[] = [];
      for (const { id, version } of rows) {
        moved.push(await call(transferDocument, { params: { id }, body: { version, memberId: member.id, reason } }));
      }
      return moved;
    },
    onSuccess: (_moved, { member }) => {
      notify(t('review.transfer.done', { name: member.name }), { tone: 'ok' });
      onDone();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['queues'] }),
  });
}
