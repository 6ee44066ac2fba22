import { useRef } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from './button.tsx';
import { notify } from './notices.ts';
import styles from './shown-once.module.css';

/** A secret that is shown now and never again, with a button that copies it. */
export function ShownOnce({ label, value, help }: { label: string; value: string; help: string }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const copy = async () => {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      notify(t('shell.verb.copied'), { tone: 'ok' });
    } catch {
      // On plain http there is no clipboard; the text is selected, so that Ctrl+C takes it.
      input.current?.focus();
    }
  };
  return (
    <div className={styles.once}>
      <p className={styles.help}>{help}</p>
      <div className={styles.row}>
        <input ref={input} readOnly aria-label={label} value={value} onFocus={(event) => event.currentTarget.select()} />
        <Button look="primary" onClick={() => void copy()}>
          {t('shell.verb.copy')}
        </Button>
      </div>
    </div>
  );
}
