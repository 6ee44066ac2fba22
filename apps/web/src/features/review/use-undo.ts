import { withdrawPending } from '@danku/contract/review.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { call } from '../../api/call.ts';
import { usePath, useTenant } from '../../app/paths.ts';
import { notify } from '../../components/notices.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { takeBackDecision } from './review-session.ts';

/** Takes a decision back and opens its document again: the last one, or that of the document named. */
export function useUndo(): (documentId?: string) => void {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const path = usePath();
  const tenant = useTenant();
  const { mutate } = useMutation({
    mutationFn: (id: string) => call(withdrawPending, { params: { id } }),
    onSuccess: (_nothing, id) => {
      notify(t('review.undo.undone'), { tone: 'ok' });
      client.removeQueries({ queryKey: ['documents', tenant, 'review', id] });
      void client.invalidateQueries({ queryKey: ['queues'] });
      void navigate(path('review', { id }));
    },
  });
  return (documentId) => {
    const id = takeBackDecision(Date.now())?.documentId ?? documentId;
    if (id === undefined) {
      notify(t('review.undo.late'));
      return;
    }
    mutate(documentId ?? id);
  };
}
