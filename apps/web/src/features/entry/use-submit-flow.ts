import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { usePath } from '../../app/paths.ts';
import { asProblem } from '../../api/problem-error.ts';
import { notify } from '../../components/notices.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Check } from './checks.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { useClaimNext, useSkip, useSubmit } from './entry-queries.ts';
import type { Checks } from './use-checks.ts';

interface SubmitNeeds {
  keeper: DraftKeeper;
  checks: Checks;
  /** Something blocks: the form shows it and goes there. */
  onBlocked: (check: Check) => void;
}

/** The way out of a form: save, check, ask for reasons where warnings stand, submit, and on to the next document. */
export function useSubmitFlow({ keeper, checks, onBlocked }: SubmitNeeds) {
  const { t } = useTranslation();
  const { id } = keeper.state().document;
  const client = useQueryClient();
  const navigate = useNavigate();
  const path = usePath();
  const submission = useSubmit(id);
  const skipping = useSkip(id);
  const claiming = useClaimNext();
  const [isChecking, setChecking] = useState(false);
  const [warnings, setWarnings] = useState<readonly Check[]>([]);

  const goNext = async () => {
    const { document } = await claiming.mutateAsync(id);
    await navigate(document === null ? path('entryQueue') : path('entry', { id: document.id }));
  };
  const check = async (): Promise<boolean> => {
    const found = await checks.ask(keeper.state().content);
    const blocking = found.find(({ severity }) => severity === 'error');
    if (blocking !== undefined) {
      onBlocked(blocking);
      return false;
    }
    const asked = found.filter(({ severity }) => severity === 'warning');
    const given = keeper.state().document.warningReasons;
    setWarnings(asked);
    return asked.every(({ code }) => (given[code] ?? '') !== '');
  };
  const send = async (reasons: Record<string, string>) => {
    const { document } = keeper.state();
    try {
      const reply = await submission.mutateAsync({ version: document.version, reasons });
      keeper.adopt(reply);
      notify(t('entry.submitted', { number: reply.number ?? reply.draftNumber }), { tone: 'ok' });
      setWarnings([]);
    } catch (error) {
      const { code } = asProblem(error);
      if (code === 'stale') {
        await client.refetchQueries({ queryKey: ['documents'], type: 'active' });
      }
      notify(t(`problem.${code}`), { tone: 'bad' });
      await check();
      return;
    }
    await goNext();
  };
  const start = async () => {
    if (isChecking || submission.isPending) {
      return;
    }
    setChecking(true);
    try {
      if ((await keeper.flush()) && (await check())) {
        await send(keeper.state().document.warningReasons);
      }
    } finally {
      setChecking(false);
    }
  };
  const skip = async (reason: string) => {
    await keeper.flush();
    await skipping.mutateAsync(reason);
    await goNext();
  };
  return {
    start: () => told(start()),
    send: (reasons: Record<string, string>) => told(send(reasons)),
    warnings,
    cancel: () => setWarnings([]),
    isBusy: isChecking || submission.isPending || claiming.isPending,
    skip: (reason: string) => told(skip(reason)),
    isSkipping: skipping.isPending,
  };
}

/** The person was told by the call itself; what is left is not to leave a rejection lying about. */
function told(work: Promise<void>): void {
  work.catch(() => undefined);
}
