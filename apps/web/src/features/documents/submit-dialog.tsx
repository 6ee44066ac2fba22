import type { Finding } from '@danku/contract/document-shapes.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePath, useTenant } from '../../app/paths.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { pathLabel } from '../../components/field-word.ts';
import { TextField } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Tag } from '../../components/tag.tsx';
import { sayCode } from '../../i18n/say-code.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { ActDialogProps } from './act-dialogs.tsx';
import styles from './document-page.module.css';
import { findingsQuery } from './documents-queries.ts';

const tones = { error: 'bad', warning: 'warn', info: 'info' } as const;

/** What the checks say before it goes to review: errors stop it, each warning asks for a reason. */
export function SubmitDialog({ document, onAct, onClose, loading }: ActDialogProps) {
  const { t } = useTranslation();
  const findings = useQuery(findingsQuery(useTenant(), document.id));
  const [reasons, setReasons] = useState<Record<string, string>>(document.warningReasons);
  const items = findings.data?.items ?? [];
  const warnings = new Set(items.filter(({ severity }) => severity === 'warning').map(({ code }) => code));
  const lacksReason = [...warnings].some((code) => (reasons[code] ?? '').trim() === '');
  const isBlocked = items.some(({ severity }) => severity === 'error');
  const given = Object.fromEntries([...warnings].map((code) => [code, (reasons[code] ?? '').trim()]));
  return (
    <FormDialog
      title={t('action.submit')}
      size="lg"
      onClose={onClose}
      onSubmit={() => onAct({ action: 'submit', reasons: given })}
      submit={t('action.submit')}
      disabled={findings.data === undefined || isBlocked || lacksReason}
      loading={loading}
    >
      {findings.isPending && <Skeleton lines={3} />}
      {findings.isError && <ErrorState error={findings.error} onRetry={() => void findings.refetch()} />}
      {findings.data !== undefined && items.length === 0 && <p>{t('document.dialog.noFindings')}</p>}
      {isBlocked && <p>{t('document.dialog.blocked')}</p>}
      {items.map((finding, index) => (
        <FindingLine key={`${index} ${finding.code}`} finding={finding} />
      ))}
      {!isBlocked &&
        [...warnings].map((code) => (
          <TextField
            key={code}
            label={t('document.dialog.reasonFor', { finding: sayCode(t, 'finding', code, 'finding.other') })}
            required
            maxLength={500}
            value={reasons[code] ?? ''}
            onChange={(event) => setReasons({ ...reasons, [code]: event.currentTarget.value })}
          />
        ))}
    </FormDialog>
  );
}

function FindingLine({ finding: { code, severity, path, params, twin } }: { finding: Finding }) {
  const { t } = useTranslation();
  const address = usePath();
  const given = Object.fromEntries(Object.entries(params ?? {}).map(([key, value]) => [key, String(value)]));
  return (
    <p className={styles.finding}>
      <Tag tone={tones[severity]}>{path === null ? t('document.one') : pathLabel(t, path)}</Tag>
      <span>{sayCode(t, 'finding', code, 'finding.other', given)}</span>
      {twin !== null && <Link to={address('document', { id: twin.id })}>{twin.number ?? t(`kind.${twin.kind}`)}</Link>}
    </p>
  );
}
