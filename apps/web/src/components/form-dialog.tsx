import { Dialog } from './dialog.tsx';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from './button.tsx';
import styles from './field.module.css';

interface FormDialogProps {
  title: string;
  onClose: () => void;
  onSubmit: () => void;
  /** The word on the button that does it. */
  submit: string;
  look?: 'primary' | 'danger';
  /** The form cannot be sent yet. */
  disabled?: boolean;
  loading?: boolean;
  size?: 'md' | 'lg' | 'xl';
  children: ReactNode;
}

/** A question that has to be answered before something is done: a form in a dialog, sent by Enter or its button. */
export function FormDialog({
  title,
  onClose,
  onSubmit,
  submit,
  look = 'primary',
  disabled,
  loading,
  size = 'md',
  children,
}: FormDialogProps) {
  const { t } = useTranslation();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (disabled !== true && loading !== true) {
      onSubmit();
    }
  };
  return (
    <Dialog onClose={onClose} title={title} size={size}>
      <form className={styles.form} onSubmit={send} noValidate>
        {children}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('shell.verb.cancel')}</Button>
          <Button type="submit" look={look} disabled={disabled} loading={loading}>
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A dialog that only shows something, such as a link that is seen once. */
export function ShowDialog({
  title,
  onClose,
  size = 'md',
  children,
}: Pick<FormDialogProps, 'title' | 'onClose' | 'size' | 'children'>) {
  return (
    <Dialog onClose={onClose} title={title} size={size}>
      <div className={styles.form}>{children}</div>
    </Dialog>
  );
}
