import type { ComponentType } from 'react';
import { lazy } from 'react';

/** A page that is loaded when it is first shown, or a moment before. */
export type Screen = ComponentType & { preload: () => void };

/** `screen(() => import('…/home-page.tsx'), 'HomePage')`. */
export function screen<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): Screen {
  const page = lazy<ComponentType>(async () => ({ default: (await load())[name] }));
  // A page that cannot be loaded ahead is asked for again when it is needed, and fails there with a word.
  return Object.assign(page, { preload: () => void load().catch(() => undefined) });
}
