import { randomInt } from 'node:crypto';

import { endpoint } from '@danku/contract/endpoint.ts';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { uuid7 } from '../../db/uuid7.ts';
import { mount } from '../../http/mount.ts';
import { as } from '../as.ts';
import { buildMember, buildTenant, type TestMember } from '../factories.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { patience, scaled } from './scaled.ts';

const Names = z.object({ names: z.array(z.string()) });
const breakDown = endpoint({
  method: 'post',
  path: '/test/break-down',
  summary: '',
  body: z.strictObject({ name: z.string() }),
  reply: Names,
});
const sleepLong = endpoint({
  method: 'post',
  path: '/test/sleep',
  summary: '',
  body: z.strictObject({ name: z.string() }),
  reply: Names,
});

let server: TestServer;
let sides: { canary: string; clerk: TestMember; manager: TestMember }[];
const workersEach = scaled({ short: 8, full: 20 });
const milliseconds = scaled({ short: 5_000, full: 60_000 });

beforeAll(async () => {
  server = await startTestServer({ checksReplies: false });
  // Writes, then fails: by an error of ours, and by the database's time limit.
  mount(server.api, breakDown, async ({ tx, now }, { body }) => {
    await tx.sql.query('INSERT INTO app.customer_groups (id, name) VALUES ($1, $2)', [uuid7(now), `lost ${body.name}`]);
    await tx.prisma.customer.findMany({ take: 5 });
    throw new Error('one of the faults of this proof');
  });
  mount(server.api, sleepLong, async ({ tx, now }, { body }) => {
    await tx.sql.query('INSERT INTO app.customer_groups (id, name) VALUES ($1, $2)', [uuid7(now), `lost ${body.name}`]);
    await tx.sql.query(`SET LOCAL statement_timeout = '20ms'`);
    await tx.sql.query('SELECT pg_sleep(1)');
    return { names: [] };
  });
  sides = await Promise.all(
    ['CANARY-OF-ONE', 'CANARY-OF-TWO'].map(async (canary) => {
      const tenant = await buildTenant(server, { name: canary });
      return { canary, clerk: await buildMember(tenant, 'clerk'), manager: await buildMember(tenant, ['manager', 'auditor']) };
    }),
  );
});
afterAll(() => server.close());

type Side = (typeof sides)[number];
type Work = (side: Side, signal: AbortSignal) => Promise<Response>;

let made = 0;
const mark = ({ canary }: Side) => `${canary} ${(made += 1)}`;

function call(
  { tenant, cookie }: TestMember,
  method: string,
  path: string,
  body: unknown,
  signal: AbortSignal,
): Promise<Response> {
  const headers = {
    Cookie: `danku=${cookie}`,
    'Danku-Tenant': tenant.slug,
    Origin: server.url,
    'Content-Type': 'application/json',
  };
  return fetch(`${server.url}/api/v1${path}`, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
    signal,
  });
}

const works: Work[] = [
  (side, signal) => call(side.manager, 'POST', '/customers', { code: mark(side), name: mark(side) }, signal),
  (side, signal) => call(side.manager, 'GET', `/customers?limit=50&q=CANARY`, undefined, signal),
  (side, signal) =>
    call(side.clerk, 'POST', '/documents', { kind: 'SO', fields: { number: mark(side), buyerName: mark(side) } }, signal),
  (side, signal) => call(side.clerk, 'GET', '/documents?limit=20&q=CANARY', undefined, signal),
  (side, signal) => call(side.clerk, 'GET', '/documents?limit=50', undefined, signal),
  (side, signal) => call(side.manager, 'GET', '/audit/events?limit=50', undefined, signal),
  (side, signal) => call(side.manager, 'GET', '/members', undefined, signal),
  (side, signal) => call(side.clerk, 'GET', '/me', undefined, signal),
  (side, signal) => call(side.clerk, 'POST', '/queues/entry/next', {}, signal),
];
const faulty: Work[] = [
  (side, signal) => call(side.clerk, 'POST', '/test/break-down', { name: mark(side) }, signal),
  (side, signal) => call(side.clerk, 'POST', '/test/sleep', { name: mark(side) }, signal),
];

function oneOf(list: readonly Work[]): Work {
  const [picked] = list.slice(randomInt(list.length));
  if (picked === undefined) {
    throw new Error('There is nothing to do.');
  }
  return picked;
}

it(
  'S5: two organisations at work at the same time never see a word of each other, whatever breaks meanwhile',
  async () => {
    const leaks: string[] = [];
    const counts = { answered: 0, aborted: 0, failed: 0 };
    const until = Date.now() + milliseconds;
    const worker = async (side: Side, other: Side) => {
      while (Date.now() < until) {
        const stop = new AbortController();
        const timer = randomInt(100) < 10 ? setTimeout(() => stop.abort(), randomInt(1, 20)) : undefined;
        const text = await oneOf(randomInt(100) < 7 ? faulty : works)(side, stop.signal)
          .then(
            async (answer) => {
              counts[answer.status >= 500 ? 'failed' : 'answered'] += 1;
              return answer.text();
            },
            () => '',
          )
          .catch(() => '');
        counts.aborted += stop.signal.aborted ? 1 : 0;
        clearTimeout(timer);
        if (text.includes(other.canary)) {
          leaks.push(text.slice(0, 300));
        }
      }
    };
    const [one, two] = sides;
    if (one === undefined || two === undefined) {
      throw new Error('There are two.');
    }
    silenceExpectedFaults();
    await Promise.all(Array.from({ length: workersEach }, () => [worker(one, two), worker(two, one)]).flat());
    expect(leaks).toEqual([]);
    expect(counts.answered).toBeGreaterThan(scaled({ short: 20, full: 1_000 }));
    expect([counts.aborted > 0, counts.failed > 0]).toEqual([true, true]);
    expect(await strayRows()).toEqual([]);
    expect((await as(one.clerk).raw('GET', '/me')).status).toBe(200);
  },
  patience,
);

/** Rows that carry the other organisation's canary, and rows of work that failed. */
async function strayRows(): Promise<string[]> {
  const superuser = new pg.Client(server.testDatabase.superuserUrl);
  await superuser.connect();
  try {
    const tables = await superuser.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname = 'app'`,
    );
    const strays: string[] = [];
    for (const { name } of tables.rows) {
      for (const [index, { clerk }] of sides.entries()) {
        const foreign = sides[1 - index]?.canary ?? '';
        const { rows } = await superuser.query<{ row: string }>(
          `SELECT t::text AS row FROM ${name} t WHERE tenant_id = $1 AND (t::text LIKE $2 OR t::text LIKE '%lost CANARY%')`,
          [clerk.tenant.id, `%${foreign}%`],
        );
        strays.push(...rows.map(({ row }) => `${name}: ${row}`));
      }
    }
    return strays;
  } finally {
    await superuser.end();
  }
}

/** The faults are meant; without this each would be printed. */
function silenceExpectedFaults(): void {
  server.services.log.level = 'silent';
}
