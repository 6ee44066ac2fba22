import { archiveDocument } from '@danku/contract/archive.ts';
import type { DocumentRow } from '@danku/contract/document-shapes.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '../../api/call.ts';
import type { ProblemError } from '../../api/problem-error.ts';
import { asProblem } from '../../api/problem-error.ts';
import { usePath, useTenant } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { sayCode } from '../../i18n/say-code.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './archive.module.css';

interface Outcome {
  row: DocumentRow;
  /** Null for what was archived. */
  problem: ProblemError | null;
}

/** Asks once, archives one after the other through the same gate, and names what was refused and why. */
export function ArchiveBatch({ rows, onClose }: { rows: readonly DocumentRow[]; onClose: () => void }) {
  const { t } = useTranslation();
  const tenant = useTenant();
  const client = useQueryClient();
  // The rows leave the queue while they are archived; the dialog keeps those it was opened with.
  const [chosen] = useState(rows);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const run = useMutation({
    mutationFn: async () => {
      for (const row of chosen) {
        const outcome = { row, problem: await archive(row) };
        setOutcomes((now) => [...now, outcome]);
      }
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['documents', tenant] });
      return client.invalidateQueries({ queryKey: ['queues'] });
    },
  });
  const refused = outcomes.filter(({ problem }) => problem !== null);
  const close = () => {
    if (!run.isPending) {
      onClose();
    }
  };
  const isOver = outcomes.length === chosen.length;
  return (
    <Dialog title={t('archive.batch.title', { count: chosen.length })} onClose={close}>
      {outcomes.length === 0 && <p>{t('archive.confirm')}</p>}
      {(run.isPending || isOver) && (
        <p role="status">
          {t('archive.batch.done', { count: outcomes.length - refused.length })} / {chosen.length}
        </p>
      )}
      {refused.length > 0 && <Refused outcomes={refused} />}
      <div className={styles.acts}>
        <Button disabled={run.isPending} onClick={close}>
          {t(isOver ? 'shell.verb.close' : 'shell.verb.cancel')}
        </Button>
        {!isOver && (
          <Button look="primary" data-autofocus loading={run.isPending} onClick={() => run.mutate()}>
            {t('archive.run')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function Refused({ outcomes }: { outcomes: readonly Outcome[] }) {
  const { t } = useTranslation();
  const path = usePath();
  return (
    <>
      <p className={styles.bad}>{t('archive.batch.refused', { count: outcomes.length })}</p>
      <ul>
        {outcomes.map(({ row, problem }) => (
          <li key={row.id} className={styles.loan}>
            <Link to={path('archive', { id: row.id })}>{row.registryNumber ?? row.draftNumber}</Link>
            <span>
              {problem !== null &&
                [
                  t(`problem.${problem.code}`),
                  ...problem.reasons.map((reason) => sayCode(t, 'reason', reason, 'problem.forbidden')),
                ].join(' ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

async function archive({ id, version }: DocumentRow): Promise<ProblemError | null> {
  try {
    await call(archiveDocument, { params: { id }, body: { version } });
    return null;
  } catch (error) {
    return asProblem(error);
  }
}
