import pg from 'pg';

export type RolePasswords = { migrator: string; app: string };

/**
 * Makes the three roles and the database, on any server, as often as one likes:
 * - `danku_owner` cannot log in and owns everything;
 * - `danku_migrator` logs in and may become the owner, nothing else;
 * - `app_user` logs in, owns nothing, is a member of nothing and cannot bypass row level security.
 * Needs a superuser, or a role with CREATEROLE and CREATEDB. Returns the administrator's URL of that database.
 */
export async function ensureRoles(adminUrl: string, database: string, passwords: RolePasswords): Promise<string> {
  await asAdmin(await reachable(adminUrl), async (client) => {
    // Two instances may start at once, and ALTER ROLE on one row fails when it is not alone.
    await client.query(`SELECT pg_advisory_lock(hashtext('danku roles'))`);
    await ensureRole(client, 'danku_owner', 'NOLOGIN NOINHERIT');
    await ensureRole(client, 'danku_migrator', `LOGIN NOINHERIT PASSWORD ${client.escapeLiteral(passwords.migrator)}`);
    await ensureRole(client, 'app_user', `LOGIN NOINHERIT PASSWORD ${client.escapeLiteral(passwords.app)}`);
    await client.query('GRANT danku_owner TO danku_migrator');
    await client.query('GRANT danku_owner TO CURRENT_USER');
    const exists = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (exists.rowCount === 0) {
      await client.query(
        `CREATE DATABASE ${client.escapeIdentifier(database)} OWNER danku_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'`,
      );
    }
    await client.query(`ALTER DATABASE ${client.escapeIdentifier(database)} OWNER TO danku_owner`);
  });
  const databaseUrl = withDatabase(adminUrl, database);
  await asAdmin(databaseUrl, (client) => restrictDatabase(client, database));
  return databaseUrl;
}

/** Nobody gets anything by default; what `app_user` may do is said table by table in the migrations. */
async function restrictDatabase(client: pg.Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database);
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${name} TO app_user, danku_migrator`);
  await client.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
  await client.query(`ALTER ROLE app_user IN DATABASE ${name} SET TimeZone = 'UTC'`);
  // A transaction whose caller vanished must not hold its locks for ever.
  await client.query(`ALTER ROLE app_user IN DATABASE ${name} SET idle_in_transaction_session_timeout = '15s'`);
}

/** The address itself, or of the database `postgres` on the same server while its own database does not exist yet. */
export async function reachable(adminUrl: string): Promise<string> {
  try {
    await asAdmin(adminUrl, (client) => client.query('SELECT'));
    return adminUrl;
  } catch (error) {
    const isUnknown = error instanceof Error && 'code' in error && error.code === '3D000';
    if (!isUnknown) {
      throw error;
    }
    return withDatabase(adminUrl, 'postgres');
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

export function withRole(url: string, role: string, password: string): string {
  const changed = new URL(url);
  changed.username = role;
  changed.password = encodeURIComponent(password);
  return changed.href;
}

export async function asAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'danku administration' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const nothingSpecial = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';

async function ensureRole(client: pg.Client, role: string, attributes: string): Promise<void> {
  const exists = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (exists.rowCount === 0) {
    await client.query(`CREATE ROLE ${role} ${nothingSpecial} ${attributes}`);
    return;
  }
  // Only a superuser may say these words, even to repeat what is so already; a lesser administrator leaves them out.
  const self = await client.query<{ rolsuper: boolean }>('SELECT rolsuper FROM pg_roles WHERE rolname = current_user');
  await client.query(`ALTER ROLE ${role} ${self.rows[0]?.rolsuper === true ? nothingSpecial : ''} ${attributes}`);
}
