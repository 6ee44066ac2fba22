import type { Place } from './paths.ts';
import type { Screen } from './screen.ts';
import { screen } from './screen.ts';

/** The page of each place: one line per screen, in the order of paths.ts. A place without a page has no link in the rail. */
export const screens: Partial<Record<Place, Screen>> = {
  documents: screen(() => import('../features/documents/documents-page.tsx'), 'DocumentsPage'),
};
