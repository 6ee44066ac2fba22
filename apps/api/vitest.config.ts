import { defineConfig } from 'vitest/config';

const config = defineConfig({
  test: {
    name: 'api',
    include: ['src/**/*.test.ts'],
    globalSetup: ['../../scripts/database/vitest-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // How much the proofs try: `npm run proof` asks for the full numbers.
    provide: { proofScale: process.env['DANKU_PROOF'] === 'full' ? 'full' : 'short' },
  },
});

export { config as default };
