import type { Document } from '@danku/contract/document-shapes.ts';
import type { DocumentAction, Stage } from '@danku/domain/documents/flow.ts';
import { flow } from '@danku/domain/documents/flow.ts';
import type { ComponentType } from 'react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Place } from '../../app/paths.ts';
import { usePath } from '../../app/paths.ts';
import { buttonClass } from '../../components/button.tsx';
import { GatedButton } from '../../components/gated-button.tsx';
import { notify } from '../../components/notices.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { ActDialogProps } from './act-dialogs.tsx';
import { AnswerDialog, AskDialog, ReasonDialog, TransferDialog } from './act-dialogs.tsx';
import type { Act } from './document-mutations.ts';
import { useAct } from './document-mutations.ts';
import { SubmitDialog } from './submit-dialog.tsx';

type Asked = Exclude<Act['action'], 'withdraw'>;

const dialogs: Record<Asked, ComponentType<ActDialogProps>> = {
  submit: SubmitDialog,
  transfer: TransferDialog,
  ask: AskDialog,
  answer: AnswerDialog,
  void: (props) => <ReasonDialog {...props} action="void" />,
  amend: (props) => <ReasonDialog {...props} action="amend" />,
};

const inOrder = ['answer', 'withdraw', 'ask', 'transfer', 'amend', 'void', 'submit'] as const;

/** Everything that may be done now. What is possible in this stage but not to this person says why; what they never may is not shown. */
export function DocumentActions({ document }: { document: Document }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = usePath();
  const act = useAct(document);
  const [open, setOpen] = useState<Asked | null>(null);
  const Dialog = open === null ? null : dialogs[open];
  const perform = (given: Act) =>
    act.mutate(given, {
      onSuccess: (reply) => {
        setOpen(null);
        notify(t(`document.done.${given.action}`), { tone: 'ok' });
        if (given.action === 'amend') {
          void navigate(path(reply.actions.edit.allowed ? 'entry' : 'document', { id: reply.id }));
        }
      },
    });
  return (
    <>
      {inOrder
        .filter((action) => isOffered(document, action))
        .map((action) => (
          <GatedButton
            key={action}
            verdict={document.actions[action]}
            explains="below"
            size="small"
            look={action === 'void' ? 'danger' : 'normal'}
            loading={action === 'withdraw' && act.isPending}
            onClick={() => (action === 'withdraw' ? perform({ action }) : setOpen(action))}
          >
            {t(`action.${action}`)}
          </GatedButton>
        ))}
      <NextStep document={document} />
      {Dialog !== null && <Dialog document={document} onAct={perform} onClose={() => setOpen(null)} loading={act.isPending} />}
    </>
  );
}

function isOffered({ stage, question, actions }: Document, action: DocumentAction): boolean {
  const possible: readonly Stage[] = flow[action].in;
  if (!possible.includes(stage) || (action === 'answer' && question === null)) {
    return false;
  }
  const { allowed, reasons } = actions[action];
  return allowed || !reasons.some((reason) => reason === 'no-permission' || reason === 'not-submitter');
}

interface Step {
  action: DocumentAction;
  place: Place;
  word: 'entry' | 'review' | 'adjudicate' | 'archive';
}

const steps: Partial<Record<Stage, Step>> = {
  entry: { action: 'edit', place: 'entry', word: 'entry' },
  review: { action: 'approve', place: 'review', word: 'review' },
  'second-review': { action: 'approve', place: 'review', word: 'review' },
  adjudication: { action: 'adjudicate', place: 'review', word: 'adjudicate' },
  approved: { action: 'archive', place: 'archive', word: 'archive' },
};

/** The way to the desk where the document's work is done. */
function NextStep({ document }: { document: Document }) {
  const { t } = useTranslation();
  const path = usePath();
  const step = steps[document.stage];
  if (step === undefined) {
    return null;
  }
  const verdict = document.actions[step.action];
  const label = t(`document.open.${step.word}`);
  return verdict.allowed ? (
    <Link className={buttonClass('primary', 'small')} to={path(step.place, { id: document.id })}>
      {label}
    </Link>
  ) : (
    <GatedButton verdict={verdict} explains="below" size="small">
      {label}
    </GatedButton>
  );
}
