import type { Document } from '@danku/contract/document-shapes.ts';
import { useState } from 'react';
import { AreaField, Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import type { Pick } from '../../components/pick-combobox.tsx';
import { PickCombobox } from '../../components/pick-combobox.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Act } from './document-mutations.ts';
import { findMembers } from './documents-queries.ts';

export interface ActDialogProps {
  document: Document;
  onAct: (act: Act) => void;
  onClose: () => void;
  loading: boolean;
}

/** Void or amend: what it means, and a reason that stays in the history. */
export function ReasonDialog({ action, onAct, onClose, loading, document }: ActDialogProps & { action: 'void' | 'amend' }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const isVoid = action === 'void';
  return (
    <FormDialog
      title={t(isVoid ? 'document.dialog.voidTitle' : 'document.dialog.amendTitle', {
        number: document.registryNumber ?? document.draftNumber,
      })}
      onClose={onClose}
      onSubmit={() => onAct({ action, reason: reason.trim() })}
      submit={t(`action.${action}`)}
      look={isVoid ? 'danger' : 'primary'}
      disabled={reason.trim() === ''}
      loading={loading}
    >
      <p>{t(isVoid ? 'document.dialog.voidHelp' : 'document.dialog.amendHelp')}</p>
      <AreaField
        label={t('document.dialog.reason')}
        placeholder={t('document.dialog.reasonPlaceholder')}
        required
        autoFocus
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

/** A person of the organisation, found by name. */
function MemberField({ label, picked, onPick }: { label: string; picked: Pick | null; onPick: (pick: Pick | null) => void }) {
  const [text, setText] = useState('');
  return (
    <Field label={label}>
      {(control) => (
        <PickCombobox
          {...control}
          autoFocus
          required
          value={picked?.name ?? text}
          onChange={(typed) => {
            setText(typed);
            onPick(null);
          }}
          search={findMembers}
          onPick={onPick}
        />
      )}
    </Field>
  );
}

export function TransferDialog({ onAct, onClose, loading }: ActDialogProps) {
  const { t } = useTranslation();
  const [member, setMember] = useState<Pick | null>(null);
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={t('action.transfer')}
      onClose={onClose}
      onSubmit={() => member !== null && onAct({ action: 'transfer', memberId: member.id, reason: reason.trim() || null })}
      submit={t('action.transfer')}
      disabled={member === null}
      loading={loading}
    >
      <MemberField label={t('document.dialog.transferTo')} picked={member} onPick={setMember} />
      <AreaField
        label={t('document.dialog.reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

export function AskDialog({ onAct, onClose, loading }: ActDialogProps) {
  const { t } = useTranslation();
  const [member, setMember] = useState<Pick | null>(null);
  const [body, setBody] = useState('');
  return (
    <FormDialog
      title={t('action.ask')}
      onClose={onClose}
      onSubmit={() => member !== null && onAct({ action: 'ask', memberId: member.id, body: body.trim() })}
      submit={t('action.ask')}
      disabled={member === null || body.trim() === ''}
      loading={loading}
    >
      <p>{t('document.dialog.askHelp')}</p>
      <MemberField label={t('document.dialog.askWhom')} picked={member} onPick={setMember} />
      <AreaField
        label={t('document.dialog.question')}
        required
        maxLength={1000}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

export function AnswerDialog({ document, onAct, onClose, loading }: ActDialogProps) {
  const { t } = useTranslation();
  const [body, setBody] = useState('');
  return (
    <FormDialog
      title={t('action.answer')}
      onClose={onClose}
      onSubmit={() => onAct({ action: 'answer', body: body.trim() })}
      submit={t('action.answer')}
      disabled={body.trim() === ''}
      loading={loading}
    >
      {document.question !== null && (
        <blockquote style={{ margin: 0, padding: '6px 12px', borderLeft: '3px solid var(--line)' }}>
          {document.question.body} — {document.question.askedBy.name}
        </blockquote>
      )}
      <AreaField
        label={t('document.dialog.answer')}
        required
        autoFocus
        maxLength={2000}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
