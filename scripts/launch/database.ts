import type { LauncherEnv } from '../../apps/api/src/env.ts';
import { startEmbedded } from '../database/embedded.ts';
import { findPending, migrate } from '../database/migrate.ts';
import { asAdmin, ensureRoles, reachable, withRole } from '../database/roles.ts';
import { passwordFrom } from './master-key.ts';
import { note } from './say.ts';

export type Database = {
  /** As the restricted role. */
  appUrl: string;
  /** As one who may do more; undefined where we were given only the restricted role. */
  adminUrl: string | undefined;
  /** Whether it ran before we came, and so is someone else's to stop. */
  wasRunning: boolean;
  /** Drops everything and migrates anew; only where the database is ours alone. */
  recreate: (() => Promise<void>) | undefined;
  /** Starts it again where it is ours and somebody killed it. */
  revive: () => Promise<void>;
  stop: () => Promise<void>;
};

type Wishes = Pick<LauncherEnv, 'databaseUrl' | 'databaseAdminUrl'> & { dataFolder: string; masterKey: Buffer };

/** The database of this installation, with its roles and all migrations: the embedded one, or the server of DATABASE_URL. */
export function prepareDatabase(wishes: Wishes): Promise<Database> {
  const url = wishes.databaseUrl ?? wishes.databaseAdminUrl;
  return url === undefined ? prepareEmbedded(wishes.dataFolder) : prepareServer(url, wishes);
}

async function prepareEmbedded(dataFolder: string): Promise<Database> {
  const server = await startEmbedded(dataFolder);
  if (server.elsewhere !== undefined) {
    note(`PostgreSQL cannot read below ${dataFolder} as its own user, so the database lies in ${server.elsewhere}.`);
  }
  try {
    const adminUrl = await ensureRoles(server.superuserUrl, 'danku', server.passwords);
    report(await migrate(adminUrl));
    const recreate = async (): Promise<void> => {
      await asAdmin(server.superuserUrl, (client) => client.query('DROP DATABASE danku WITH (FORCE)'));
      await migrate(await ensureRoles(server.superuserUrl, 'danku', server.passwords));
    };
    const revive = async (): Promise<void> => void (await startEmbedded(dataFolder));
    return {
      appUrl: withRole(adminUrl, 'app_user', server.passwords.app),
      adminUrl,
      recreate,
      revive,
      wasRunning: server.wasRunning,
      stop: server.stop,
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * DATABASE_URL may name the restricted role, with DATABASE_ADMIN_URL beside it to migrate or without it when someone else
 * does; or it names a privileged role, which is then used to make the restricted one and never by the server.
 */
async function prepareServer(databaseUrl: string, { databaseAdminUrl, masterKey }: Wishes): Promise<Database> {
  const adminUrl = databaseAdminUrl ?? ((await isPrivileged(databaseUrl)) ? databaseUrl : undefined);
  const rest = { wasRunning: true, recreate: undefined, revive: () => Promise.resolve(), stop: () => Promise.resolve() };
  if (adminUrl === undefined) {
    const pending = await findPending(databaseUrl);
    if (pending.length > 0) {
      throw new Error(
        `The database lacks ${pending.length} migrations (${pending.join(', ')}). Give DATABASE_ADMIN_URL, or run: npm run danku -- migrate`,
      );
    }
    return { appUrl: databaseUrl, adminUrl, ...rest };
  }
  const given = new URL(databaseUrl);
  const name = decodeURIComponent(given.pathname.slice(1)) || 'danku';
  const isRestricted = databaseUrl !== adminUrl && given.username === 'app_user';
  const app = isRestricted && given.password !== '' ? decodeURIComponent(given.password) : passwordFrom(masterKey, 'app_user');
  const privileged = await ensureRoles(adminUrl, name, { app, migrator: passwordFrom(masterKey, 'danku_migrator') });
  report(await migrate(privileged));
  return { appUrl: isRestricted ? databaseUrl : withRole(privileged, 'app_user', app), adminUrl: privileged, ...rest };
}

async function isPrivileged(url: string): Promise<boolean> {
  return asAdmin(await reachable(url), async (client) => {
    const { rows } = await client.query<{ yes: boolean }>(
      'SELECT rolsuper OR rolbypassrls OR rolcreaterole AS yes FROM pg_roles WHERE rolname = current_user',
    );
    return rows[0]?.yes === true;
  });
}

function report(applied: string[]): void {
  if (applied.length > 0) {
    note(`Applied ${applied.length} migrations.`);
  }
}
