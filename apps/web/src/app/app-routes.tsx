import { Suspense } from 'react';
import { BrowserRouter, Route, Routes, useLocation } from 'react-router';
import { learnAllWords } from '../i18n/language.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { outside } from './paths.ts';
import { screen } from './screen.ts';

// The kit and everything of an organisation come with the shell; what is needed to sign in stays small.
const Shell = screen(async () => {
  const [shell] = await Promise.all([import('./shell.tsx'), learnAllWords()]);
  return shell;
}, 'Shell');
const Organisations = screen(() => import('./organisations-page.tsx'), 'OrganisationsPage');
const SignIn = screen(() => import('../features/auth/sign-in-page.tsx'), 'SignInPage');
const Join = screen(() => import('../features/auth/join-page.tsx'), 'JoinPage');
const Reset = screen(() => import('../features/auth/reset-page.tsx'), 'ResetPage');
const SetUp = screen(() => import('../features/auth/set-up-page.tsx'), 'SetUpPage');

export function AppRoutes() {
  return (
    <BrowserRouter>
      <Guarded />
    </BrowserRouter>
  );
}

function Guarded() {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary resetKey={pathname}>
      <Suspense>
        <Routes>
          <Route path={outside.organisations} element={<Organisations />} />
          <Route path={outside.signIn} element={<SignIn />} />
          <Route path={outside.setUp} element={<SetUp />} />
          <Route path={outside.join} element={<Join />} />
          <Route path={outside.reset} element={<Reset />} />
          <Route path="/t/:tenant/*" element={<Shell />} />
          <Route
            path="*"
            element={
              <main>
                <NotFoundPage />
              </main>
            }
          />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}
