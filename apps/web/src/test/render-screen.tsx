import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { createQueryClient } from '../api/query-client.ts';
import { KitProvider } from '../components/kit/kit-provider.tsx';
import { NoticesRegion } from '../app/notices-region.tsx';
import { tellOfProblem } from '../app/tell-of-problem.ts';

interface Where {
  /** The pattern of the route, as in paths.ts below `/t/:tenant`: "documents/:id". */
  path?: string;
  /** The address below `/t/huaxin`: "documents/1?tab=image". */
  at?: string;
}

/** A screen as its user sees it, in the organisation `huaxin`: with its address, its cache and its notices. */
export function renderScreen(screen: ReactNode, { path = '', at = '' }: Where = {}): RenderResult {
  const address = `/t/huaxin${at === '' ? '' : `/${at}`}`;
  window.history.replaceState(null, '', address);
  return render(
    <QueryClientProvider client={createQueryClient(tellOfProblem)}>
      <KitProvider>
        <MemoryRouter initialEntries={[address]}>
          <Routes>
            <Route path={`/t/:tenant/${path}`} element={screen} />
            <Route path="*" element={null} />
          </Routes>
        </MemoryRouter>
        <NoticesRegion />
      </KitProvider>
    </QueryClientProvider>,
  );
}
