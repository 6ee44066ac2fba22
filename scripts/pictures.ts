import { join } from 'node:path';
import { findBrowser } from './test/browser.ts';
import { root, runBin } from './test/run-tool.ts';

const help = `npm run pictures: makes docs/pictures/*.png anew, from the running system with its demo in a real browser.
`;

if (process.argv.includes('--help')) {
  process.stdout.write(help);
} else {
  const { code } = await runBin('playwright', ['test', 'pictures.spec.ts', '--reporter=list'], {
    cwd: join(root, 'apps/e2e'),
    env: { PLAYWRIGHT_CHROMIUM: await findBrowser(), DANKU_PICTURES: '1' },
    show: true,
  });
  process.exitCode = code;
}
