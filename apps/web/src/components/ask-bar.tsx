import type { FormEvent, KeyboardEvent } from 'react';
import { useId, useState } from 'react';
import styles from './ask-bar.module.css';
import { Button } from './button.tsx';
import { isComposing } from './keys.ts';
import { useTranslation } from '../i18n/use-translation.ts';

interface AskBarProps {
  label: string;
  confirm: string;
  placeholder?: string;
  maxLength: number;
  isSending: boolean;
  onSend: (text: string) => void;
  onCancel: () => void;
}

/** One line of text asked for in place: Enter sends, Escape takes it back. */
export function AskBar({ label, confirm, placeholder, maxLength, isSending, onSend, onCancel }: AskBarProps) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend(text.trim());
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !isComposing(event.nativeEvent)) {
      event.preventDefault();
      onCancel();
    }
  };
  return (
    <form className={styles.bar} onSubmit={send}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        id={id}
        className={styles.input}
        required
        pattern=".*\S.*"
        autoFocus
        maxLength={maxLength}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
      />
      <Button type="submit" look="primary" loading={isSending}>
        {confirm}
      </Button>
      <Button onClick={onCancel}>{t('shell.verb.cancel')}</Button>
    </form>
  );
}
