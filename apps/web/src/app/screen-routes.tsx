import type { Grants } from '@danku/domain/access/permissions.ts';
import { Suspense } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { Skeleton } from '../components/skeleton.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { ForbiddenPage } from './forbidden-page.tsx';
import { neededFor } from './navigation.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { patterns } from './paths.ts';
import { screens } from './screens.ts';

/** The screens of an organisation, below a boundary: one that fails leaves the frame usable. */
export function ScreenRoutes({ grants }: { grants: Grants }) {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary resetKey={pathname}>
      <Suspense fallback={<Skeleton />}>
        <Routes>
          {Object.entries(screens).map(([place, Screen]) => (
            <Route
              key={place}
              path={patternOf(place)}
              element={mayOpen(place, grants) ? <Screen /> : <ForbiddenPage needs={neededFor(place) ?? []} />}
            />
          ))}
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}

function mayOpen(place: string, grants: Grants): boolean {
  return neededFor(place)?.some((permission) => grants[permission] !== undefined) ?? true;
}

function patternOf(place: string): string {
  return Object.entries(patterns).find(([name]) => name === place)?.[1] ?? '*';
}
