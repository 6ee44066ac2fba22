import { contract } from '@danku/contract';
import { endpoint } from '@danku/contract/endpoint.ts';
import { Id, IdParams, text, Version } from '@danku/contract/shapes.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { uuid7 } from '../db/uuid7.ts';
import { Problem } from '../problem.ts';
import { anonymous, as } from '../test/as.ts';
import { buildMember, buildTenant, type TestMember, type TestTenant } from '../test/factories.ts';
import { lookAt } from '../test/look-at.ts';
import { startTestServer, type TestServer } from '../test/server.ts';
import { mount } from './mount.ts';

const Group = z.object({ id: Id, name: z.string(), version: Version });
const createGroup = endpoint({
  method: 'post',
  path: '/test/groups',
  summary: '',
  body: z.strictObject({ name: text(40, 1) }),
  reply: Group,
});
const changeGroup = endpoint({
  method: 'patch',
  path: '/test/groups/:id',
  summary: '',
  versioned: true,
  params: IdParams,
  body: z.strictObject({ version: Version, name: text(40, 1) }),
  reply: Group,
});
const leakGroup = endpoint({
  method: 'get',
  path: '/test/leak',
  summary: '',
  reply: z.object({ shown: z.nullable(z.string()) }),
});

let server: TestServer;
let tenant: TestTenant;
let clerk: TestMember;

beforeAll(async () => {
  server = await startTestServer({ checksReplies: false });
  tenant = await buildTenant(server);
  clerk = await buildMember(tenant, 'clerk');
  mount(server.api, createGroup, async ({ tx, now }, { body }) => {
    const id = uuid7(now);
    await tx.prisma.customerGroup.create({ data: { id, name: body.name, tenantId: tx.tenantId } });
    return { id, name: body.name, version: 1 };
  });
  mount(server.api, changeGroup, async ({ tx }, { params, body }) => {
    const { rows } = await tx.sql.query<z.infer<typeof Group>>(
      'UPDATE app.customer_groups SET name = $3, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id, name, version',
      [params.id, body.version, body.name],
    );
    if (rows[0] === undefined) {
      throw new Problem((await tx.prisma.customerGroup.count({ where: { id: params.id } })) === 0 ? 'not-found' : 'stale');
    }
    return rows[0];
  });
  mount(server.api, leakGroup, async () => Object.assign({ shown: 'yes' }, { passwordHash: 'canary' }));
});
afterAll(() => server.close());

const count = async (name: string) => {
  const [row] = await lookAt<{ count: number }>(
    server,
    'SELECT count(*)::int AS count FROM app.customer_groups WHERE name = $1',
    [name],
  );
  return row?.count;
};

describe('a call', () => {
  it('comes through a connection that cannot see past the policies', async () => {
    const { rows } = await server.services.database.pool.query(
      `SELECT current_user AS user, row_security_active('app.documents') AS active`,
    );
    expect(rows).toEqual([{ user: 'app_user', active: true }]);
  });

  it('is answered with declared keys only, never to be stored, with an id and without a word of what serves it', async () => {
    const response = await as(clerk).raw('GET', '/test/leak');
    expect(await response.text()).toBe('{"shown":"yes"}');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers.get('x-powered-by')).toBeNull();
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('needs a session', async () => {
    const answer = await anonymous(server).raw('POST', '/test/groups', { body: { nonsense: true } });
    expect(answer.status).toBe(401);
    const stranger = await as({ ...clerk, cookie: 'A'.repeat(43) }).raw('GET', '/me');
    expect(stranger.status).toBe(401);
  });

  it('with a cookie needs our own origin', async () => {
    for (const headers of [{ Origin: 'https://evil.example' }, { Origin: 'null' }]) {
      const answer = await as(clerk).raw('POST', '/test/groups', { body: { name: 'x' }, headers });
      expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'wrong-origin' }]);
    }
  });

  it('with faulty input is told each fault at its place', async () => {
    await expect(
      as(clerk)
        .raw('POST', '/test/groups', { body: { name: '', tenantId: tenant.id } })
        .then((answer) => answer.json()),
    ).resolves.toMatchObject({
      code: 'invalid',
      errors: [
        { path: '/name', code: 'too-short', params: { minimum: '1' } },
        { path: '/tenantId', code: 'unknown' },
      ],
    });
  });

  it.each([
    ['{"name":', 400],
    ['{"name":"\\u0000"}', 422],
    ['{"name":"\\ud800"}', 422],
    ['{"__proto__":{"name":"x"}}', 422],
    [`${'['.repeat(10_000)}${']'.repeat(10_000)}`, 422],
    [`{"name":"${'x'.repeat(1_100_000)}"}`, 413],
  ])('with the body %# is refused, not failed', async (body, status) => {
    const headers = { Cookie: `danku=${clerk.cookie}`, Origin: server.url, 'Content-Type': 'application/json' };
    const answer = await fetch(`${server.url}/api/v1/test/groups`, { method: 'POST', headers, body });
    expect(answer.status).toBe(status);
  });

  it('to a broken address is refused, not failed', async () => {
    expect((await as(clerk).raw('GET', '/test/groups/%E0%A4%A')).status).toBe(400);
    expect((await as(clerk).raw('PATCH', '/test/groups/not-an-id', { body: { version: 1, name: 'x' } })).status).toBe(404);
  });
});

describe('a version', () => {
  it('must be named, and must be the one that is there', async () => {
    const group = await as(clerk).call(createGroup, { body: { name: 'versions' } });
    const change = (body: object, headers = {}) =>
      as(clerk).raw('PATCH', `/test/groups/${group.id}`, { body: { name: 'versions 2', ...body }, headers });
    expect((await change({})).status).toBe(428);
    expect((await change({}, { 'If-Match': '"7"' })).status).toBe(412);
    expect((await change({}, { 'If-Match': '"1"' })).status).toBe(200);
    expect((await change({ version: 1 })).status).toBe(412);
  });
});

describe('the key of a repeated call', () => {
  const post = (name: string, key: string, who = clerk) =>
    as(who).raw('POST', '/test/groups', { body: { name }, headers: { 'Idempotency-Key': key } });

  it('makes fifty at once one, with one answer', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => post('once', 'key-1')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect(await count('once')).toBe(1);
  });

  it('belongs to one request of one person', async () => {
    await post('first', 'key-2');
    expect([(await post('second', 'key-2')).status, await count('second')]).toEqual([422, 0]);
    const other = await buildMember(tenant, 'clerk');
    expect([(await post('third', 'key-2', other)).status, await count('third')]).toEqual([200, 1]);
    const neighbour = await buildMember(await buildTenant(server), 'clerk');
    expect((await post('first', 'key-2', neighbour)).status).toBe(200);
  });

  it('is not used up by a failure, and has at most 255 characters', async () => {
    expect((await post('', 'key-3')).status).toBe(422);
    expect((await post('fine', 'key-3')).status).toBe(200);
    expect((await post('long', 'k'.repeat(256))).status).toBe(400);
  });

  it('keeps no secret', async () => {
    const body = { name: 'ci', permissions: ['document.read'], expiresInDays: 1 };
    const create = () => as(clerk).raw('POST', '/me/tokens', { body, headers: { 'Idempotency-Key': 'key-4' } });
    const { token } = z.parse(z.object({ token: z.string() }), await (await create()).json());
    expect((await create()).status).toBe(409);
    expect(await lookAt(server, 'SELECT FROM app.idempotency_keys WHERE reply LIKE $1', [`%${token}%`])).toEqual([]);
  });
});

describe('two organisations', () => {
  it('cannot tell another’s id from one that does not exist', async () => {
    const neighbour = await buildMember(await buildTenant(server), 'clerk');
    const group = await as(neighbour).call(createGroup, { body: { name: 'theirs' } });
    const change = async (id: string) => {
      const answer = await as(clerk).raw('PATCH', `/test/groups/${id}`, { body: { version: 1, name: 'mine' } });
      return [answer.status, await answer.text()];
    };
    expect(await change(group.id)).toEqual(await change(uuid7()));
    expect(await count('theirs')).toBe(1);
  });

  it('are told apart by the header, which must name one’s own', async () => {
    const second = await buildTenant(server);
    const there = await buildMember(second, 'reviewer', { accountId: clerk.accountId });
    const me = async (named: string | undefined) => {
      const headers: Record<string, string> = {
        Cookie: `danku=${clerk.cookie}`,
        ...(named === undefined ? {} : { 'Danku-Tenant': named }),
      };
      const answer = await fetch(`${server.url}/api/v1/me`, { headers });
      return z.parse(z.object({ member: z.unknown() }), await answer.json()).member;
    };
    expect(await me(tenant.slug)).toMatchObject({ id: clerk.id, tenantId: tenant.id });
    expect(await me(second.id)).toMatchObject({ id: there.id, roles: [{ key: 'reviewer' }] });
    expect(await me(undefined)).toBeNull();
    expect(await me((await buildTenant(server)).slug)).toBeNull();
    expect(await me("x' OR true --")).toBeNull();
    const foreign = await as({ ...clerk, tenant: await buildTenant(server) }).raw('POST', '/test/groups', {
      body: { name: 'x' },
    });
    expect(foreign.status).toBe(403);
  });
});

describe('the contract', () => {
  it('describes itself', async () => {
    const answer = await fetch(`${server.url}/api/v1/openapi.json`);
    const { paths } = z.parse(z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) }), await answer.json());
    const operations = Object.values(paths).flatMap((path) => Object.keys(path));
    expect(operations.length).toBe(Object.values(contract).flatMap((subject) => Object.keys(subject)).length);
  });
});
