import { returnToInbox } from '@danku/contract/documents.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { call } from '../../api/call.ts';
import { usePath } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { notify } from '../../components/notices.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import panel from './panel.module.css';

/** The buyer is one of our own entities: no sale. What was typed is saved, and the paper goes back to the inbox with that reason. */
export function PurchasePanel({ keeper }: { keeper: DraftKeeper }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const path = usePath();
  const giveBack = useMutation({
    mutationFn: async () => {
      await keeper.flush();
      const { id, version } = keeper.state().document;
      return call(returnToInbox, { params: { id }, body: { version, reason: 'is-purchase' } });
    },
    onSuccess: async () => {
      notify(t('entry.purchase.done'), { tone: 'ok' });
      await navigate(path('inbox'));
      await client.invalidateQueries({ queryKey: ['queues'] });
    },
  });
  return (
    <section className={panel.panel} data-tone="warn" aria-label={t('entry.purchase.title')}>
      <h2 className={panel.title}>{t('entry.purchase.title')}</h2>
      <p>{t('entry.purchase.help')}</p>
      <Button loading={giveBack.isPending} onClick={() => giveBack.mutate()}>
        {t('entry.purchase.return')}
      </Button>
    </section>
  );
}
