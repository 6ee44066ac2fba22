import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';
import { createTheme } from '@mantine/core';

// The kit wants ten shades of a colour; six is the ink green of the light scheme, four that of the dark.
const ink: MantineColorsTuple = [
  '#e3f1ed',
  '#c6e3db',
  '#a5d4c8',
  '#83c7b7',
  '#5cc4b0',
  '#2f9484',
  '#0f6b5c',
  '#0d5d50',
  '#0a4f44',
  '#073f36',
];

/** The kit in the look of the ledger: its sizes, its one accent, no entrance animations, no style elements of its own. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 6, dark: 4 },
  colors: { ink },
  autoContrast: true,
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'sm',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // Locking the scroll injects a style element that the content security policy would refuse.
    Modal: { defaultProps: { lockScroll: false, centered: true, transitionProps: { duration: 90 } } },
  },
});

/** Hands the tokens to the kit's variables where it computes its own per scheme. */
export const kitVariables: CSSVariablesResolver = () => {
  const colours = {
    '--mantine-color-body': 'var(--bg)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-placeholder': 'var(--placeholder)',
    '--mantine-color-dimmed': 'var(--text-2)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--ctl-line)',
    '--mantine-color-default-hover': 'var(--sunken)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-contrast': 'var(--accent-text)',
  };
  return { variables: {}, light: colours, dark: colours };
};
