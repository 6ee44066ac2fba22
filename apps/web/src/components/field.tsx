import type { ComponentProps, ReactNode } from 'react';
import { useId } from 'react';
import styles from './field.module.css';

interface Told {
  label: string;
  /** What is wrong with the value, in words. */
  fault?: string | null;
  /** A line below that helps. */
  help?: ReactNode;
}

interface Described {
  id: string;
  className: string | undefined;
  'aria-invalid': boolean | undefined;
  'aria-describedby': string | undefined;
}

/** A label, a native control, and below it the fault or the help, all tied together for screen readers. */
export function Field({ label, fault, help, children }: Told & { children: (control: Described) => ReactNode }) {
  const id = useId();
  const hasFault = fault !== undefined && fault !== null;
  const hasNote = hasFault || (help !== undefined && help !== null);
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({
        id,
        className: styles.control,
        'aria-invalid': hasFault || undefined,
        'aria-describedby': hasNote ? `${id}-note` : undefined,
      })}
      {hasNote && (
        <div id={`${id}-note`} className={hasFault ? styles.fault : styles.help}>
          {hasFault ? fault : help}
        </div>
      )}
    </div>
  );
}

type Native<Tag extends 'input' | 'select' | 'textarea'> = Told & Omit<ComponentProps<Tag>, 'className' | 'id'>;

export function TextField({ label, fault, help, ...input }: Native<'input'>) {
  return (
    <Field label={label} fault={fault} help={help}>
      {(control) => <input autoComplete="off" {...input} {...control} />}
    </Field>
  );
}

export function AreaField({ label, fault, help, ...area }: Native<'textarea'>) {
  return (
    <Field label={label} fault={fault} help={help}>
      {(control) => <textarea {...area} {...control} />}
    </Field>
  );
}

/** A native select: its options are the children. */
export function SelectField({ label, fault, help, children, ...select }: Native<'select'>) {
  return (
    <Field label={label} fault={fault} help={help}>
      {(control) => (
        <select {...select} {...control}>
          {children}
        </select>
      )}
    </Field>
  );
}

/** A box to tick with its words beside it. */
export function TickField({ label, ...input }: { label: ReactNode } & Omit<ComponentProps<'input'>, 'type' | 'className'>) {
  return (
    <label className={styles.tick}>
      <input type="checkbox" {...input} />
      <span>{label}</span>
    </label>
  );
}

/** Fields beside each other where there is room. */
export function FieldColumns({ children }: { children: ReactNode }) {
  return <div className={styles.columns}>{children}</div>;
}
