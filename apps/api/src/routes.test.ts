import { contract } from '@danku/contract';
import type { Endpoint } from '@danku/contract/endpoint.ts';
import { roleKeys } from '@danku/domain/access/roles.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { uuid7 } from './db/uuid7.ts';
import { anonymous, as, type Caller } from './test/as.ts';
import { buildMember, buildTenant, type TestMember } from './test/factories.ts';
import { buildThings } from './test/foreign-things.ts';
import { sampleOf } from './test/sample-of.ts';
import { startTestServer, type TestServer } from './test/server.ts';

const inContract: Endpoint[] = Object.values(contract).flatMap((subject): Endpoint[] => Object.values(subject));
const nameOf = ({ method, path }: Endpoint) => `${method.toUpperCase()} ${path}`;

let server: TestServer;
let mounted: readonly Endpoint[];
let people: TestMember[];
let theirs: Record<string, string>;

beforeAll(async () => {
  server = await startTestServer();
  ({ mounted } = server.api);
  const [ours, other] = [await buildTenant(server), await buildTenant(server)];
  people = await Promise.all(roleKeys.map((role) => buildMember(ours, role)));
  theirs = await buildThings(await buildMember(other, 'clerk'));
});
afterAll(() => server.close());

/** Fills an address: the id is given, everything else is something harmless of the right shape. */
function addressOf({ path }: Endpoint, id: string): string {
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
  return path.replaceAll(/:(\w+)/g, (_, name: string) => others[name] ?? theirs['documents'] ?? '');
}

async function knock(
  caller: Caller,
  endpoint: Endpoint,
  id: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string }> {
  const options =
    endpoint.upload === true
      ? { form: new FormData() }
      : { body: endpoint.method === 'get' ? undefined : sampleOf(endpoint.body) };
  const query = new URLSearchParams(
    Object.entries(sampleOf(endpoint.query) ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const answer = await caller.raw(endpoint.method.toUpperCase(), `${addressOf(endpoint, id)}?${query.toString()}`, {
    ...options,
    headers,
  });
  return { status: answer.status, body: await answer.text() };
}

describe('the API', () => {
  it('has every endpoint of the contract, and no other', () => {
    expect(mounted.map(nameOf).sort()).toEqual(inContract.map(nameOf).sort());
  });

  it('asks everyone who is nobody to sign in', async () => {
    for (const endpoint of mounted.filter(({ access }) => access !== 'public')) {
      const answer = await knock(anonymous(server), endpoint, uuid7());
      expect([nameOf(endpoint), answer.status, answer.body]).toEqual([
        nameOf(endpoint),
        401,
        expect.stringContaining('"unauthenticated"'),
      ]);
    }
  });

  it('does nothing that another site asks for', async () => {
    const [clerk] = people;
    for (const endpoint of mounted.filter(({ method }) => method !== 'get')) {
      const caller = clerk === undefined || endpoint.access === 'public' ? anonymous(server) : as(clerk);
      const answer = await knock(caller, endpoint, uuid7(), { Origin: 'https://evil.example' });
      expect([nameOf(endpoint), answer.status, answer.body]).toEqual([
        nameOf(endpoint),
        403,
        expect.stringContaining('"wrong-origin"'),
      ]);
    }
  });

  it('takes no other method for the one that is meant', async () => {
    const overridden = await anonymous(server).raw('POST', '/me', { body: {}, headers: { 'X-HTTP-Method-Override': 'PATCH' } });
    expect(overridden.status).toBe(404);
  });
});

describe('what belongs to another organisation', () => {
  it('answers every role exactly as what does not exist', async () => {
    const withId = mounted.filter(({ path, access }) => path.includes(':id') && access === 'member');
    const faults: string[] = [];
    for (const endpoint of withId) {
      const foreign = theirs[endpoint.path.split('/')[1] ?? ''] ?? 'nothing of this sort';
      const statuses = new Set<number>();
      for (const person of people) {
        const [their, none] = [await knock(as(person), endpoint, foreign), await knock(as(person), endpoint, uuid7())];
        statuses.add(their.status);
        if (their.status !== none.status || their.body !== none.body || ![403, 404].includes(their.status)) {
          faults.push(`${nameOf(endpoint)} as ${person.name}: ${their.status} ${their.body} | ${none.status} ${none.body}`);
        }
      }
      // At least one role gets as far as looking for it.
      if (!statuses.has(404)) {
        faults.push(`${nameOf(endpoint)}: nobody was told 404, but ${[...statuses].join(', ')}`);
      }
    }
    expect(faults).toEqual([]);
  }, 120_000);
});
