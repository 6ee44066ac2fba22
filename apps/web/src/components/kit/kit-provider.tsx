import type { MantineColorSchemeManager } from '@mantine/core';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { useColorScheme } from '../color-scheme.ts';
import { styleNonce } from '../style-nonce.ts';
import './kit.ts';
import { kitVariables, theme } from './theme.ts';

/** The kit for everything below sign-in. The scheme is ours: the sign-in page has it too and knows no kit. */
export function KitProvider({ children }: { children: ReactNode }) {
  const { shown } = useColorScheme();
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={shown}
      colorSchemeManager={unmanaged}
      cssVariablesResolver={kitVariables}
      getStyleNonce={styleNonce}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}

const unmanaged: MantineColorSchemeManager = {
  get: (fallback) => fallback,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
