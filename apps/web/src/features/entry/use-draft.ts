import type { Document } from '@danku/contract/document-shapes.ts';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTenant } from '../../app/paths.ts';
import { notify } from '../../components/notices.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { DraftKeeper, DraftState } from './draft-keeper.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import { entryQuery, patchDraft } from './entry-queries.ts';
import type { FormLayout } from './form-layout.ts';
import type { LocalDraft } from './local-drafts.ts';
import { dropLocalDraft, keepLocalDraft } from './local-drafts.ts';

interface DraftNeeds {
  document: Document;
  layout: FormLayout;
  kept: LocalDraft | null;
}

/** The draft of one document while its form is open: saved as one types, again when the network is back, and when one leaves. */
export function useDraft({ document, layout, kept }: DraftNeeds): DraftState & { keeper: DraftKeeper } {
  const tenant = useTenant();
  const client = useQueryClient();
  const { t } = useTranslation();
  const { id } = document;
  const [keeper] = useState(() =>
    createDraftKeeper(document, {
      definition: layout.definition,
      patch: async (version, content) => {
        const reply = await patchDraft(id, version, content);
        client.setQueryData(entryQuery(tenant, id).queryKey, reply);
        return reply;
      },
      keepLocal: (draft) => keepLocalDraft(tenant, id, draft),
      dropLocal: () => dropLocalDraft(tenant, id),
      onMerged: (count) => notify(t('entry.save.merged', { count })),
    }),
  );
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);
  useEffect(() => keeper.restore(kept), [keeper, kept]);
  useEffect(() => keeper.see(document), [keeper, document]);
  useEffect(() => {
    keeper.start();
    const save = () => void keeper.flush();
    const hide = () => window.document.visibilityState === 'hidden' && save();
    window.addEventListener('online', save);
    window.document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('online', save);
      window.document.removeEventListener('visibilitychange', hide);
      keeper.stop();
    };
  }, [keeper]);
  return { ...state, keeper };
}
