import type { ComponentProps } from 'react';
import { useId } from 'react';
import styles from './auth.module.css';

interface LabelledInputProps extends ComponentProps<'input'> {
  label: string;
  help?: string;
  fault?: string | null;
}

/** A native input with its name above, and its help or fault below. */
export function LabelledInput({ label, help, fault, ...input }: LabelledInputProps) {
  const id = useId();
  const note = fault ?? help;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        {...input}
        aria-invalid={Boolean(fault) || undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
      />
      {note !== undefined && (
        <span id={`${id}-note`} className={fault ? styles.fault : styles.help}>
          {note}
        </span>
      )}
    </div>
  );
}
