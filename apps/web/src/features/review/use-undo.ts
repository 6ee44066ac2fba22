import { withdrawPending } from '@danku/contract/review.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { call } from '../../api/call.ts';
import { usePath } from '../../app/paths.ts';
import { notify } from '../../components/notices.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { takeBackDecision } from './review-session.ts';

/** Takes the last decision back and opens its document again. */
export function useUndo(): () => void {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const path = usePath();
  const { mutate } = useMutation({
    mutationFn: (id: string) => call(withdrawPending, { params: { id } }),
    onSuccess: async (_nothing, id) => {
      notify(t('review.undo.undone'), { tone: 'ok' });
      await client.invalidateQueries({ queryKey: ['document'] });
      void client.invalidateQueries({ queryKey: ['queues'] });
      void navigate(path('review', { id }));
    },
  });
  return () => {
    const last = takeBackDecision(Date.now());
    if (last === null) {
      notify(t('review.undo.late'));
      return;
    }
    mutate(last.documentId);
  };
}
