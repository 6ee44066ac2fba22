import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

if (process.argv.includes('--help')) {
  process.stdout.write('Generates the Prisma client into apps/api/src/db/generated from prisma/schema.\n');
} else {
  const done = spawnSync(
    process.execPath,
    [join(root, 'node_modules/prisma/build/index.js'), 'generate', '--schema', 'prisma/schema'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        // The CLI wants a schema engine before it generates, though generating needs none: any existing file will do.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    },
  );
  process.exitCode = done.status ?? 1;
}
