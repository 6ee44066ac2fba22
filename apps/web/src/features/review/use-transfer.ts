import type { Document } from '@danku/contract/document-shapes.ts';
import { transferDocument } from '@danku/contract/documents.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { useTenant } from '../../app/paths.ts';
import { notify } from '../../components/notices.ts';
import type { Pick } from '../../components/pick-combobox.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';

/** Hands the document to someone else in the same stage. */
export function useTransfer(document: Document, onDone: () => void) {
  const { t } = useTranslation();
  const tenant = useTenant();
  const client = useQueryClient();
  const { id, version } = document;
  return useMutation({
    mutationFn: ({ member, reason }: { member: Pick; reason: string | null }) =>
      call(transferDocument, { params: { id }, body: { version, memberId: member.id, reason } }),
    onSuccess: (_reply, { member }) => {
      notify(t('review.transfer.done', { name: member.name }), { tone: 'ok' });
      void client.invalidateQueries({ queryKey: ['documents', tenant], refetchType: 'none' });
      void client.invalidateQueries({ queryKey: ['queues'] });
      onDone();
    },
  });
}
