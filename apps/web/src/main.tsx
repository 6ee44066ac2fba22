import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { tenantOfAddress } from './api/address.ts';
import { createQueryClient } from './api/query-client.ts';
import { AppRoutes } from './app/app-routes.tsx';
import './app/base.css';
import { meQuery } from './app/me.ts';
import { NoticesRegion } from './app/notices-region.tsx';
import { tellOfProblem } from './app/tell-of-problem.ts';
import './app/tokens.css';
import { startColorScheme } from './components/color-scheme.ts';
import { startLanguage } from './i18n/language.ts';

const client = createQueryClient(tellOfProblem);
const tenant = tenantOfAddress();
if (tenant !== null) {
  // Asked while the shell is still on its way, which needs the answer first of all.
  void client.prefetchQuery(meQuery(tenant));
}
startColorScheme();
await startLanguage();

const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <AppRoutes />
        <NoticesRegion />
      </QueryClientProvider>
    </StrictMode>,
  );
}
