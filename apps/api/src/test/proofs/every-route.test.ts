import type { Endpoint } from '@danku/contract/endpoint.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createSignInLimits } from '../../http/rate-limit.ts';
import { uuid7 } from '../../db/uuid7.ts';
import { anonymous, as, type RawOptions } from '../as.ts';
import { eventsOf } from '../events-of.ts';
import { buildMember, buildTenant, type TestMember, type TestTenant } from '../factories.ts';
import { sampleOf } from '../sample-of.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { scaled } from './scaled.ts';

let server: TestServer;
let secure: TestServer;
let tenant: TestTenant;
let member: TestMember;

beforeAll(async () => {
  [server, secure] = [await startTestServer(), await startTestServer({ isHttps: true, publicUrl: 'https://danku.example' })];
  tenant = await buildTenant(server);
  member = await buildMember(tenant, ['clerk', 'reviewer', 'archivist', 'manager', 'auditor']);
});
afterAll(async () => {
  await server.close();
  await secure.close();
});

const nameOf = ({ method, path }: Endpoint) => `${method.toUpperCase()} ${path}`;
const addressOf = ({ path }: Endpoint) =>
  path.replaceAll(
    /:(\w+)/g,
    (_, name: string) =>
      ({ stage: 'entry', page: '1', number: '1', relation: 'follows', token: 'x'.repeat(40) })[name] ?? uuid7(),
  );
const isChange = ({ method }: Endpoint) => method !== 'get';

/** What every answer has to say, whatever it is about. */
function missingHeaders(answer: Response): string[] {
  const header = (name: string) => answer.headers.get(name) ?? '';
  const policy = header('content-security-policy');
  const wanted: [string, boolean][] = [
    ['nosniff', header('x-content-type-options') === 'nosniff'],
    ['a policy', policy.includes("default-src 'none'")],
    ['no frames', policy.includes("frame-ancestors 'none'") || policy.includes('sandbox')],
    ['no inline script', !/script-src[^;]*'unsafe-inline'/.test(policy) && !policy.includes("'unsafe-eval'")],
    ['not kept', /no-store|private/.test(header('cache-control'))],
    ['referrer', header('referrer-policy') === 'same-origin'],
    ['an id', /^[0-9a-f-]{36}$/.test(header('x-request-id'))],
    ['no word of what serves it', header('x-powered-by') === '' && header('server') === ''],
    ['no other site', header('access-control-allow-origin') === ''],
  ];
  return wanted.filter(([, isThere]) => !isThere).map(([what]) => what);
}

describe('S16: the headers of every endpoint', () => {
  it.each(['as a member', 'as nobody', 'with a broken body'])('%s', async (how) => {
    const faults: string[] = [];
    for (const endpoint of server.api.mounted.filter(({ path }) => path !== '/auth/sign-out')) {
      const caller = how === 'as nobody' ? anonymous(server) : as(member);
      const body = how === 'with a broken body' ? ['x'] : sampleOf(endpoint.body);
      const answer = await caller.raw(endpoint.method.toUpperCase(), addressOf(endpoint), isChange(endpoint) ? { body } : {});
      await answer.body?.cancel();
      faults.push(...missingHeaders(answer).map((what) => `${nameOf(endpoint)} ${answer.status}: ${what}`));
    }
    expect(faults).toEqual([]);
  });

  it('tell browsers to stay with https where it is spoken', async () => {
    const without: string[] = [];
    for (const endpoint of secure.api.mounted) {
      const answer = await anonymous(secure).raw(endpoint.method.toUpperCase(), addressOf(endpoint));
      await answer.body?.cancel();
      if (answer.headers.get('strict-transport-security')?.includes('max-age=63072000') !== true) {
        without.push(nameOf(endpoint));
      }
    }
    expect(without).toEqual([]);
  });

  it('are there for addresses that do not exist', async () => {
    for (const path of ['/nothing', '/documents/', '/%2e%2e/%2e%2e/etc/passwd', '/documents/x/y/z']) {
      expect([path, missingHeaders(await as(member).raw('GET', path))]).toEqual([path, []]);
    }
  });
});

/** What another site can make a signed-in browser send. */
const forged: [how: string, make: (endpoint: Endpoint) => { path: string; options: RawOptions; method?: string }][] = [
  [
    'from another site',
    (endpoint) => ({
      path: addressOf(endpoint),
      options: { body: sampleOf(endpoint.body), headers: { Origin: 'https://evil.example' } },
    }),
  ],
  [
    'from a frame without an origin',
    (endpoint) => ({ path: addressOf(endpoint), options: { body: sampleOf(endpoint.body), headers: { Origin: 'null' } } }),
  ],
  [
    'without an origin',
    (endpoint) => ({ path: addressOf(endpoint), options: { body: sampleOf(endpoint.body), headers: { Origin: '' } } }),
  ],
  [
    'from a site whose name begins with ours',
    (endpoint) => ({
      path: addressOf(endpoint),
      options: { body: sampleOf(endpoint.body), headers: { Origin: `${server.url}.evil.example` } },
    }),
  ],
  [
    'from our host on another port',
    (endpoint) => ({
      path: addressOf(endpoint),
      options: { body: sampleOf(endpoint.body), headers: { Origin: 'http://127.0.0.1:1' } },
    }),
  ],
  [
    'with our address in another header',
    (endpoint) => ({
      path: addressOf(endpoint),
      options: {
        body: sampleOf(endpoint.body),
        headers: { Origin: 'https://evil.example', Referer: server.url, 'X-Forwarded-Host': 'evil.example' },
      },
    }),
  ],
];

describe('S17: nothing changes by what another site sends', () => {
  it.each(forged)('%s', async (_, make) => {
    const accepted: string[] = [];
    for (const endpoint of server.api.mounted.filter(isChange)) {
      const { path, options } = make(endpoint);
      const answer = await as(member).raw(endpoint.method.toUpperCase(), path, options);
      const text = await answer.text();
      if (answer.status !== 403 || !text.includes('wrong-origin')) {
        accepted.push(`${nameOf(endpoint)}: ${answer.status}`);
      }
    }
    expect(accepted).toEqual([]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=b', 'text/json', ''])(
    'as %j, which a form can send',
    async (type) => {
      const accepted: string[] = [];
      for (const endpoint of server.api.mounted.filter(
        (each) => isChange(each) && each.upload !== true && each.body !== undefined,
      )) {
        const body = sampleOf(endpoint.body) ?? {};
        const answer = await as(member).raw(endpoint.method.toUpperCase(), addressOf(endpoint), {
          body,
          headers: { 'Content-Type': type },
        });
        await answer.body?.cancel();
        if (answer.status !== 415) {
          accepted.push(`${nameOf(endpoint)}: ${answer.status}`);
        }
      }
      expect(accepted).toEqual([]);
    },
  );

  it('by another method than the one that is meant', async () => {
    const accepted: string[] = [];
    for (const endpoint of server.api.mounted.filter(isChange)) {
      const method = endpoint.method.toUpperCase();
      for (const header of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override']) {
        const answer = await as(member).raw('GET', `${addressOf(endpoint)}?_method=${method}`, { headers: { [header]: method } });
        await answer.body?.cancel();
        if (answer.status < 400 && !server.api.mounted.some((each) => each.method === 'get' && each.path === endpoint.path)) {
          accepted.push(nameOf(endpoint));
        }
      }
    }
    expect(accepted).toEqual([]);
  });
});

describe('S13: guessing passwords', () => {
  const guess = (email: string, headers: Record<string, string> = {}) =>
    anonymous(server).raw('POST', '/auth/sign-in', { body: { email, password: 'wrong wrong wrong' }, headers });

  it('at many accounts from one address is stopped, whatever address the caller claims to have', async () => {
    const most = scaled({ short: 6, full: 100 });
    await server.services.database.pool.query('DELETE FROM identity.rate_limits');
    server.services.signInLimits = createSignInLimits(server.services.database, { perAddress: most });
    const statuses: number[] = [];
    for (let attempt = 0; attempt < most + 3; attempt += 1) {
      const claimed = `203.0.113.${attempt}`;
      const answer = await guess(`nobody-${attempt}@nowhere.example`, {
        'X-Forwarded-For': claimed,
        'X-Real-IP': claimed,
        Forwarded: `for=${claimed}`,
        'CF-Connecting-IP': claimed,
      });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([...Array.from({ length: most }, () => 401), 429, 429, 429]);
  }, 120_000);

  it('takes as long for an address that nobody has', async () => {
    server.services.signInLimits = createSignInLimits(server.services.database, { perAddress: 1_000_000 });
    const rounds = scaled({ short: 4, full: 8 });
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      known.push(await timeOf(() => guess(member.email)));
      unknown.push(await timeOf(() => guess(`none-${round}@nowhere.example`)));
    }
    // Promised is a tenth, of a machine that does nothing else.
    expect(Math.abs(median(known) - median(unknown)) / median(known)).toBeLessThan(0.5);
  }, 120_000);
});

it('S13: the log names the address of the connection, not the one claimed', async () => {
  const id = uuid7();
  await as(member).raw('POST', `/documents/${id}/approve`, {
    body: { version: 1 },
    headers: { 'X-Forwarded-For': '203.0.113.77' },
  });
  expect(JSON.stringify(await eventsOf(tenant))).not.toContain('203.0.113.77');
  expect(server.logLines.join('')).not.toContain('203.0.113.77');
});

async function timeOf(work: () => Promise<Response>): Promise<number> {
  const start = performance.now();
  await (await work()).text();
  return performance.now() - start;
}

const median = (values: readonly number[]) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
