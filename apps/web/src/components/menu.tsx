import type { FocusEvent, KeyboardEvent, ReactNode } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from './button.tsx';
import styles from './menu.module.css';

export interface MenuItem {
  key: string;
  label: string;
  /** An address, for items that lead somewhere. */
  href?: string;
  onSelect?: () => void;
  /** One of several that exclude each other, and whether it is the one. */
  checked?: boolean;
  /** The language of the label, where it is another than the page's. */
  lang?: string;
}

export interface MenuSection {
  key: string;
  label?: string;
  items: readonly MenuItem[];
}

interface MenuProps {
  /** The name of the button for screen readers, and what is seen on it. */
  name: string;
  face: ReactNode;
  sections: readonly MenuSection[];
  className?: string;
}

/** A button and the menu below it. Arrows move, Enter chooses, Escape closes and gives the focus back. */
export function Menu({ name, face, sections, className }: MenuProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) {
      itemsOf(frame.current)[0]?.focus();
    }
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    frame.current?.querySelector('button')?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const items = itemsOf(frame.current);
    const at = items.findIndex((item) => item === document.activeElement);
    const targets: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const target = targets[event.key];
    if (isOpen && event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (target !== undefined) {
      event.preventDefault();
      setOpen(true);
      items.at(target % items.length)?.focus();
    }
  };
  const leave = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) {
      setOpen(false);
    }
  };
  return (
    <div ref={frame} role="presentation" className={`${styles.frame} ${className ?? ''}`} onKeyDown={press} onBlur={leave}>
      <Button
        look="plain"
        size="small"
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {face}
      </Button>
      {isOpen && (
        <div id={id} role="menu" aria-label={name} className={styles.menu}>
          {sections.map((section) => (
            <div key={section.key} role="group" aria-label={section.label} className={styles.section}>
              {section.label !== undefined && <h3 aria-hidden>{section.label}</h3>}
              {section.items.map((item) => (
                <MenuEntry key={item.key} item={item} onChosen={close} />
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function MenuEntry({ item, onChosen }: { item: MenuItem; onChosen: () => void }) {
  const choose = () => {
    onChosen();
    item.onSelect?.();
  };
  if (item.href !== undefined) {
    return (
      <a role="menuitem" tabIndex={-1} className={styles.item} href={item.href}>
        {item.label}
      </a>
    );
  }
  return (
    <button
      type="button"
      role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={item.checked}
      tabIndex={-1}
      lang={item.lang}
      className={styles.item}
      onClick={choose}
    >
      {item.label}
      {item.checked === true && <span aria-hidden>{'✓'}</span>}
    </button>
  );
}

function itemsOf(frame: HTMLElement | null): HTMLElement[] {
  return [...(frame?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}
