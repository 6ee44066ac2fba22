import { contract } from '@danku/contract';
import type { Call } from '@danku/contract/endpoint.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { systemActor } from '../../db/actor.ts';
import { withTenant } from '../../db/tenant.ts';
import { as } from '../../test/as.ts';
import { eventsOf } from '../../test/events-of.ts';
import { expectRefusals } from '../../test/expect-refusals.ts';
import { buildMember, buildTenant, type TestMember, type TestTenant } from '../../test/factories.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';

const { settings } = contract;
let server: TestServer;
let other: TestTenant;
let tenant: TestTenant;
let system: TestMember;
let clerk: TestMember;

beforeAll(async () => {
  server = await startTestServer();
  other = await buildTenant(server);
});
afterAll(() => server.close());
beforeEach(async () => {
  tenant = await buildTenant(server);
  system = tenant.founder;
  clerk = await buildMember(tenant, 'clerk');
});

const text = { zh: '项目号', en: 'Project' };
const body: Call<typeof settings.createDocumentType>['body'] = {
  kind: 'SO',
  name: '项目订单',
  prefix: 'PSO',
  extraFields: [{ key: 'xProject', label: text, type: 'code' as const, required: true }],
  numberingPattern: '{TYPE}-{YYYY}{MM}-{SEQ:6}',
  numberingReset: 'monthly' as const,
  reviewRules: [{ fromGross: '100000.00', policy: 'dual-sequence' as const }, { policy: 'single' as const }],
  slaMinutes: { entry: 480, review: 240, 'second-review': 240, adjudication: 480, approved: 960 },
  retentionClass: '30y' as const,
};
const { kind: _, ...withoutKind } = body;
const create = (given: object = {}) => as(system).call(settings.createDocumentType, { body: { ...body, ...given } });
const faults = (given: object) =>
  create(given).then(
    () => [],
    (refused: { problem: { errors: { path: string; code: string }[] } }) =>
      refused.problem.errors.map(({ path, code }) => `${path} ${code}`),
  );

describe('document types', () => {
  it('are there from the first day, for everyone to see', async () => {
    const { items } = await as(clerk).call(settings.listDocumentTypes);
    expect(items).toHaveLength(10);
    expect(items.find(({ kind }) => kind === 'INV')).toMatchObject({ prefix: 'INV', numberingReset: 'monthly', extraFields: [] });
  });

  it('are added by the system administrator, and logged', async () => {
    const made = await create();
    expect(made).toMatchObject({ ...body, version: 1, isActive: true, requiredChecks: [] });
    expect((await as(clerk).call(settings.listDocumentTypes)).items).toContainEqual(made);
    expect((await eventsOf(tenant, 'document-type.changed')).at(-1)).toMatchObject({
      subjectId: made.id,
      actorId: system.id,
      payload: { name: '项目订单' },
    });
    await expect(create()).rejects.toMatchObject({ code: 'already-exists', problem: { errors: [{ path: '/prefix' }] } });
    await expectRefusals(settings.createDocumentType, { body }, { may: system, mayNot: clerk });
  });

  it('are refused with every fault at its place', async () => {
    expect(await faults({ numberingPattern: '{YYYY}-{SEQ:6' })).toEqual(['/numberingPattern malformed']);
    expect(await faults({ numberingPattern: '{YYYY}' })).toEqual([
      '/numberingPattern sequence-missing',
      '/numberingPattern type-missing',
      '/numberingPattern period-missing',
    ]);
    expect(await faults({ prefix: 'ABCDEFGHIJ', numberingPattern: '{TYPE}-{YYYY}-{MM}-{SEQ:12}-X' })).toEqual([
      '/numberingPattern too-long',
    ]);
    const twice = [
      { key: 'xProject', label: text, type: 'code' },
      { key: 'xProject', label: text, type: 'choice' },
    ];
    expect(await faults({ extraFields: twice })).toEqual(['/extraFields/1/key duplicate', '/extraFields/1/choices required']);
    expect(await faults({ reviewRules: [{ policy: 'single' }, { fromRisk: 30, policy: 'dual-blind' }] })).toEqual([
      '/reviewRules/1 unreachable',
    ]);
  });

  it('are changed, with what changed in the log', async () => {
    const made = await create();
    const [theirs] = (await as(other.founder).call(settings.listDocumentTypes)).items;
    const input = { params: { id: made.id }, body: { version: 1, ...withoutKind, name: '工程订单' } };
    await expectRefusals(settings.changeDocumentType, input, { may: system, mayNot: clerk, foreignId: theirs?.id ?? '' });
    const changed = await as(system).call(settings.changeDocumentType, input);
    expect(changed).toEqual({ ...made, name: '工程订单', version: 2 });
    expect((await eventsOf(tenant, 'document-type.changed')).at(-1)?.payload).toEqual({
      name: '工程订单',
      changes: [{ path: '/name', before: '项目订单', after: '工程订单' }],
    });
  });

  it('keep their series once numbers have been given', async () => {
    const made = await create();
    await giveNumber(made.id, 'PSO');
    const change = (given: object) =>
      as(system).call(settings.changeDocumentType, { params: { id: made.id }, body: { version: 1, ...withoutKind, ...given } });
    await expect(change({ prefix: 'PS2' })).rejects.toMatchObject({ problem: { errors: [{ path: '/prefix', code: 'in-use' }] } });
    await expect(change({ numberingReset: 'yearly' })).rejects.toMatchObject({
      problem: { errors: [{ path: '/numberingReset', code: 'in-use' }] },
    });
    await expect(change({ numberingPattern: '{TYPE}{YY}{MM}-{SEQ:4}' })).resolves.toMatchObject({ version: 2 });
  });
});

describe('settings', () => {
  it('are read by everyone and changed by the system administrator', async () => {
    const { version, ...given } = await as(clerk).call(settings.readSettings);
    expect(given).toMatchObject({ timeZone: 'Asia/Shanghai', currency: 'CNY', workingCalendar: { weekdays: [1, 2, 3, 4, 5] } });
    const workingCalendar = { ...given.workingCalendar, holidays: ['2026-10-02', '2026-10-01', '2026-10-01'] };
    const input = { body: { version, ...given, workingCalendar } };
    await expectRefusals(settings.changeSettings, input, { may: system, mayNot: clerk });
    const changed = await as(system).call(settings.changeSettings, input);
    expect(changed).toMatchObject({ workingCalendar: { holidays: ['2026-10-01', '2026-10-02'] }, version: version + 1 });
    expect(await eventsOf(tenant, 'settings.changed')).toMatchObject([
      { actorId: system.id, payload: { changes: [{ path: '/workingCalendar' }] } },
    ]);
  });

  it('make sense', async () => {
    const { version, ...given } = await as(system).call(settings.readSettings);
    const hours = [
      { from: '09:00', to: '12:00' },
      { from: '11:00', to: '24:30' },
    ];
    const wrong = {
      version,
      ...given,
      timeZone: 'Mars/Base',
      currency: 'QQQ',
      workingCalendar: { ...given.workingCalendar, hours },
    };
    await expect(as(system).call(settings.changeSettings, { body: wrong })).rejects.toMatchObject({
      problem: {
        errors: [
          { path: '/timeZone', code: 'unknown' },
          { path: '/currency', code: 'unknown' },
          { path: '/workingCalendar/hours/1', code: 'out-of-order' },
        ],
      },
    });
  });
});

/** As the approval of a document leaves it behind. */
async function giveNumber(typeId: string, series: string): Promise<void> {
  await withTenant(server.services.database, systemActor(tenant.id), (tx) =>
    tx.sql.query(
      `WITH paper AS (
         INSERT INTO app.documents (id, kind, type_id, stage, draft_number, currency, created_by, created_at, updated_at)
         VALUES (gen_random_uuid(), 'SO', $1, 'approved', 'D-1', 'CNY', $2, now(), now()) RETURNING id)
       INSERT INTO app.number_register (series, period, sequence, number, document_id, given_at)
       SELECT $3, '202611', 1, $3 || '-202611-000001', id, now() FROM paper`,
      [typeId, clerk.id, series],
    ),
  );
}
