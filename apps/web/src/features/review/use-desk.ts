import type { Document } from '@danku/contract/document-shapes.ts';
import { errorClasses } from '@danku/domain/events.ts';
import { useState } from 'react';
import { notify } from '../../components/notices.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Chosen } from './adjudication.ts';
import { chosenValues, faultsOf, readingsOf, startingChoice } from './adjudication.ts';
import type { KeyedTexts } from './keyed-values.ts';
import { blankTexts, keyedFieldsOf, readKeyed } from './keyed-values.ts';
import { flatten, targetsOf, wholeDocument } from './review-targets.ts';
import { useDecide } from './use-decide.ts';
import { useDifferences } from './use-differences.ts';
import { useLease } from './use-lease.ts';
import { useNextDocument } from './use-next-document.ts';
import { useReviewMarks } from './use-review-marks.ts';
import { reviewStages, useReviewStages } from './use-review-stages.ts';
import { useUndo } from './use-undo.ts';

export type Mode = 'fields' | 'blind' | 'adjudication';
export type OpenDialog = 'skip' | 'transfer' | null;

/** Everything that happens at the review desk for one document; the state lasts as long as this version is shown. */
export function useDesk(document: Document) {
  const { t, language } = useTranslation();
  const mode = modeOf(document);
  const review = useReviewMarks();
  const [isHighlit, setHighlit] = useState(true);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [texts, setTexts] = useState(blankTexts);
  const [hasTried, setTried] = useState(false);
  const readings = mode === 'adjudication' ? readingsOf(document) : [];
  const [focused, setFocused] = useState(readings.find(({ agree }) => !agree)?.path ?? null);
  const [chosen, setChosen] = useState<Chosen>(() => startingChoice(readings));
  const differences = useDifferences(document);
  const targets = mode === 'blind' ? { fields: [], lines: [] } : targetsOf(document, t, language);
  const next = useNext(document);
  const decide = useDecide(document, next.goOn);
  const undo = useUndo();
  const isBusy = decide.isPending || next.isPending;
  const reading = readKeyed(document.kind, texts);

  const approve = () => {
    const { approve: verdict, adjudicate } = document.actions;
    if (isBusy || !(mode === 'adjudication' ? adjudicate : verdict).allowed) {
      return;
    }
    if (Object.keys(review.marks).length > 0) {
      notify(t('review.hasMarks'), { tone: 'warn' });
      return;
    }
    if (mode === 'adjudication') {
      adjudicateNow();
      return;
    }
    setTried(true);
    if (mode === 'fields') {
      decide.mutate({ act: 'approve' });
    } else if (Object.keys(reading.faults).length === 0) {
      decide.mutate({ act: 'approve', keyed: reading.keyed });
    }
  };
  const adjudicateNow = () => {
    const values = chosenValues(readings, chosen);
    const faults = faultsOf(readings, chosen);
    if (values === null || faults.length > 0) {
      notify(t(values === null ? 'review.adjudicate.choose' : 'review.adjudicate.notClerk'), { tone: 'warn' });
      if (values !== null) {
        review.propose(faults);
      }
      return;
    }
    decide.mutate({ act: 'adjudicate', chosen: values });
  };
  const send = () => {
    const verdicts = Object.values(review.marks);
    const comment = review.comment.trim() || null;
    if (!isBusy && document.actions['send-back'].allowed && (verdicts.length > 0 || comment !== null)) {
      decide.mutate({ act: 'send-back', verdicts, comment });
    }
  };
  const order =
    mode === 'fields' ? flatten(targets).map(({ path }) => path) : keyedFieldsOf(document.kind).map(({ path }) => path);
  const digit = (number: number) => {
    const row = readings.find(({ path }) => path === focused) ?? readings.find(({ field }) => chosen[field] === undefined);
    const errorClass = errorClasses[number - 1];
    if (mode === 'adjudication' && !review.isMarking) {
      if (row !== undefined && number <= row.values.length) {
        setChosen({ ...chosen, [row.field]: number - 1 });
      }
    } else if (errorClass !== undefined && document.actions['send-back'].allowed) {
      review.mark(focused ?? wholeDocument, errorClass);
    }
  };
  const moves = {
    approve,
    send: () => (review.isMarking ? send() : approve()),
    sendBack: () => {
      if (review.isMarking) {
        send();
      } else if (document.actions['send-back'].allowed) {
        review.setMarking(true);
        setFocused(focused ?? differences.stops[0] ?? order[0] ?? null);
      }
    },
    closeMarking: () => review.setMarking(false),
    skip: () => setDialog('skip'),
    transfer: () => document.actions.transfer.allowed && setDialog('transfer'),
    undo: () => undo(),
    step: (by: 1 | -1) => setFocused(stepped(order, focused, by)),
    nextDifference: () => setFocused(stepped(differences.stops, focused, 1)),
    highlight: () => setHighlit(!isHighlit),
    digit,
  };
  const blind = { texts, faults: hasTried ? reading.faults : {}, setTexts: (now: KeyedTexts) => setTexts(now) };
  return {
    mode,
    review,
    focused,
    setFocused,
    isHighlit,
    dialog,
    setDialog,
    targets,
    differences,
    chosen,
    setChosen,
    moves,
    isBusy,
    next,
    blind,
    send,
    undo,
  };
}

export type Desk = ReturnType<typeof useDesk>;

function modeOf(document: Document): Mode {
  if (document.isBlind) {
    return 'blind';
  }
  return document.stage === 'adjudication' && document.keyed.length > 0 ? 'adjudication' : 'fields';
}

/** The lease on this document, and the way to the next one. */
function useNext(document: Document) {
  const stages = useReviewStages() ?? reviewStages.filter((stage) => stage === document.stage);
  const { mutate, isPending } = useNextDocument();
  const { approve, adjudicate } = document.actions;
  const lease = useLease(document, approve.allowed || adjudicate.allowed);
  const goOn = () => {
    lease.settle();
    mutate({ stages, after: document.id });
  };
  return { goOn, isPending, leaseUntil: lease.until };
}

/** The entry after (or before) the one in focus; around the end. Below a line in focus, its first cell. */
function stepped(order: readonly string[], from: string | null, by: 1 | -1): string | null {
  if (order.length === 0) {
    return from;
  }
  const at = from === null ? -1 : order.findIndex((path) => path === from || path.startsWith(`${from}/`));
  const start = at === -1 && by === -1 ? 0 : at;
  return order[(start + by + order.length) % order.length] ?? null;
}
