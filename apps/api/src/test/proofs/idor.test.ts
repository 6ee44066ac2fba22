import type { Endpoint } from '@danku/contract/endpoint.ts';
import { joinGrants } from '@danku/domain/access/permissions.ts';
import { roleDefinitions, roleKeys, type RoleKey } from '@danku/domain/access/roles.ts';
import { contract } from '@danku/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { uuid7 } from '../../db/uuid7.ts';
import { anonymous, as, type Caller } from '../as.ts';
import { buildMember, buildTenant, type TestMember, type TestTenant } from '../factories.ts';
import { sampleOf } from '../sample-of.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { accessRules, type Rule } from './access-rules.ts';
import { expectedOutcomes, idSorts, type IdSort } from './expected-outcome.ts';
import { patience, scaled } from './scaled.ts';
import { makeComment, makeDocument, makeFile, makeGroup, makeInboxItem, makeThing, type Belonging } from './things.ts';

let server: TestServer;
let ours: TestTenant;
let maker: TestMember;
let theirMaker: TestMember;
let people: { role: RoleKey; member: TestMember }[];
let theirPeople: TestMember[];
let reach: Belonging & { ownerId: string; customerGroupId: string };
let fileIds: Record<IdSort, string>;
/** Values in bodies that lead as far as the question who may; ids of things that are there. */
let values: Record<string, string>;
const permissions = ['member.read'];

const nobodys: Belonging = { ownerId: null, customerGroupId: null };
const nameOf = ({ method, path }: Endpoint) => `${method.toUpperCase()} ${path}`;
const memberOf = (role: RoleKey) => people.find((person) => person.role === role)?.member ?? maker;

beforeAll(async () => {
  server = await startTestServer();
  ours = await buildTenant(server);
  const theirs = await buildTenant(server);
  [maker, theirMaker] = [await buildMember(ours, 'clerk'), await buildMember(theirs, 'clerk')];
  people = await Promise.all(roleKeys.map(async (role) => ({ role, member: await buildMember(ours, role) })));
  theirPeople = await Promise.all(roleKeys.map((role) => buildMember(theirs, role)));
  reach = { ownerId: memberOf('sales').id, customerGroupId: await makeGroup(ours, memberOf('service-agent')) };
  fileIds = {
    own: await makeFile(maker, reach),
    out: await makeFile(maker, nobodys),
    foreign: await makeFile(theirMaker, nobodys),
    random: uuid7(),
  };
  values = {
    memberId: memberOf('reviewer').id,
    otherId: await makeDocument(maker, 'entry', reach),
    intoId: await makeThing('customer', maker),
  };
});
afterAll(() => server.close());

/** A fresh thing for each call, as a call that is served may change it. */
async function idOf(rule: Rule, sort: IdSort, caller: TestMember): Promise<string> {
  if (sort === 'random') {
    return uuid7();
  }
  const by = sort === 'foreign' ? theirMaker : maker;
  switch (rule.of) {
    case 'owner':
      return makeThing(rule.thing, sort === 'own' ? caller : by);
    case 'right':
      return rule.thing === undefined ? uuid7() : makeThing(rule.thing, by);
    case 'file':
      return fileIds[sort];
    case 'inbox':
      return makeInboxItem(by);
    case 'gate':
    case 'holder':
      return makeDocument(by, rule.of === 'gate' ? rule.stage : 'review', sort === 'own' ? reach : nobodys);
    default:
      return uuid7();
  }
}

async function send(caller: Caller, endpoint: Endpoint, id: string, commentId = uuid7(), headers: Record<string, string> = {}) {
  const named: Record<string, string> = {
    id,
    commentId,
    token: 'x'.repeat(40),
    page: '1',
    number: '1',
    stage: 'entry',
    series: 'SO',
    period: '202601',
    relation: 'follows',
    ...values,
  };
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => named[name] ?? uuid7());
  const query = new URLSearchParams(
    Object.entries(sampleOf(endpoint.query) ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const sample = sampleOf(endpoint.body);
  const body =
    typeof sample === 'object' && sample !== null
      ? Object.fromEntries(
          Object.entries(sample).map(([key, value]) => [key, key === 'permissions' ? permissions : (values[key] ?? value)]),
        )
      : undefined;
  const options = endpoint.upload === true ? { form: uploadForm() } : { body: endpoint.method === 'get' ? undefined : body };
  const answer = await caller.raw(endpoint.method.toUpperCase(), `${path}?${query.toString()}`, { ...options, headers });
  return { status: answer.status, text: await answer.text() };
}

function uploadForm(): FormData {
  const form = new FormData();
  form.append('file', new File(['%PDF-1.7'], 'a.pdf'));
  return form;
}

const seen = (status: number) => ([401, 403, 404].includes(status) ? status : 'served');

describe('S4: every endpoint', () => {
  it('is classified, and nothing is classified that is not there', () => {
    expect(Object.keys(accessRules).sort()).toEqual(server.api.mounted.map(nameOf).sort());
  });

  it(
    'answers each role about each sort of id as the rules say',
    async () => {
      const faults: string[] = [];
      let tried = 0;
      for (const endpoint of server.api.mounted) {
        const rule = accessRules[nameOf(endpoint)];
        if (
          rule === undefined ||
          rule.of === 'everyone' ||
          endpoint.path === '/auth/sign-out' ||
          endpoint.path === '/me/password'
        ) {
          continue;
        }
        for (const { role, member } of people) {
          const sorts = sortsFor(endpoint, role);
          const answers = await Promise.all(sorts.map(async (sort) => ({ sort, ...(await call(endpoint, rule, sort, member)) })));
          tried += answers.length;
          faults.push(
            ...answers.flatMap(({ sort, status, text }) => faultOf(endpoint, rule, { role, member, sort, status, text })),
          );
          const [foreign, random] = [
            answers.find(({ sort }) => sort === 'foreign'),
            answers.find(({ sort }) => sort === 'random'),
          ];
          if (foreign?.text !== random?.text) {
            faults.push(`${nameOf(endpoint)} as ${role}: another organisation’s id and a random one differ`);
          }
        }
      }
      expect(faults).toEqual([]);
      expect(tried).toBeGreaterThan(scaled({ short: 900, full: 2_000 }));
    },
    patience,
  );

  it(
    'answers nobody, those who left and other organisations’ people',
    async () => {
      const left = await buildMember(ours, 'clerk');
      const elsewhere = await buildMember(ours, 'clerk', { accountId: theirPeople[0]?.accountId ?? '' });
      for (const { id } of [left, elsewhere]) {
        await as(ours.founder).call(contract.people.deactivateMember, { params: { id }, body: { version: 1 } });
      }
      const faults: string[] = [];
      for (const endpoint of server.api.mounted.filter(({ access }) => access === 'member')) {
        const rule = accessRules[nameOf(endpoint)] ?? { of: 'member' };
        const id = await idOf(rule, 'own', maker);
        const expectations: [string, Caller, number][] = [
          ['nobody', anonymous(server), 401],
          ['someone who left', as(left), 401],
          ['someone who left and works elsewhere', as(elsewhere), 403],
          ...theirPeople
            .slice(0, scaled({ short: 1, full: 99 }))
            .map((member): [string, Caller, number] => [`their ${member.name}`, as({ ...member, tenant: maker.tenant }), 403]),
        ];
        for (const [who, caller, status] of expectations) {
          const answer = await send(caller, endpoint, id);
          if (answer.status !== status) {
            faults.push(`${nameOf(endpoint)} as ${who}: ${answer.status} instead of ${status}`);
          }
        }
      }
      expect(faults).toEqual([]);
    },
    patience,
  );
});

/** Roles × other organisations’ ids are tried within `npm test` by routes.test.ts already; ids out of reach matter where a scope is limited. */
function sortsFor({ path }: Endpoint, role: RoleKey): readonly IdSort[] {
  const short = roleDefinitions[role].scope === 'all' ? (['own'] as const) : (['own', 'out'] as const);
  return path.includes(':id') ? scaled<readonly IdSort[]>({ short, full: idSorts }) : ['own'];
}

async function call(endpoint: Endpoint, rule: Rule, sort: IdSort, member: TestMember) {
  const id = await idOf(rule, sort, member);
  const hasComment = endpoint.path.includes(':commentId') && sort !== 'random';
  return send(as(member), endpoint, id, hasComment ? await makeComment(sort === 'foreign' ? theirMaker : maker, id) : undefined);
}

interface Answered {
  role: RoleKey;
  member: TestMember;
  sort: IdSort;
  status: number;
  text: string;
}

function faultOf(endpoint: Endpoint, rule: Rule, { role, member, sort, status, text }: Answered): string[] {
  const actor = {
    memberId: member.id,
    grants: joinGrants([roleDefinitions[role]]),
    customerGroupIds: role === 'service-agent' ? [reach.customerGroupId] : [],
  };
  const expected = expectedOutcomes(rule, { actor, ...reach, makerId: maker.id, id: sort });
  const isExpected = expected.some((outcome) => outcome === status || (outcome === 'served' && seen(status) === 'served'));
  return isExpected && status < 500
    ? []
    : [`${nameOf(endpoint)} as ${role} on ${sort}: ${status} instead of ${expected.join(' or ')} ${text.slice(0, 160)}`];
}
