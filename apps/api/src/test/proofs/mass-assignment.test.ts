import type { Endpoint } from '@danku/contract/endpoint.ts';
import { ProblemReply } from '@danku/contract/problem.ts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { as } from '../as.ts';
import { buildMember, buildTenant, type TestMember } from '../factories.ts';
import { sampleOf } from '../sample-of.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { makeDocument, makeThing } from './things.ts';

let server: TestServer;
let clerk: TestMember;
let columns: string[];

beforeAll(async () => {
  server = await startTestServer();
  clerk = await buildMember(await buildTenant(server), 'clerk');
  const superuser = new pg.Client(server.testDatabase.superuserUrl);
  await superuser.connect();
  const { rows } = await superuser.query<{ name: string }>(
    `SELECT DISTINCT column_name AS name FROM information_schema.columns WHERE table_schema IN ('app', 'identity', 'infra') ORDER BY 1`,
  );
  await superuser.end();
  columns = rows.flatMap(({ name }) => [name, name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())]);
});
afterAll(() => server.close());

const nameOf = ({ method, path }: Endpoint) => `${method.toUpperCase()} ${path}`;
const keysOf = (schema: Endpoint['body']) => {
  const shape: object = schema === undefined ? {} : z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return new Set(Object.keys('properties' in shape ? Object(shape.properties) : {}));
};

describe('S6: a body', () => {
  it('with any column of any table beside what the contract names is refused, key by key', async () => {
    const faults: string[] = [];
    const withBody = server.api.mounted.filter(({ body, access }) => body !== undefined && access === 'member');
    const document = await makeDocument(clerk, 'entry', { ownerId: null, customerGroupId: null });
    for (const endpoint of withBody) {
      const known = keysOf(endpoint.body);
      const foreign = [...new Set(columns)].filter((column) => !known.has(column));
      const body = { ...Object.fromEntries(foreign.map((column) => [column, 'x'])), ...Object(sampleOf(endpoint.body)) };
      const address = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => (name === 'stage' ? 'entry' : document));
      const answer = await as(clerk).raw(endpoint.method.toUpperCase(), address, { body });
      const { errors = [] } = z.parse(ProblemReply, await answer.json());
      const refused = new Set(errors.filter(({ code }) => code === 'unknown').map(({ path }) => path.slice(1)));
      const taken = foreign.filter((column) => !refused.has(column));
      if (answer.status !== 422 || taken.length > 0) {
        faults.push(`${nameOf(endpoint)}: ${answer.status}, takes ${taken.join(' ')}`);
      }
    }
    expect(withBody.length).toBeGreaterThan(40);
    expect(faults).toEqual([]);
  });

  it('with a prototype is not taken for one', async () => {
    const id = await makeThing('customer', clerk);
    const headers = {
      Cookie: `danku=${clerk.cookie}`,
      'Danku-Tenant': clerk.tenant.slug,
      Origin: server.url,
      'Content-Type': 'application/json',
    };
    const body = '{"version":1,"name":"x","__proto__":{"tenantId":"x"}}';
    const answer = await fetch(`${server.url}/api/v1/customers/${id}`, { method: 'PATCH', headers, body });
    expect([403, 422]).toContain(answer.status);
  });
});
