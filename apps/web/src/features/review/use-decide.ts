import type { Document, Keyed } from '@danku/contract/document-shapes.ts';
import { listDocumentEvents } from '@danku/contract/history.ts';
import { adjudicateDocument, approveDocument, sendBackDocument } from '@danku/contract/review.ts';
import type { FieldVerdict } from '@danku/domain/events.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { asProblem } from '../../api/problem-error.ts';
import { useTenant } from '../../app/paths.ts';
import { dismissNotice, notify } from '../../components/notices.ts';
import { sayCode } from '../../i18n/say-code.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { rememberDecision } from './review-session.ts';
import { useUndo } from './use-undo.ts';

const holdSeconds = 5;
/** Only the last decision keeps its notice, or they would pile up over the next document; `z` still reaches those before. */
let lastNotice = 0;

export type DecisionToSend =
  | { act: 'approve'; keyed?: Keyed }
  | { act: 'send-back'; verdicts: FieldVerdict[]; comment: string | null }
  | { act: 'adjudicate'; chosen: Keyed };

/**
 * Sends a decision, offers to undo it, and calls `goOn` as soon as it is accepted. Where someone else was faster, says who
 * and goes on as well.
 */
export function useDecide(document: Document, goOn: () => void) {
  const { t } = useTranslation();
  const tenant = useTenant();
  const client = useQueryClient();
  const undo = useUndo();
  const [shownAt] = useState(() => Date.now());
  const goOnAfter = () => {
    void client.invalidateQueries({ queryKey: ['queues'] });
    goOn();
  };
  return useMutation({
    mutationFn: (decision: DecisionToSend) => send(document, decision),
    onSuccess: (_reply, { act }) => {
      // The decided document stays on the screen until the next one is there; what is known of it is old now.
      void client.invalidateQueries({ queryKey: ['documents', tenant], refetchType: 'none' });
      const seconds = Math.round((Date.now() - shownAt) / 1000);
      const number = document.draftNumber;
      if (act === 'adjudicate') {
        rememberDecision(null, seconds);
        notify(t('review.adjudicate.done', { number }), { tone: 'ok' });
      } else {
        rememberDecision({ documentId: document.id, until: Date.now() + holdSeconds * 1000 }, seconds);
        const word = act === 'approve' ? 'review.undo.approved' : 'review.undo.sentBack';
        dismissNotice(lastNotice);
        lastNotice = notify(t(word, { number, seconds: holdSeconds }), {
          tone: 'ok',
          action: { label: t('shell.verb.undo'), run: () => undo(document.id) },
          stays: holdSeconds * 1000,
        });
      }
      goOnAfter();
    },
    onError: async (error) => {
      const { code } = asProblem(error);
      if (code === 'stale' || code === 'wrong-stage') {
        const by = await lastChange(document.id);
        notify(
          by === null
            ? t('review.changed')
            : t('review.changedBy', { name: by.name, what: sayCode(t, 'event', by.type, 'document.diff.changed') }),
          { tone: 'warn' },
        );
        await client.invalidateQueries({ queryKey: ['documents', tenant], refetchType: 'none' });
        goOnAfter();
      }
    },
    meta: { handles: ['stale', 'wrong-stage'] },
  });
}

function send(document: Document, decision: DecisionToSend): Promise<Document> {
  const { id, version } = document;
  const to = { params: { id } };
  if (decision.act === 'approve') {
    return call(approveDocument, { ...to, body: { version, keyed: decision.keyed, holdSeconds } });
  }
  if (decision.act === 'send-back') {
    return call(sendBackDocument, {
      ...to,
      body: { version, verdicts: decision.verdicts, comment: decision.comment, holdSeconds },
    });
  }
  return call(adjudicateDocument, { ...to, body: { version, chosen: decision.chosen } });
}

const moves = [
  'approved',
  'sent-back',
  'withdrawn',
  'adjudicated',
  'voided',
  'archived',
  'transferred',
  'decision-held',
  'edited',
];

/** Who moved the document last, as far as one may know; null where that stays hidden or the network fails. */
async function lastChange(id: string): Promise<{ name: string; type: string } | null> {
  try {
    const { items } = await call(listDocumentEvents, { params: { id }, query: { limit: 10 } });
    const event = items.find(({ type }) => moves.includes(type.replace('document.', '')));
    return event === undefined ? null : { name: event.actorName, type: event.type };
  } catch {
    return null;
  }
}
