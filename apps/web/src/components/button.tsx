import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import styles from './button.module.css';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  look?: 'primary' | 'normal' | 'danger' | 'plain';
  size?: 'normal' | 'small';
  /** The key that does the same, shown on the button. */
  shortcut?: string;
  /** Disabled buttons keep the focus and their explanation; the click does nothing. */
  disabled?: boolean;
  loading?: boolean;
  children: ReactNode;
}

/** A native button in the look of the house. */
export function Button({
  look = 'normal',
  size = 'normal',
  shortcut,
  disabled = false,
  loading = false,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const isOff = disabled || loading;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (isOff) {
      event.preventDefault();
      return;
    }
    onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass(look, size, className)}
      aria-disabled={isOff || undefined}
      aria-busy={loading || undefined}
      aria-keyshortcuts={shortcut}
      onClick={press}
    >
      {children}
      {shortcut !== undefined && <kbd aria-hidden>{shortcut}</kbd>}
    </button>
  );
}

/** The same look for a link: `<Link className={buttonClass('primary')}>`. */
export function buttonClass(
  look: NonNullable<ButtonProps['look']> = 'normal',
  size: ButtonProps['size'] = 'normal',
  more?: string,
): string {
  return [styles.button, styles[look], size === 'small' && styles.small, more].filter(Boolean).join(' ');
}
