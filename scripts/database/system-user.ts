import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

export type SystemUser = { name: string; uid: number; gid: number };

const names = ['danku', 'postgres', '_postgres'];

/**
 * The user that PostgreSQL has to run as, because it refuses to run as root: the owner of an existing cluster, else the
 * system user `danku` (made when missing). Undefined for everyone but root: then PostgreSQL runs as the caller.
 */
export function findSystemUser(clusterFolder: string): SystemUser | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) {
    return { name: String(owner.uid), uid: owner.uid, gid: owner.gid };
  }
  const known = names.map(lookUp).find((user) => user !== undefined);
  if (known?.name === 'danku') {
    return known;
  }
  spawnSync('useradd', ['--system', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', 'danku']);
  const user = lookUp('danku') ?? known;
  if (user === undefined) {
    throw new Error(
      'PostgreSQL does not run as root, and no user "danku" could be made. Create it, or start Danku as a normal user.',
    );
  }
  return user;
}

/** Where data and programs of root's PostgreSQL lie when its user cannot reach the checkout. */
export function systemFolder(): string {
  return '/var/lib/danku';
}

/** Whether the user may enter every folder above the path and read what is there. */
export function canReach(user: SystemUser, path: string): boolean {
  return spawnSync('test', ['-r', path], { uid: user.uid, gid: user.gid, cwd: '/' }).status === 0;
}

function lookUp(name: string): SystemUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return answer.status === 0 ? Number(answer.stdout.trim()) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { name, uid, gid };
}
