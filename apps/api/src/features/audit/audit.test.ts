import { contract } from '@danku/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { systemActor } from '../../db/actor.ts';
import { record } from '../../db/record.ts';
import { withTenant } from '../../db/tenant.ts';
import { uuid7 } from '../../db/uuid7.ts';
import { as } from '../../test/as.ts';
import { eventsOf } from '../../test/events-of.ts';
import { expectRefusals } from '../../test/expect-refusals.ts';
import { buildMember, buildTenant, type TestMember, type TestTenant } from '../../test/factories.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';

const { audit } = contract;
const documentId = uuid7();
let server: TestServer;
let tenant: TestTenant;
let auditor: TestMember;
let administrator: TestMember;
let clerk: TestMember;

beforeAll(async () => {
  server = await startTestServer();
  tenant = await buildTenant(server);
  auditor = await buildMember(tenant, 'auditor');
  administrator = await buildMember(tenant, 'audit-admin');
  clerk = await buildMember(tenant, 'clerk', { name: '=HYPERLINK("x")' });
  const other = await buildTenant(server);
  await happen(other, new Date('2026-01-05T00:00:00Z'), other.founder);
  for (const day of [1, 2, 3, 4]) {
    await happen(tenant, new Date(`2026-01-0${day}T08:00:00Z`), clerk);
  }
});
afterAll(() => server.close());

/** Two events in one instant, so that pages have to tell them apart by their ids. */
async function happen({ id }: { id: string }, at: Date, by: TestMember): Promise<void> {
  const actor = { ...systemActor(id, at), memberId: by.id, name: by.name, via: 'session' as const };
  await withTenant(server.services.database, actor, (tx) =>
    record({ tx, actor, now: at }, [
      {
        type: 'document.edited',
        subjectId: documentId,
        payload: { changes: [{ path: '/fields/number', before: null, after: 'CANARY' }] },
      },
      { type: 'document.viewed', subjectId: documentId, payload: { version: 1 } },
    ]),
  );
}

const past = { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' };

async function exported(caller: TestMember, query: Record<string, string> = past): Promise<string> {
  const response = await as(caller).raw('GET', `/audit/export?${new URLSearchParams(query).toString()}`);
  expect(response.status).toBe(200);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
}

describe('the event explorer', () => {
  it('shows the organisation’s own events, newest first, page by page', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await as(auditor).call(audit.listEvents, { query: { ...past, limit: 3, cursor } });
      seen.push(...page.items.map(({ at, type }) => `${at.slice(8, 10)} ${type}`));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(['04', '03', '02', '01'].flatMap((day) => [`${day} document.viewed`, `${day} document.edited`]));
  });

  it('filters by who, what, which and when', async () => {
    const count = async (query: object) =>
      (await as(auditor).call(audit.listEvents, { query: { ...past, ...query } })).items.length;
    expect(await count({ actorId: clerk.id })).toBe(8);
    expect(await count({ actorId: auditor.id })).toBe(0);
    expect(await count({ type: 'document.viewed' })).toBe(4);
    expect(await count({ subjectId: documentId, type: 'document.edited' })).toBe(4);
    expect(await count({ from: '2026-01-02T08:00:00Z', to: '2026-01-04T08:00:00+00:00' })).toBe(4);
    await expect(as(auditor).call(audit.listEvents, { query: { cursor: 'nonsense' } })).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('refuses whoever may not', async () => {
    await expectRefusals(audit.listEvents, {}, { may: auditor, mayNot: clerk });
    await expectRefusals(audit.exportEvents, {}, { may: auditor, mayNot: clerk });
  });

  it('shows an auditor before and after, and an administrator only where', async () => {
    const query = { ...past, type: 'document.edited', limit: 1 };
    const changes = [{ path: '/fields/number', before: null, after: 'CANARY' }];
    expect((await as(auditor).call(audit.listEvents, { query })).items).toMatchObject([
      { actor: { id: clerk.id }, payload: { changes } },
    ]);
    const [shown] = (await as(administrator).call(audit.listEvents, { query })).items;
    expect(shown?.payload).toEqual({ changes: [{ path: '/fields/number', before: '•••', after: '•••' }] });
  });

  it('keeps decisions from a reviewer, also behind a token that leaves the right out', async () => {
    const both = await buildMember(tenant, ['auditor', 'reviewer']);
    const token = await as(both).call(contract.auth.createAccessToken, {
      body: { name: 'x', permissions: ['audit.read', 'document.read'], expiresInDays: 1 },
    });
    const response = await as(both).raw('GET', '/audit/events', { headers: { Authorization: `Bearer ${token.token}` } });
    const body = await response.text();
    expect(body).toContain('document.edited');
    expect(body).not.toContain('CANARY');
  });
});

describe('the export', () => {
  it('is a file that a spreadsheet reads and does not run', async () => {
    const text = await exported(auditor);
    const lines = text.split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFF"时间","人员","事件","代码"/);
    expect(lines).toHaveLength(10);
    expect(lines[1]).toContain(`"2026-01-04T08:00:00.000Z","'=HYPERLINK(""x"")","`);
    expect(text).toContain('CANARY');
  });

  it('is recorded with its filters, and holds nothing of itself', async () => {
    const before = await eventsOf(tenant);
    const text = await exported(auditor, {});
    expect(text.split('\r\n')).toHaveLength(before.length + 2);
    const logged = (await eventsOf(tenant, 'audit.exported')).at(-1);
    expect(logged).toMatchObject({ actorId: auditor.id, payload: { filters: {}, rows: before.length } });
    expect((await eventsOf(tenant, 'audit.exported')).at(-2)).toMatchObject({ payload: { filters: past, rows: 8 } });
  });

  it('tells an administrator nothing of what the papers say', async () => {
    expect(await exported(administrator)).not.toContain('CANARY');
  });

  it('reads long logs page by page', async () => {
    const crowded = await buildTenant(server);
    const reader = await buildMember(crowded, 'auditor');
    const at = new Date('2026-01-01T00:00:00Z');
    const actor = systemActor(crowded.id, at);
    const events = Array.from({ length: 2_500 }, () => ({
      type: 'document.viewed' as const,
      subjectId: documentId,
      payload: { version: 1 },
    }));
    await withTenant(server.services.database, actor, (tx) => record({ tx, actor, now: at }, events));
    const lines = (await exported(reader)).split('\r\n');
    expect(lines).toHaveLength(2_502);
    expect(new Set(lines).size).toBe(3);
  });
});
