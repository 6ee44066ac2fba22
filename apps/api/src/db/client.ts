import pg from 'pg';

/** The application's connections to the database, as the restricted role. Only the door (tenant.ts) takes them out. */
export interface Database {
  pool: pg.Pool;
  close: () => Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  /** Connections at most; a request holds one for as long as its transaction. */
  size?: number;
  onError?: (error: Error) => void;
}

/** int8 as bigint, numeric as the digits PostgreSQL sends, date as YYYY-MM-DD; everything else as pg reads it. */
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, BigInt],
  [pg.types.builtins.NUMERIC, String],
  [pg.types.builtins.DATE, String],
]);

const settings = ['TimeZone=UTC', 'statement_timeout=10s', 'lock_timeout=8s', 'idle_in_transaction_session_timeout=15s'];

/** Opens no connection yet. A caller who waits more than two seconds for one is told that the service is unavailable. */
export function createDatabase({ url, size = 16, onError }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    options: settings.map((setting) => `-c ${setting}`).join(' '),
    types: { getTypeParser: (oid: number, format?: 'text' | 'binary') => parserOf(oid, format) },
  });
  // Without these listeners, a connection that the server closes would end the process: idle ones tell the pool, busy ones themselves.
  pool.on('error', (error) => onError?.(error));
  pool.on('connect', (client) => client.on('error', (error) => onError?.(error)));
  return { pool, close: () => pool.end() };
}

function parserOf(oid: number, format: 'text' | 'binary' = 'text'): (text: string) => unknown {
  const own = format === 'text' ? parsers.get(oid) : undefined;
  return own ?? pg.types.getTypeParser(oid);
}
