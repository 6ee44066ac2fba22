import { withdrawPending } from '@danku/contract/review.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { call } from '../../api/call.ts';
import { asProblem } from '../../api/problem-error.ts';
import { usePath, useTenant } from '../../app/paths.ts';
import { notify } from '../../components/notices.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { forgetDecision, lastFresh } from './review-session.ts';

/** Takes a decision back and opens its document again: the last one, or that of the document named. Too late is said as such. */
export function useUndo(): (documentId?: string) => void {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const path = usePath();
  const tenant = useTenant();
  const { mutate } = useMutation({
    mutationFn: (id: string) => call(withdrawPending, { params: { id } }),
    onSuccess: (_nothing, id) => {
      forgetDecision(id);
      notify(t('review.undo.undone'), { tone: 'ok' });
      client.removeQueries({ queryKey: ['documents', tenant, 'review', id] });
      void client.invalidateQueries({ queryKey: ['queues'] });
      void navigate(path('review', { id }));
    },
    onError: (error) => {
      if (asProblem(error).code === 'not-found') {
        notify(t('review.undo.late'), { tone: 'warn' });
      }
    },
    meta: { handles: ['not-found'] },
  });
  return (documentId) => {
    const id = documentId ?? lastFresh(Date.now());
    if (id === null) {
      notify(t('review.undo.late'));
      return;
    }
    mutate(id);
  };
}
