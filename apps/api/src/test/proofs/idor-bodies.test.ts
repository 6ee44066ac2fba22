import { contract } from '@danku/contract';
import type { Endpoint } from '@danku/contract/endpoint.ts';
import type { Permission } from '@danku/domain/access/permissions.ts';
import { dateIn } from '@danku/domain/time/zone.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { systemActor } from '../../db/actor.ts';
import { withTenant } from '../../db/tenant.ts';
import { uuid7 } from '../../db/uuid7.ts';
import { draft, order, submitted } from '../../features/documents/test/papers.ts';
import { as } from '../as.ts';
import { buildMember, buildTenant, type TestMember, type TestTenant } from '../factories.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { accessRules, type Thing } from './access-rules.ts';
import { placesOf, type Placed } from './id-places.ts';
import { patience } from './scaled.ts';
import { makeComment, makeDocument, makeFile, makeInboxItem, makeThing } from './things.ts';

const nobodys = { ownerId: null, customerGroupId: null };
const things: Thing[] = ['customer', 'customer-group', 'product', 'legal-entity', 'document-type', 'member', 'role'];
const nameOf = ({ method, path }: Endpoint) => `${method.toUpperCase()} ${path}`;

let server: TestServer;
let ours: TestTenant;
let maker: TestMember;
let callers: TestMember[];
let theirs: string[];

beforeAll(async () => {
  server = await startTestServer();
  ours = await buildTenant(server);
  maker = await buildMember(ours, 'clerk');
  callers = [
    await buildMember(ours, ['clerk', 'reviewer', 'archivist', 'manager', 'auditor']),
    await buildMember(ours, 'system-admin'),
    await buildMember(ours, 'security-admin'),
  ];
  const theirMaker = await buildMember(await buildTenant(server), 'clerk');
  const document = await makeDocument(theirMaker, 'entry', nobodys);
  theirs = [
    document,
    await makeComment(theirMaker, document),
    await makeFile(theirMaker, nobodys),
    await makeInboxItem(theirMaker),
  ];
  for (const thing of things) {
    theirs.push(await makeThing(thing, theirMaker));
  }
});
afterAll(() => server.close());

/** Something of our own that the call is about, in a state in which it can be done. */
async function ownIdFor(endpoint: Endpoint): Promise<string> {
  const rule = accessRules[nameOf(endpoint)];
  if (rule?.of === 'gate') {
    return makeDocument(maker, rule.stage, nobodys);
  }
  return rule?.of === 'right' && rule.thing !== undefined ? makeThing(rule.thing, maker) : makeInboxItem(maker);
}

interface Way {
  place: string;
  ask: (caller: TestMember, foreign: string) => Promise<{ status: number; text: string }>;
}

/** Every place of a call in which an id can stand, but the first of the address, which the matrix tries. */
function waysOf(endpoint: Endpoint, ownId: string): Way[] {
  const others: Record<string, string> = {
    id: ownId,
    stage: 'entry',
    page: '1',
    number: '1',
    relation: 'follows',
    series: 'SO',
    period: '202601',
  };
  const ask = async (caller: TestMember, id: string, { body, query = '' }: { body?: unknown; query?: string }) => {
    const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => others[name] ?? id);
    const answer = await as(caller).raw(endpoint.method.toUpperCase(), `${path}${query}`, { body });
    return { status: answer.status, text: (await answer.text()).replaceAll(id, '<id>') };
  };
  const inAddress = /:(commentId|otherId)/.exec(endpoint.path)?.[1];
  const bodiesWith = (id: string) => placesOf(endpoint.body, id);
  const queriesWith = (id: string) =>
    placesOf(endpoint.query, id).map(({ place, value }): Placed => ({
      place,
      value: `?${new URLSearchParams(Object.entries({ ...Object(value) }).map(([key, one]): [string, string] => [key, String(one)])).toString()}`,
    }));
  return [
    ...(inAddress === undefined
      ? []
      : [
          {
            place: `:${inAddress}`,
            ask: (caller: TestMember, id: string) => ask(caller, id, { body: endpoint.body === undefined ? undefined : {} }),
          },
        ]),
    ...bodiesWith(ownId).map(({ place }, index) => ({
      place,
      ask: (caller: TestMember, id: string) => ask(caller, id, { body: bodiesWith(id)[index]?.value }),
    })),
    ...queriesWith(ownId).map(({ place }, index) => ({
      place: `?${place}`,
      ask: (caller: TestMember, id: string) => ask(caller, id, { query: String(queriesWith(id)[index]?.value) }),
    })),
  ];
}

/** Where an id only narrows or orders what is shown, naming nothing is no fault. */
const onlyNarrows = (endpoint: Endpoint, place: string) => endpoint.method === 'get' || place === '/after';

describe('S4: another organisation’s id in a body, a query or further on in an address', () => {
  it(
    'is answered like an id of nothing, and changes nothing',
    async () => {
      const faults: string[] = [];
      const tried: string[] = [];
      for (const endpoint of server.api.mounted.filter(({ access, upload }) => access === 'member' && upload !== true)) {
        for (const { place, ask } of waysOf(endpoint, await ownIdFor(endpoint))) {
          const where = `${nameOf(endpoint)} ${place}`;
          tried.push(where);
          const statuses: number[] = [];
          for (const caller of callers) {
            const none = await ask(caller, uuid7());
            statuses.push(none.status);
            const answers = await Promise.all(theirs.map((id) => ask(caller, id)));
            const isSame = ({ status, text }: typeof none) =>
              status === none.status && (text === none.text || place === '/after');
            faults.push(
              ...answers
                .filter((answer) => !isSame(answer))
                .map(
                  ({ status, text }) => `${where} as ${caller.name}: ${status} ${text}, of nothing ${none.status} ${none.text}`,
                ),
            );
          }
          const isRefused =
            statuses.every((status) => status >= 400) && statuses.some((status) => [404, 409, 422].includes(status));
          if (!isRefused && !onlyNarrows(endpoint, place)) {
            faults.push(`${where}: ${statuses.join(', ')}`);
          }
        }
      }
      expect(faults).toEqual([]);
      expect(tried.length).toBeGreaterThan(20);
    },
    patience,
  );
});

describe('S4: someone of a limited scope', () => {
  let limited: TestMember;
  beforeAll(async () => {
    limited = await buildMember(ours);
    await grant(limited, ['document.read', 'document.enter', 'document.comment', 'customer.read'], 'own');
  });

  it('reaches nothing of colleagues by naming it in a body', async () => {
    const file = await makeFile(maker, nobodys);
    const item = await makeInboxItem(maker);
    const customer = await makeThing('customer', maker);
    const document = await makeDocument(maker, 'entry', nobodys);
    const mine = (id: string) => [
      () => as(limited).raw('POST', '/documents', { body: { kind: 'SO', fileIds: [id] } }),
      () => as(limited).raw('POST', '/documents', { body: { kind: 'SO', inboxItemId: id } }),
      () => as(limited).raw('POST', '/documents', { body: { kind: 'SO', customerId: id } }),
      async () => {
        const own = await as(limited).call(contract.documents.createDocument, { body: { kind: 'SO' } });
        return as(limited).raw('PUT', `/documents/${own.id}/pages`, {
          body: { version: own.version, fileIds: [id], pages: null },
        });
      },
      async () => {
        const own = await as(limited).call(contract.documents.createDocument, { body: { kind: 'SO' } });
        return as(limited).raw('POST', `/documents/${own.id}/links`, { body: { otherId: id, relation: 'follows' } });
      },
    ];
    const statuses = async (id: string) => Promise.all(mine(id).map(async (send) => (await send()).status));
    const none = await statuses(uuid7());
    expect(none.every((status) => status >= 400)).toBe(true);
    for (const id of [file, item, customer, document]) {
      expect(await statuses(id)).toEqual(none);
    }
    expect((await as(limited).raw('GET', `/files/${file}`)).status).toBe(404);
  });
});

describe('S4: the twin of a paper', () => {
  it('is told to be there, but shown to none whose scope it is outside of', async () => {
    const limited = await buildMember(ours);
    await grant(limited, ['document.read', 'document.enter'], 'own', 'entering');
    const content = order({ issueDate: dateIn(new Date(), 'Asia/Shanghai') });
    const theirOwn = await submitted(maker, content);
    const { id, version } = await draft(limited, content);
    const { items } = await as(limited).call(contract.documents.listFindings, { params: { id } });
    expect(items).toContainEqual(expect.objectContaining({ code: 'duplicate', twin: null }));
    const refused = await as(limited).raw('POST', `/documents/${id}/submit`, { body: { version } });
    expect([refused.status, await refused.text()]).toEqual([409, expect.not.stringContaining(theirOwn.id)]);
    const seen = await as(maker).call(contract.documents.listFindings, { params: { id } });
    expect(seen.items).toContainEqual(
      expect.objectContaining({ code: 'duplicate', twin: expect.objectContaining({ id: theirOwn.id }) }),
    );
  });
});

async function grant(member: TestMember, permissions: Permission[], scope: string, key = 'limited'): Promise<void> {
  await withTenant(server.services.database, systemActor(ours.id), async ({ sql }) => {
    const id = uuid7();
    await sql.query(`INSERT INTO app.roles (id, key, name, permissions, scope) VALUES ($1, $4, $4, $2, $3)`, [
      id,
      permissions,
      scope,
      key,
    ]);
    await sql.query('INSERT INTO app.member_roles (member_id, role_id) VALUES ($1, $2)', [member.id, id]);
  });
}
