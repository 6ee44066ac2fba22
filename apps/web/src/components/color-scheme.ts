import { useSyncExternalStore } from 'react';

export const colorSchemes = ['auto', 'light', 'dark'] as const;
export type ColorScheme = (typeof colorSchemes)[number];

const storageKey = 'danku.color-scheme';
const system = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

/** The scheme this browser chose; "auto" follows the system. */
function chosenColorScheme(): ColorScheme {
  const stored = localStorage.getItem(storageKey);
  return colorSchemes.find((scheme) => scheme === stored) ?? 'auto';
}

export function chooseColorScheme(scheme: ColorScheme): void {
  localStorage.setItem(storageKey, scheme);
  announce();
}

/** Switches to the other of what is seen now. */
export function toggleColorScheme(): void {
  chooseColorScheme(shownColorScheme() === 'dark' ? 'light' : 'dark');
}

function shownColorScheme(): 'light' | 'dark' {
  const chosen = chosenColorScheme();
  if (chosen !== 'auto') {
    return chosen;
  }
  return system.matches ? 'dark' : 'light';
}

/** Puts the scheme on the document, where the tokens look for it, and keeps it there through changes of the system. */
export function startColorScheme(): void {
  system.addEventListener('change', announce);
  announce();
}

export function useColorScheme(): { chosen: ColorScheme; shown: 'light' | 'dark' } {
  const chosen = useSyncExternalStore(subscribe, chosenColorScheme);
  const shown = useSyncExternalStore(subscribe, shownColorScheme);
  return { chosen, shown };
}

function announce(): void {
  document.documentElement.dataset.mantineColorScheme = shownColorScheme();
  for (const listener of listeners) {
    listener();
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
