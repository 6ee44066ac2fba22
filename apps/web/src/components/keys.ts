import type { WordKey } from '@danku/words/keys.ts';
import { useEffect, useRef, useSyncExternalStore } from 'react';

/**
 * One shortcut. `keys` is a letter ("j"), a sequence ("g d"), a named key ("Escape") or a chord ("Ctrl+Enter", "Alt+N", "Alt+1").
 * Single letters and sequences stay silent while someone types, composes Chinese or answers a dialog; chords do not.
 */
export interface KeyBinding {
  keys: string;
  /** What it does, for the key help. */
  label: WordKey;
  run: (event: KeyboardEvent) => void;
  /** Where the key help lists it; the page's own keys where it is not said. */
  group?: 'everywhere' | 'here' | 'list' | 'image' | 'grid';
}

type Held = readonly Omit<KeyBinding, 'run'>[];

const sequencePause = 900;
const letterKeysSetting = 'danku.letter-keys';
const layers: { current: readonly KeyBinding[] }[] = [];
const listeners = new Set<() => void>();
let snapshot: Held = [];
let pending: { key: string; at: number } | null = null;

/** Binds keys for as long as the component is shown. Where two bind the same key, the one shown last has it. */
export function useKeys(bindings: readonly KeyBinding[], enabled = true): void {
  const layer = useRef(bindings);
  const names = bindings.map((binding) => `${binding.keys} ${binding.label}`).join('\n');
  useEffect(() => {
    layer.current = bindings;
  });
  useEffect(() => {
    if (!enabled) {
      return undefined;
    }
    layers.push(layer);
    changed();
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      changed();
    };
  }, [enabled, names]);
}

/** Every shortcut that works right now, for the key help. */
export function useBoundKeys(): Held {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => snapshot,
  );
}

/** Whether shortcuts of a single letter are on (WCAG 2.1.4: they can be switched off). */
export function hasLetterKeys(): boolean {
  return localStorage.getItem(letterKeysSetting) !== 'off';
}

export function setLetterKeys(on: boolean): void {
  localStorage.setItem(letterKeysSetting, on ? 'on' : 'off');
  changed();
}

/** True while a person composes Chinese: the Enter that ends a composition must move nothing. */
export function isComposing(event: { isComposing: boolean; keyCode: number }): boolean {
  // Safari ends the composition before it tells of the key; 229 is all that is left to see.
  return event.isComposing || event.keyCode === 229;
}

/** The name of a pressed key as bindings write it. */
function keyName(event: KeyboardEvent): string {
  const named = event.key === ' ' ? 'Space' : event.key;
  const chorded = event.ctrlKey || event.metaKey || event.altKey;
  if (!chorded) {
    return named.length === 1 ? named : `${event.shiftKey ? 'Shift+' : ''}${named}`;
  }
  // Alt changes the character on some layouts, so letters and digits are read from the key's place.
  const place = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1] ?? named;
  const modifiers = [event.ctrlKey || event.metaKey ? 'Ctrl+' : '', event.altKey ? 'Alt+' : '', event.shiftKey ? 'Shift+' : ''];
  return `${modifiers.join('')}${place.length === 1 ? place.toUpperCase() : place}`;
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || isComposing(event)) {
    return;
  }
  const key = keyName(event);
  if (isPlain(key) && (isTyping(event.target) || isPressing(key, event.target) || isDialogOpen())) {
    pending = null;
    return;
  }
  const before = pending !== null && Date.now() - pending.at < sequencePause ? `${pending.key} ` : '';
  const found = bindingFor(`${before}${key}`) ?? bindingFor(key);
  pending = found === undefined && startsSequence(key) ? { key, at: Date.now() } : null;
  if (found !== undefined) {
    event.preventDefault();
    found.run(event);
  }
});

function bindingFor(keys: string): KeyBinding | undefined {
  const isLetter = /^.(?: .)?$/u.test(keys);
  if (isLetter && keys !== '?' && !hasLetterKeys()) {
    return undefined;
  }
  return [...layers]
    .reverse()
    .flatMap((layer) => layer.current)
    .find((binding) => binding.keys === keys);
}

function startsSequence(key: string): boolean {
  return layers.some((layer) => layer.current.some((binding) => binding.keys.startsWith(`${key} `)));
}

/** Keys without a modifier belong to whatever has the focus, except function keys. */
function isPlain(key: string): boolean {
  return !key.startsWith('Ctrl+') && !key.startsWith('Alt+') && !/^F\d+$/.test(key);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select') !== null)
  );
}

/** Space on a button is a press of that button. */
function isPressing(key: string, target: EventTarget | null): boolean {
  return (
    key === 'Space' &&
    target instanceof HTMLElement &&
    target.closest('button, summary, input, [role="tab"], [role="menuitem"]') !== null
  );
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

function changed(): void {
  snapshot = layers.flatMap((layer) => layer.current.map(({ keys, label, group }) => ({ keys, label, group })));
  for (const listener of listeners) {
    listener();
  }
}
