import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Check } from './checks.ts';
import panel from './panel.module.css';

interface ReasonsPanelProps {
  warnings: readonly Check[];
  /** Reasons given at an earlier submit. */
  given: Readonly<Record<string, string>>;
  say: (check: Check) => string;
  place: (path: string) => string;
  isSending: boolean;
  onSend: (reasons: Record<string, string>) => void;
  onCancel: () => void;
}

/** All the warnings at once, one line each for the reason; sending submits. */
export function ReasonsPanel({ warnings, given, say, place, isSending, onSend, onCancel }: ReasonsPanelProps) {
  const { t } = useTranslation();
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>(given);
  const codes = [...new Set(warnings.map(({ code }) => code))];
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend(Object.fromEntries(codes.map((code) => [code, (reasons[code] ?? '').trim()])));
  };
  return (
    <form className={panel.panel} data-tone="warn" aria-label={t('entry.reasons.title')} onSubmit={send}>
      <h2 className={panel.title}>{t('entry.reasons.title')}</h2>
      <p>{t('entry.reasons.help', { count: codes.length })}</p>
      {codes.map((code, index) => (
        <label key={code} className={panel.reason}>
          {warnings
            .filter((warning) => warning.code === code)
            .map((warning) => [warning.path === null ? null : place(warning.path), say(warning)].filter(Boolean).join(' · '))
            .join('; ')}
          <input
            className={panel.input}
            required
            maxLength={500}
            autoFocus={index === 0}
            pattern=".*\S.*"
            value={reasons[code] ?? ''}
            onChange={(event) => setReasons({ ...reasons, [code]: event.currentTarget.value })}
          />
        </label>
      ))}
      <div className={panel.actions}>
        <Button type="submit" look="primary" loading={isSending}>
          {t('entry.reasons.send')}
        </Button>
        <Button onClick={onCancel}>{t('shell.verb.cancel')}</Button>
      </div>
    </form>
  );
}
