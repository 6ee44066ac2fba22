import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { createQueryClient } from '../api/query-client.ts';
import { tellOfProblem } from './tell-of-problem.ts';

/** The cache of what was read, for everything below sign-in. The pages before it ask one thing each and are lighter without. */
export function WithData({ children }: { children: ReactNode }) {
  const [client] = useState(() => createQueryClient(tellOfProblem));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
