import { monitorEventLoopDelay } from 'node:perf_hooks';

import type { Endpoint } from '@danku/contract/endpoint.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildMember, buildTenant, type TestMember } from '../factories.ts';
import { sampleOf } from '../sample-of.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { accessRules } from './access-rules.ts';
import { patience, scaled } from './scaled.ts';
import { makeDocument, makeInboxItem, makeThing } from './things.ts';

const nobodys = { ownerId: null, customerGroupId: null };
const nameOf = ({ method, path }: Endpoint) => `${method.toUpperCase()} ${path}`;

let server: TestServer;
let callers: TestMember[];
let maker: TestMember;
let withBody: Endpoint[];

beforeAll(async () => {
  server = await startTestServer();
  const tenant = await buildTenant(server);
  maker = await buildMember(tenant, 'clerk');
  callers = [
    await buildMember(tenant, ['clerk', 'reviewer', 'archivist', 'manager', 'auditor']),
    await buildMember(tenant, 'system-admin'),
    await buildMember(tenant, 'security-admin'),
  ];
  // What ends sessions is tried by session tests.
  withBody = server.api.mounted.filter(
    ({ method, upload, path }) =>
      method !== 'get' && upload !== true && !/sign-out|revoke-sessions|deactivate|sessions|sign-in|set-up/.test(path),
  );
});
afterAll(() => server.close());

async function addressOf(endpoint: Endpoint): Promise<string> {
  const rule = accessRules[nameOf(endpoint)];
  const thing = rule?.of === 'right' ? rule.thing : undefined;
  const id =
    rule?.of === 'gate'
      ? await makeDocument(maker, rule.stage, nobodys)
      : thing === undefined
        ? await makeInboxItem(maker)
        : await makeThing(thing, maker);
  const named: Record<string, string> = { token: 'x'.repeat(40), stage: 'entry', relation: 'follows' };
  return endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => named[name] ?? id);
}

/** The text as it is, from whoever of the callers may come furthest. */
async function send(endpoint: Endpoint, address: string, body: string): Promise<{ status: number; text: string }> {
  let last = { status: 0, text: '' };
  for (const caller of callers) {
    const answer = await fetch(`${server.url}/api/v1${address}`, {
      method: endpoint.method.toUpperCase(),
      headers: {
        Cookie: `danku=${caller.cookie}`,
        'Danku-Tenant': caller.tenant.slug,
        Origin: server.url,
        'Content-Type': 'application/json',
      },
      body,
    });
    last = { status: answer.status, text: await answer.text() };
    if (last.status !== 403) {
      return last;
    }
  }
  return last;
}

const deep = (depth: number, open: string, close: string) => `${open.repeat(depth)}1${close.repeat(depth)}`;

/** Bodies that are hostile whatever they are sent to. */
const hostile = [
  '',
  'null',
  '"text"',
  '{',
  '{"a":1}}',
  '\uFEFF{}',
  'NaN',
  '{"version":NaN}',
  '{"version":Infinity}',
  '{"version":1e999}',
  '{"version":-0}',
  '{"version":1.0000000000000001}',
  '{"version":9007199254740993}',
  '{"version":"1"}',
  '{"version":[1]}',
  '{"version":{"valueOf":1}}',
  '{"version":1,"version":2}',
  '{"__proto__":{"isAdmin":true},"version":1}',
  '{"constructor":{"prototype":{"isAdmin":true}},"version":1}',
  '{"version":1,"fields":{"__proto__":{"x":"y"}}}',
  '{"version":1,"fields":{"constructor":"x","toString":"x","hasOwnProperty":"x"}}',
  '{"version":1,"\\u0000":"x"}',
  '{"version":1,"reason":"\\u0000","name":"\\u0000","body":"\\u0000"}',
  '{"version":1,"reason":"\\ud800","name":"\\udfff","body":"\\ud800"}',
  `{"version":1,"${'k'.repeat(900_000)}":1}`,
  `{${Array.from({ length: 50_000 }, (_, index) => `"k${index}":1`).join(',')}}`,
  deep(10_000, '[', ']'),
  deep(10_000, '{"a":', '}'),
  `{"version":1,"fields":${deep(10_000, '{"a":', '}')}}`,
  `{"version":1,"lines":[${'[],'.repeat(10_000)}[]]}`,
  `{"version":1,"preferences":${deep(5_000, '{"a":', '}')}}`,
  `{"version":1,"reason":"${'x'.repeat(1_100_000)}"}`,
];

describe('S20: every endpoint with a body', () => {
  it(
    'bears what no client would send',
    async () => {
      const faults: string[] = [];
      for (const endpoint of withBody) {
        const address = await addressOf(endpoint);
        for (const body of scaled({ short: pick(hostile, nameOf(endpoint), 12), full: hostile })) {
          const { status, text } = await send(endpoint, address, body);
          if (status >= 500) {
            faults.push(`${nameOf(endpoint)} ${body.slice(0, 80)}: ${status} ${text.slice(0, 200)}`);
          }
        }
      }
      expect(faults).toEqual([]);
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect('isAdmin' in {}).toBe(false);
    },
    patience,
  );

  it(
    'bears what is almost right, and takes nothing that is not in its contract',
    async () => {
      const lag = monitorEventLoopDelay({ resolution: 10 });
      lag.enable();
      const before = process.memoryUsage.rss();
      const faults: string[] = [];
      for (const endpoint of withBody) {
        const address = await addressOf(endpoint);
        const sample = sampleOf(endpoint.body) ?? {};
        await fc.assert(
          fc.asyncProperty(mutationOf(sample), async (body) => {
            const { status, text } = await send(endpoint, address, body);
            if (status >= 500) {
              faults.push(`${nameOf(endpoint)} ${body.slice(0, 200)}: ${status} ${text.slice(0, 200)}`);
            }
          }),
          { numRuns: scaled({ short: 8, full: 700 }), endOnFailure: true },
        );
      }
      lag.disable();
      expect(faults).toEqual([]);
      // Five times what is promised of a machine of one's own.
      expect((process.memoryUsage.rss() - before) / 1e6).toBeLessThan(scaled({ short: 400, full: 250 }));
      expect(lag.percentile(99) / 1e6).toBeLessThan(1_000);
    },
    patience,
  );
});

/** Another part of the list for each endpoint. */
function pick(list: readonly string[], name: string, count: number): string[] {
  const start = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return Array.from({ length: count }, (_, index) => list[(start + index) % list.length] ?? '');
}

const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    -1,
    -0,
    1e308,
    2 ** 53,
    0.1,
    true,
    [],
    {},
    [[]],
    [null],
    '2026-02-30',
    '0000-00-00',
    '９９９',
    'ﷺ'.repeat(200),
    "'; DROP TABLE app.documents --",
    '%_\\',
    '${1}',
    '{{1}}',
    '../../etc/passwd',
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.jsonValue({ maxDepth: 4, noUnicodeString: false }),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map(String),
);

/** The sample with some of its values (or further ones, also deep inside) replaced by strange ones, as text. */
function mutationOf(sample: unknown): fc.Arbitrary<string> {
  const paths = pathsOf(sample);
  const change = fc.record({ path: fc.constantFrom(...paths), value: strange });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const copy: unknown = structuredClone(sample);
    return JSON.stringify(changes.reduce((body, { path, value }) => replaced(body, path, value), copy));
  });
}

function pathsOf(value: unknown, path: string[] = []): string[][] {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const further = ['id', 'tenantId', 'fields', 'lines', 'reason', 'place', 'x'].map((key) => [...path, key]);
  return [path, ...further, ...keys.flatMap((key) => pathsOf(Object(value)[key], [...path, key]))];
}

function replaced(body: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) {
    return value;
  }
  if (Array.isArray(body)) {
    return body.map((item, index) => (String(index) === key ? replaced(item, rest, value) : item));
  }
  const before = typeof body === 'object' && body !== null ? body : {};
  return { ...before, [key]: replaced(Object(before)[key], rest, value) };
}
