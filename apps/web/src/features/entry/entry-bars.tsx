import type { Document } from '@danku/contract/document-shapes.ts';
import type { Translate } from '@danku/words/translate.ts';
import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePath, useTenant } from '../../app/paths.ts';
import { queuesQuery } from '../../app/use-counts.ts';
import { AskBar } from '../../components/ask-bar.tsx';
import { Button, buttonClass } from '../../components/button.tsx';
import { GatedButton } from '../../components/gated-button.tsx';
import { useKeys } from '../../components/keys.ts';
import { notify } from '../../components/notices.ts';
import { StageBadge } from '../../components/stage-badge.tsx';
import { Tag } from '../../components/tag.tsx';
import { formatDuration } from '../../i18n/format.ts';
import { sayCode } from '../../i18n/say-code.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { DraftContent } from './draft-content.ts';
import type { DraftState } from './draft-keeper.ts';
import styles from './entry-desk.module.css';
import { useNote } from './entry-queries.ts';
import { LeaseClock } from './lease-clock.tsx';
import { SaveLine } from './save-line.tsx';
import type { useSubmitFlow } from './use-submit-flow.ts';

const soon = 2 * 60 * 60_000;
const refused = { allowed: false, reasons: [], remedies: [] };

/** A paper is called by what it says it is: "数电专票" rather than "发票". */
export function titleOf(t: Translate, { kind }: Document, { fields }: DraftContent): string {
  const type = fields['invoiceType'] ?? '';
  const isSpoken = kind === 'INV' && t.has(`choice.invoiceType.${type}`);
  return isSpoken ? sayCode(t, 'choice.invoiceType', type, 'kind.INV') : t(`kind.${kind}`);
}

export function EntryFacts({ document: { draftNumber, stage, isReturned, dueAt } }: { document: Document }) {
  const { t, language } = useTranslation();
  const [now] = useState(() => Date.now());
  const left = dueAt === null ? null : new Date(dueAt).getTime() - now;
  return (
    <>
      <span className={styles.number}>{t('document.draft', { id: draftNumber })}</span>
      <StageBadge stage={stage} flag={isReturned ? 'returned' : 'entering'} />
      {left !== null && (
        <Tag tone={left < 0 ? 'bad' : left < soon ? 'warn' : 'neutral'}>
          {t(left < 0 ? 'shell.time.overdue' : 'shell.time.left', { duration: formatDuration(left, language) })}
        </Tag>
      )}
    </>
  );
}

export function EntryCounts({ id, hasPages, until }: { id: string; hasPages: boolean; until: string | null }) {
  const { t } = useTranslation();
  const path = usePath();
  const { data } = useQuery(queuesQuery(useTenant()));
  const waiting = data?.items.find(({ stage }) => stage === 'entry')?.count;
  return (
    <>
      {hasPages && (
        <Link className={buttonClass('plain', 'small')} to={path('entryImage', { id })} target="_blank">
          {t('entry.image.secondWindow')}
        </Link>
      )}
      {waiting !== undefined && <span>{t('entry.queueLeft', { count: waiting })}</span>}
      {until !== null && <LeaseClock until={until} />}
    </>
  );
}

/** Why nothing can be typed here: the reasons, who holds the paper, and which answer is waited for. */
export function ReadOnlyNote({ document: { actions, lease, question }, isLost }: { document: Document; isLost: boolean }) {
  const { t } = useTranslation();
  const reasons = isLost ? ['leased-by-other'] : (actions.edit?.reasons ?? []);
  const parts = [
    t('entry.readOnly'),
    ...reasons.map((reason) => sayCode(t, 'reason', reason, 'problem.forbidden')),
    reasons.some((reason) => reason === 'leased-by-other') ? lease?.member.name : null,
    question === null ? null : `${question.asked.name}: ${question.body}`,
  ];
  return (
    <p className={styles.why} role="note">
      {parts.filter(Boolean).join(' · ')}
    </p>
  );
}

interface EntryActionsProps {
  draft: DraftState;
  readOnly: boolean;
  flow: ReturnType<typeof useSubmitFlow>;
  submit: Ref<HTMLButtonElement>;
}

/** The bar below: where the typing is, later, a note, and the way on. */
export function EntryActions({ draft, readOnly, flow, submit }: EntryActionsProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'skip' | 'note' | null>(null);
  const note = useNote(draft.document.id);
  useKeys([{ keys: 'Escape', label: 'shell.verb.later', run: () => setAsking('skip') }], !readOnly);
  const close = () => setAsking(null);
  if (asking === 'skip') {
    return (
      <AskBar
        label={t('entry.skip.reason')}
        confirm={t('entry.skip.confirm')}
        maxLength={200}
        isSending={flow.isSkipping}
        onSend={(reason) => flow.skip(reason)}
        onCancel={close}
      />
    );
  }
  if (asking === 'note') {
    const send = (body: string) =>
      note.mutate(body, {
        onSuccess: () => {
          notify(t('entry.noted'), { tone: 'ok' });
          close();
        },
      });
    return (
      <AskBar
        label={t('entry.note')}
        confirm={t('shell.verb.add')}
        placeholder={t('entry.notePlaceholder')}
        maxLength={2000}
        isSending={note.isPending}
        onSend={send}
        onCancel={close}
      />
    );
  }
  const { actions } = draft.document;
  return (
    <>
      <SaveLine save={draft.save} />
      {!readOnly && (
        <Button shortcut="Esc" onClick={() => setAsking('skip')}>
          {t('entry.later')}
        </Button>
      )}
      <GatedButton verdict={actions.comment ?? refused} onClick={() => setAsking('note')}>
        {t('entry.note')}
      </GatedButton>
      <GatedButton
        ref={submit}
        verdict={actions.submit ?? refused}
        look="primary"
        shortcut="Ctrl+↵"
        loading={flow.isBusy}
        onClick={() => flow.start()}
      >
        {t('entry.submitNext')}
      </GatedButton>
    </>
  );
}
