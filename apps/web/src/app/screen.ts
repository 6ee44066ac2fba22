import type { ComponentType } from 'react';
import { lazy } from 'react';

/** A page that is loaded when it is first shown: `screen(() => import('…/home-page.tsx'), 'HomePage')`. */
export function screen<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): ComponentType {
  return lazy<ComponentType>(async () => ({ default: (await load())[name] }));
}
