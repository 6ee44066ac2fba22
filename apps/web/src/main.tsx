import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AppRoutes } from './app/app-routes.tsx';
import './app/base.css';
import { NoticesRegion } from './app/notices-region.tsx';
import './app/tokens.css';
import { startColorScheme } from './components/color-scheme.ts';
import { startLanguage } from './i18n/language.ts';

startColorScheme();
await startLanguage();

const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <AppRoutes />
      <NoticesRegion />
    </StrictMode>,
  );
}
