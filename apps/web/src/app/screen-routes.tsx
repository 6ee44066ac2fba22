import { Suspense } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { Skeleton } from '../components/skeleton.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { patterns } from './paths.ts';
import { screens } from './screens.ts';

/** The screens of an organisation, each below its own boundary: one that fails leaves the frame usable. */
export function ScreenRoutes() {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary resetKey={pathname}>
      <Suspense fallback={<Skeleton />}>
        <Routes>
          {Object.entries(screens).map(([place, Screen]) => (
            <Route key={place} path={patternOf(place)} element={<Screen />} />
          ))}
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}

function patternOf(place: string): string {
  return Object.entries(patterns).find(([name]) => name === place)?.[1] ?? '*';
}
