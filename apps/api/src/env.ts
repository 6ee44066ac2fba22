import { readFileSync } from 'node:fs';
import { z } from 'zod';

type Source = Record<string, string | undefined>;

/** Every fault of the environment, one a line: name, what was given (never of a secret), what is allowed. */
export class EnvironmentError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The environment is not valid:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'EnvironmentError';
    this.faults = faults;
  }
}

const wholeNumber = (least: number, most: number, unit: string) =>
  z
    .string({ error: `${unit} from ${least} to ${most}` })
    .regex(/^\d{1,9}$/, `${unit} from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `${unit} from ${least} to ${most}`);
const address = (protocols: readonly string[], example: string) =>
  z.string({ error: example }).refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), example);
const postgres = address(['postgres:', 'postgresql:'], 'a PostgreSQL address such as postgresql://user:password@host:5432/danku');
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `one of ${values.join(', ')}` });
const text = z.string({ error: 'a text that is not empty' });
const masterKey = z
  .string({ error: 'a key of 32 bytes in base64 or hexadecimal' })
  .transform((given) => Buffer.from(given, /^[0-9a-f]{64}$/i.test(given) ? 'hex' : 'base64'))
  .refine((bytes) => bytes.length === 32, 'a key of 32 bytes in base64 or hexadecimal (openssl rand -base64 32)');

/** Each may also be given as NAME_FILE, the path of a file that holds it. */
const secrets = [
  'DATABASE_URL',
  'DATABASE_DIRECT_URL',
  'DATABASE_ADMIN_URL',
  'DANKU_MASTER_KEY',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
] as const;

const variables = {
  PORT: wholeNumber(0, 65_535, 'a port number').default(3000),
  /** The machine itself only, until a person says otherwise: 0.0.0.0 opens it to the network. */
  HOST: text.default('127.0.0.1'),
  DATABASE_URL: postgres.optional(),
  /** Past a connection pooler, where LISTEN and session locks work; the same as DATABASE_URL when there is none. */
  DATABASE_DIRECT_URL: postgres.optional(),
  /** A role that may create roles and tables; used to migrate, never to serve. */
  DATABASE_ADMIN_URL: postgres.optional(),
  DANKU_DATA: text.default('.danku'),
  DANKU_DEMO: oneOf(['1', '0']).default('1'),
  /** The address people type. With https, cookies are Secure and HSTS is sent. */
  DANKU_URL: address(['http:', 'https:'], 'an http or https address').optional(),
  DANKU_MASTER_KEY: masterKey.optional(),
  DANKU_FILE_STORE: oneOf(['disk', 's3']).default('disk'),
  S3_ENDPOINT: address(['http:', 'https:'], 'an http or https address').optional(),
  S3_BUCKET: text.optional(),
  S3_REGION: text.default('us-east-1'),
  S3_ACCESS_KEY_ID: text.optional(),
  S3_SECRET_ACCESS_KEY: text.optional(),
  DANKU_UPLOAD_LIMIT_MB: wholeNumber(1, 2048, 'a number of megabytes').default(50),
  DANKU_POOL_SIZE: wholeNumber(2, 200, 'a number of connections').default(10),
  LOG_LEVEL: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** How many proxies in front are ours; with 0 the header X-Forwarded-For is not believed. */
  DANKU_TRUST_PROXY: wholeNumber(0, 10, 'a number of proxies').default(0),
  DANKU_SESSION_IDLE_MINUTES: wholeNumber(1, 1440, 'a number of minutes').default(60),
  DANKU_SESSION_ABSOLUTE_HOURS: wholeNumber(1, 720, 'a number of hours').default(12),
  /** Background work inside the server, in a process of its own beside it, or not started here at all. */
  DANKU_WORKER: oneOf(['inline', 'separate', 'off']).default('inline'),
};
const Variables = z.object(variables);

/** Names of all variables, as they may stand in a compose file. */
export const environmentNames: readonly string[] = [...Object.keys(variables), ...secrets.map((name) => `${name}_FILE`)];

export type LauncherEnv = ReturnType<typeof readLauncherEnv>;
export type Env = ReturnType<typeof readEnv>;

/** For scripts that may provide database and key themselves. Throws EnvironmentError. */
export function readLauncherEnv(source: Source = process.env) {
  return parse(source, []);
}

/** For server and worker, which need a database and the master key. Throws EnvironmentError. */
export function readEnv(source: Source = process.env) {
  const { databaseUrl, masterKey: key, ...rest } = parse(source, ['DATABASE_URL', 'DANKU_MASTER_KEY']);
  if (databaseUrl === undefined || key === undefined) {
    throw new EnvironmentError(['DATABASE_URL and DANKU_MASTER_KEY are required.']);
  }
  return Object.freeze({ ...rest, databaseUrl, databaseDirectUrl: rest.databaseDirectUrl ?? databaseUrl, masterKey: key });
}

function parse(source: Source, required: readonly string[]) {
  const faults: string[] = [];
  const given = withSecretFiles(source, faults);
  faults.push(...missing(given, required));
  const parsed = Variables.safeParse(given);
  if (!parsed.success) {
    faults.push(...parsed.error.issues.map((issue) => describe(String(issue.path[0]), given, issue.message)));
  }
  if (!parsed.success || faults.length > 0) {
    throw new EnvironmentError(faults);
  }
  return present(parsed.data);
}

function present(values: z.output<typeof Variables>) {
  return Object.freeze({
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    databaseDirectUrl: values.DATABASE_DIRECT_URL,
    databaseAdminUrl: values.DATABASE_ADMIN_URL,
    dataFolder: values.DANKU_DATA,
    isDemo: values.DANKU_DEMO === '1',
    publicUrl: values.DANKU_URL,
    isHttps: values.DANKU_URL?.startsWith('https:') === true,
    masterKey: values.DANKU_MASTER_KEY,
    fileStore: values.DANKU_FILE_STORE,
    s3: Object.freeze({
      endpoint: values.S3_ENDPOINT,
      bucket: values.S3_BUCKET,
      region: values.S3_REGION,
      accessKeyId: values.S3_ACCESS_KEY_ID,
      secretAccessKey: values.S3_SECRET_ACCESS_KEY,
    }),
    uploadLimitBytes: values.DANKU_UPLOAD_LIMIT_MB * 1024 * 1024,
    poolSize: values.DANKU_POOL_SIZE,
    logLevel: values.LOG_LEVEL,
    trustedProxies: values.DANKU_TRUST_PROXY,
    sessionIdleMinutes: values.DANKU_SESSION_IDLE_MINUTES,
    sessionAbsoluteHours: values.DANKU_SESSION_ABSOLUTE_HOURS,
    worker: values.DANKU_WORKER,
  });
}

/** Empty counts as not given, as in a compose file with `NAME: ${NAME:-}`. */
function withSecretFiles(source: Source, faults: string[]): Source {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  for (const name of secrets) {
    const file = given[`${name}_FILE`];
    if (file === undefined) {
      continue;
    }
    if (given[name] !== undefined) {
      faults.push(`${name} and ${name}_FILE are both given: one of them is allowed.`);
    }
    try {
      given[name] = readFileSync(file, 'utf8').trim();
    } catch {
      faults.push(`${name}_FILE is "${file}", which cannot be read: the path of a readable file is allowed.`);
    }
  }
  return given;
}

function missing(given: Source, required: readonly string[]): string[] {
  const wanted = new Set(required);
  if (given['DANKU_FILE_STORE'] === 's3') {
    wanted.add('S3_BUCKET');
  }
  // Without both, the AWS client looks for the machine's own credentials.
  if (given['S3_ACCESS_KEY_ID'] !== undefined || given['S3_SECRET_ACCESS_KEY'] !== undefined) {
    wanted.add('S3_ACCESS_KEY_ID').add('S3_SECRET_ACCESS_KEY');
  }
  return [...wanted].filter((name) => given[name] === undefined).map((name) => `${name} is not given, but required here.`);
}

function describe(name: string, given: Source, allowed: string): string {
  const isSecret = secrets.some((secret) => secret === name);
  return `${name} is ${isSecret ? 'given, but not valid' : JSON.stringify(given[name])}: ${allowed} is allowed.`;
}
