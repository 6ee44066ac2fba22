import type { Endpoint } from '@danku/contract/endpoint.ts';
import { roleKeys } from '@danku/domain/access/roles.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { as } from './test/as.ts';
import { buildMember, buildTenant, type TestMember } from './test/factories.ts';
import { buildThings } from './test/foreign-things.ts';
import { sampleOf } from './test/sample-of.ts';
import { startTestServer, type TestServer } from './test/server.ts';

let server: TestServer;
let mounted: readonly Endpoint[];
let people: TestMember[];
let ours: Record<string, string>;

beforeAll(async () => {
  server = await startTestServer();
  ({ mounted } = server.api);
  const tenant = await buildTenant(server);
  people = await Promise.all([
    ...roleKeys.map((role) => buildMember(tenant, role)),
    buildMember(tenant, ['clerk', 'reviewer', 'archivist', 'manager', 'auditor'], { name: 'everything' }),
  ]);
  ours = await buildThings(await buildMember(tenant, 'clerk'));
});
afterAll(() => server.close());

const last = <T>(items: readonly T[]): T => {
  const [item] = items.slice(-1);
  if (item === undefined) {
    throw new Error('There is nobody.');
  }
  return item;
};

function addressOf({ path }: Endpoint, given: string): string {
  const id = ours[path.split('/')[1] ?? ''] ?? '';
  const others: Record<string, string> = {
    id,
    token: 'x'.repeat(40),
    page: '1',
    number: '1',
    stage: 'entry',
    series: 'SO',
    period: '202601',
    relation: 'follows',
  };
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => others[name] ?? id);
  return `${filled}?${given}`;
}

async function faultOf(person: TestMember, endpoint: Endpoint, query: string, body: unknown): Promise<string | null> {
  const options = endpoint.upload === true ? { form: new FormData() } : { body: endpoint.method === 'get' ? undefined : body };
  const answer = await as(person).raw(endpoint.method.toUpperCase(), addressOf(endpoint, query), options);
  const text = await answer.text();
  return answer.status >= 500
    ? `${endpoint.method.toUpperCase()} ${endpoint.path}?${query} ${JSON.stringify(body)} as ${person.name}: ${text}`
    : null;
}

const queryOf = (endpoint: Endpoint) =>
  new URLSearchParams(
    Object.entries(sampleOf(endpoint.query) ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();

/** What ends a session is left for others to try. */
const staysSignedIn = ({ path }: Endpoint) => !/sign-out|revoke-sessions|deactivate|\/me\/sessions/.test(path);

describe('every route', () => {
  it('answers every role about things of its own organisation without a fault of the server', async () => {
    const faults: (string | null)[] = [];
    for (const endpoint of mounted.filter(staysSignedIn)) {
      for (const person of people) {
        faults.push(await faultOf(person, endpoint, queryOf(endpoint), sampleOf(endpoint.body)));
      }
    }
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  }, 120_000);

  it('bears any query', async () => {
    const hostile = [
      'cursor=AAAA',
      'cursor=W10',
      'cursor=WyIyMDI2LTAxLTAxVDAwOjAwOjAwWiIsIngiXQ',
      'q=%00',
      'q=%25%5F%5C%27',
      `q=${'%E5%8D%95'.repeat(90)}`,
      'limit=1e9',
      'limit=-1',
      'sort=%27%3B--',
      'stage=%00',
      'q=1&q=2',
      'from=9999-99-99',
      '__proto__=x',
      't=%00',
    ];
    const faults: (string | null)[] = [];
    for (const endpoint of mounted.filter(({ method }) => method === 'get')) {
      for (const query of hostile) {
        faults.push(await faultOf(last(people), endpoint, query, undefined));
      }
    }
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  }, 120_000);

  it('bears any body', async () => {
    const odd: unknown[] = [
      null,
      0,
      -1,
      1e308,
      Number.MAX_SAFE_INTEGER,
      '',
      ' ',
      '\u0000',
      '\ud800',
      'x'.repeat(100_000),
      [],
      [[]],
      {},
      { toString: 1 },
      '2026-02-30',
      '-0',
      '1e5',
      '99999999999999999999',
    ];
    const faults: (string | null)[] = [];
    for (const endpoint of mounted.filter(({ method, upload }) => method !== 'get' && upload !== true).filter(staysSignedIn)) {
      const body = sampleOf(endpoint.body);
      const keys = typeof body === 'object' && body !== null ? Object.keys(body) : [];
      for (const value of odd) {
        faults.push(await faultOf(last(people), endpoint, queryOf(endpoint), value));
        for (const key of keys) {
          faults.push(await faultOf(last(people), endpoint, queryOf(endpoint), { ...Object(body), [key]: value }));
        }
      }
    }
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  }, 180_000);
});
