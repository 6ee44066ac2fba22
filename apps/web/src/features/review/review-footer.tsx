import type { Document } from '@danku/contract/document-shapes.ts';
import { Button } from '../../components/button.tsx';
import { GatedButton } from '../../components/gated-button.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Desk } from './use-desk.ts';

/** What can be done with the document, each with its key. */
export function ReviewFooter({ document, desk }: { document: Document; desk: Desk }) {
  const { t } = useTranslation();
  const { moves, isBusy, mode, review } = desk;
  const { actions } = document;
  const hasMarks = Object.keys(review.marks).length > 0;
  return (
    <>
      <span style={{ color: 'var(--text-2)' }}>
        {t('review.hint')} · {t('shell.keys.hint')}
      </span>
      <GatedButton verdict={actions.transfer} shortcut="W" onClick={moves.transfer}>
        {t('action.transfer')}
      </GatedButton>
      <Button shortcut="E" onClick={moves.skip}>
        {t('shell.verb.later')}
      </Button>
      <GatedButton verdict={actions['send-back']} look="danger" shortcut="R" loading={isBusy} onClick={moves.sendBack}>
        {t('review.sendBack.title')}
      </GatedButton>
      <GatedButton
        verdict={mode === 'adjudication' ? actions.adjudicate : actions.approve}
        look={hasMarks ? 'normal' : 'primary'}
        shortcut={mode === 'blind' ? 'Ctrl+Enter' : 'A'}
        loading={isBusy}
        onClick={moves.approve}
      >
        {t(mode === 'adjudication' ? 'action.adjudicate' : 'action.approve')}
      </GatedButton>
    </>
  );
}
