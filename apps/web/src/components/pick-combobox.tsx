import type { ComponentProps, KeyboardEvent } from 'react';
import { useId, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { isComposing } from './keys.ts';
import styles from './pick-combobox.module.css';
import { useFound } from './use-found.ts';

export interface Pick {
  id: string;
  name: string;
  /** Smaller, at the end: number, tax id. */
  hint?: string | null;
}

interface PickComboboxProps<P extends Pick> extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onSelect'> {
  value: string;
  /** Every change of the text; a name that is in no list stays allowed. */
  onChange: (text: string) => void;
  onPick: (pick: P) => void;
  /** Asks the API, by number, name or pinyin. Not called for less than one character. */
  search: (text: string, signal: AbortSignal) => Promise<readonly P[]>;
}

/**
 * A native input with a list below: the text is free, the list helps. Arrows choose, Enter takes, Escape closes, F4 opens;
 * one that takes the focus by itself is open at once.
 */
export function PickCombobox<P extends Pick>({
  value,
  onChange,
  onPick,
  search,
  className,
  onKeyDown,
  onBlur,
  ...input
}: PickComboboxProps<P>) {
  const { t } = useTranslation();
  const list = useId();
  const [isOpen, setOpen] = useState(input.autoFocus === true);
  const [active, setActive] = useState(0);
  const found = useFound(isOpen ? value : '', search);
  const isShown = isOpen && found !== null;
  const take = (pick: P | undefined) => {
    if (pick !== undefined) {
      onPick(pick);
    }
    setOpen(false);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const deeds: Record<string, () => void> = isShown
      ? {
          ArrowDown: () => setActive(Math.min(active + 1, found.length - 1)),
          ArrowUp: () => setActive(Math.max(active - 1, 0)),
          Escape: () => setOpen(false),
          ...(found.length > 0 && { Enter: () => take(found[active]) }),
        }
      : { F4: () => setOpen(true) };
    const deed = deeds[event.key];
    if (deed === undefined || isComposing(event.nativeEvent)) {
      onKeyDown?.(event);
      return;
    }
    event.preventDefault();
    deed();
  };
  return (
    <div className={styles.frame}>
      <input
        autoComplete="off"
        {...input}
        className={className ?? styles.input}
        role="combobox"
        aria-expanded={isShown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isShown && found.length > 0 ? `${list}-${active}` : undefined}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={press}
        onBlur={(event) => {
          setOpen(false);
          onBlur?.(event);
        }}
      />
      {isShown && (
        <div id={list} role="listbox" aria-label={input['aria-label'] ?? t('shell.verb.select')} className={styles.list}>
          {found.map((pick, index) => (
            // Pressing must not take the focus from the input, or the list would be gone before the click.
            <div
              key={pick.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === active}
              className={styles.option}
              tabIndex={-1}
              onPointerDown={(event) => {
                event.preventDefault();
                take(pick);
              }}
            >
              {pick.name}
              <span className={styles.hint}>{pick.hint}</span>
            </div>
          ))}
          {found.length === 0 && <div className={styles.none}>{t('shell.state.noMatch')}</div>}
        </div>
      )}
    </div>
  );
}
