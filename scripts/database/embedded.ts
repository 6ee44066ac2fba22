import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './binaries.ts';
import { freePort } from './free-port.ts';
import { withFolderLock } from './folder-lock.ts';
import { findPostmaster, launchPostmaster, stopPostmaster, type Launch } from './postmaster.ts';
import { canReach, findSystemUser, systemFolder, type SystemUser } from './system-user.ts';

export type Embedded = {
  /** Superuser's URL of the database `postgres`. */
  superuserUrl: string;
  port: number;
  passwords: Passwords;
  /** Where the cluster lies, when not inside the data folder. */
  elsewhere: string | undefined;
  wasRunning: boolean;
  stop: () => Promise<void>;
};
export type Passwords = { superuser: string; migrator: string; app: string };
type Keep = { port: number; passwords: Passwords };

/** Faster, and lost at a power cut: only for databases that tests throw away. */
const volatileSettings = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_wal_size=4GB',
  'max_connections=200',
];
const durableSettings = ['max_connections=100'];

/**
 * Starts the embedded PostgreSQL of a data folder, or finds the one that still runs there. It listens on 127.0.0.1 only,
 * on a port and with passwords of its own, kept in `<folder>/postgres.json` for the owner alone.
 */
export function startEmbedded(folder: string, { durable = true } = {}): Promise<Embedded> {
  mkdirSync(folder, { recursive: true });
  const dataFolder = realpathSync(resolve(folder));
  return withFolderLock(dataFolder, () => start(dataFolder, durable));
}

async function start(dataFolder: string, durable: boolean): Promise<Embedded> {
  const link = join(dataFolder, 'postgres');
  const user = findSystemUser(existsSync(link) ? realpathSync(link) : link);
  const home = findHome(dataFolder, user);
  const cluster = join(home, 'cluster');
  const binaries = findBinaries(user);
  const keepFile = join(dataFolder, 'postgres.json');
  const keep = existsSync(join(cluster, 'PG_VERSION'))
    ? readKeep(keepFile)
    : initialise(cluster, binaries.initdb, keepFile, user, durable);

  const running = await settled(cluster);
  const port = running?.port ?? (await freePort(keep.port));
  if (running === undefined) {
    const settings = durable ? durableSettings : volatileSettings;
    await launchPatiently({ postgres: binaries.postgres, cluster, port, log: join(home, 'log'), settings, user });
  }
  writeKeep(keepFile, { ...keep, port });
  return {
    superuserUrl: `postgresql://postgres:${keep.passwords.superuser}@127.0.0.1:${port}/postgres`,
    port,
    passwords: keep.passwords,
    elsewhere: home === link ? undefined : home,
    wasRunning: running !== undefined,
    stop: () => withFolderLock(dataFolder, () => stopPostmaster(cluster)),
  };
}

/** Right after a kill -9 the old server's own children live for a moment and hold its memory. */
async function launchPatiently(launch: Launch): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launchPostmaster(launch);
    } catch (error) {
      if (attempt === 20 || !String(error).includes('shared memory block')) {
        throw error;
      }
      await sleep(250);
    }
  }
}

/** The folder that holds cluster and log: `<data>/postgres`, or what it points to where PostgreSQL's user cannot get there. */
function findHome(dataFolder: string, user: SystemUser | undefined): string {
  const link = join(dataFolder, 'postgres');
  const entry = lstatSync(link, { throwIfNoEntry: false });
  if (entry?.isSymbolicLink() === true && !existsSync(link)) {
    rmSync(link);
  } else if (entry !== undefined) {
    const home = realpathSync(link);
    if (user === undefined && lstatSync(home).uid !== process.getuid?.()) {
      throw new Error(
        `The database in ${home} belongs to another user. Start Danku as root, or choose another folder with DANKU_DATA.`,
      );
    }
    return entry.isSymbolicLink() ? home : link;
  }
  if (user === undefined || canReach(user, dataFolder)) {
    makeFor(link, user);
    return link;
  }
  const home = join(systemFolder(), createHash('sha256').update(dataFolder).digest('hex').slice(0, 16));
  mkdirSync(systemFolder(), { recursive: true, mode: 0o755 });
  makeFor(home, user);
  symlinkSync(home, link);
  return home;
}

function makeFor(folder: string, user: SystemUser | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user !== undefined) {
    chownSync(folder, user.uid, user.gid);
  }
}

function initialise(cluster: string, initdb: string, keepFile: string, user: SystemUser | undefined, durable: boolean): Keep {
  // A folder without PG_VERSION is what a start that was killed half-way left behind.
  rmSync(cluster, { recursive: true, force: true });
  const keep: Keep = { port: 0, passwords: { superuser: randomPassword(), migrator: randomPassword(), app: randomPassword() } };
  const passwordFile = join(tmpdir(), `danku-${randomBytes(8).toString('hex')}`);
  writeFileSync(passwordFile, keep.passwords.superuser, { mode: 0o600, flag: 'wx' });
  if (user !== undefined) {
    chownSync(passwordFile, user.uid, user.gid);
  }
  const flags = [
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
  const done = spawnSync(initdb, [`--pgdata=${cluster}`, `--pwfile=${passwordFile}`, ...flags], {
    cwd: dirname(cluster),
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
    ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
  });
  rmSync(passwordFile);
  if (done.status !== 0) {
    rmSync(cluster, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not be set up in ${cluster}:\n${done.error?.message ?? done.stderr}`);
  }
  writeKeep(keepFile, keep);
  return keep;
}

/** The running server of the cluster, once it has finished starting or stopping. */
async function settled(cluster: string): Promise<{ port: number } | undefined> {
  for (let wait = 0; wait < 600; wait += 1) {
    const found = findPostmaster(cluster);
    if (found === undefined || found.isReady) {
      return found;
    }
    await sleep(50);
  }
  throw new Error(`A PostgreSQL server for ${cluster} is running, but neither ready nor gone after 30 s.`);
}

function readKeep(file: string): Keep {
  if (!existsSync(file)) {
    throw new Error(`${file} is missing: it holds the passwords of the database beside it. Put it back from a backup.`);
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

function writeKeep(file: string, keep: Keep): void {
  writeFileSync(file, `${JSON.stringify(keep, undefined, 2)}\n`, { mode: 0o600 });
}

function randomPassword(): string {
  return randomBytes(24).toString('base64url');
}
