import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { root, runTool } from './run-tool.ts';

const e2e = join(root, 'apps/e2e');
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const macBrowsers = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A Chromium that starts: the one named by PLAYWRIGHT_CHROMIUM, one that is installed, one inside an npm package, else one
 * installed now (apt as root on Debian, or Playwright's own download). Undefined when none of these works.
 */
export async function findBrowser(): Promise<string | undefined> {
  const ways = [named, installed, fromPackage, fromApt, fromPlaywright];
  for (const way of ways) {
    const path = await way();
    if (path !== undefined && (await starts(path))) {
      return path;
    }
  }
  return undefined;
}

function named(): string | undefined {
  return process.env['PLAYWRIGHT_CHROMIUM'];
}

function installed(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return [...macBrowsers, ...names.flatMap((name) => folders.map((folder) => join(folder, name)))].find((path) =>
    existsSync(path),
  );
}

async function fromPackage(): Promise<string | undefined> {
  try {
    const require = createRequire(join(e2e, 'package.json'));
    const { default: chromium }: { default: { executablePath: () => Promise<string> } } = await import(
      require.resolve('@sparticuz/chromium')
    );
    return await chromium.executablePath();
  } catch {
    // Not for this platform.
    return undefined;
  }
}

async function fromApt(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    return undefined;
  }
  process.stdout.write('Installing chromium and Chinese fonts by apt …\n');
  await runTool('apt-get', ['update', '-q']);
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await runTool('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], options);
  return installed();
}

async function fromPlaywright(): Promise<string | undefined> {
  const cli = join(e2e, 'node_modules/@playwright/test/cli.js');
  await runTool(process.execPath, [cli, 'install', 'chromium'], { cwd: e2e });
  const script = `import('@playwright/test').then(({ chromium }) => process.stdout.write(chromium.executablePath()))`;
  const { code, output } = await runTool(process.execPath, ['-e', script], { cwd: e2e });
  return code === 0 ? output.trim() : undefined;
}

async function starts(path: string): Promise<boolean> {
  const { code } = await runTool(path, ['--version', '--no-sandbox', '--headless']);
  return code === 0;
}
