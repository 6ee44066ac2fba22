import { contract } from '@danku/contract';
import { makeCreditCode } from '@danku/domain/identity/credit-code.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { as } from '../../test/as.ts';
import { eventsOf } from '../../test/events-of.ts';
import { expectRefusals } from '../../test/expect-refusals.ts';
import { buildMember, buildTenant, type TestMember, type TestTenant } from '../../test/factories.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';

const { masterData } = contract;
const taxId = makeCreditCode('310000', 'MA1FL123');
let server: TestServer;
let foreignManager: TestMember;
let tenant: TestTenant;
let manager: TestMember;
let clerk: TestMember;

beforeAll(async () => {
  server = await startTestServer();
  foreignManager = await buildMember(await buildTenant(server), 'manager');
});
afterAll(() => server.close());
beforeEach(async () => {
  tenant = await buildTenant(server);
  manager = await buildMember(tenant, 'manager');
  clerk = await buildMember(tenant, 'clerk');
});

const create = (caller: TestMember, code: string, name: string, more: object = {}) =>
  as(caller).call(masterData.createCustomer, { body: { code, name, ...more } });

describe('customers', () => {
  it('are added by a manager, with tidy values, and logged', async () => {
    const spaced = `${taxId.slice(0, 6)} ${taxId.slice(6).toLowerCase()}`;
    const made = await create(manager, ' C1 ', '北辰贸易', { taxId: spaced, phone: '  ', address: '上海' });
    expect(made).toMatchObject({ code: 'C1', name: '北辰贸易', taxId, phone: null, address: '上海', isActive: true, version: 1 });
    expect(await eventsOf(tenant, 'customer.created')).toMatchObject([
      { subjectId: made.id, actorId: manager.id, payload: { name: '北辰贸易' } },
    ]);
    await expectRefusals(masterData.createCustomer, { body: { code: 'C2', name: 'Two' } }, { may: manager, mayNot: clerk });
  });

  it('need a true tax id and a group and owner that exist', async () => {
    const wrong = taxId.slice(0, 17) + (taxId.endsWith('0') ? '1' : '0');
    const id = '00000000-0000-7000-8000-000000000000';
    await expect(create(manager, 'C1', 'One', { taxId: wrong })).rejects.toMatchObject({
      problem: { errors: [{ path: '/taxId', code: 'check-digit' }] },
    });
    await expect(create(manager, 'C1', 'One', { taxId: '123' })).rejects.toMatchObject({
      problem: { errors: [{ path: '/taxId', code: 'invalid-format' }] },
    });
    await expect(create(manager, 'C1', 'One', { groupId: id })).rejects.toMatchObject({
      problem: { errors: [{ path: '/groupId', code: 'unknown' }] },
    });
    await expect(create(manager, 'C1', 'One', { ownerId: foreignManager.id })).rejects.toMatchObject({
      problem: { errors: [{ path: '/ownerId' }] },
    });
  });

  it('have a code once in an organisation; another’s does not matter and is not betrayed', async () => {
    await create(manager, 'C1', 'One');
    await expect(create(manager, 'C1', 'Other')).rejects.toMatchObject({
      code: 'already-exists',
      problem: { errors: [{ path: '/code' }] },
    });
    await expect(create(foreignManager, 'C1', 'Theirs')).resolves.toMatchObject({ code: 'C1' });
    const race = await Promise.allSettled([create(manager, 'C9', 'A'), create(manager, 'C9', 'B')]);
    expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('are found by code, part of the name, tax id and pinyin initials, page by page', async () => {
    await create(manager, 'K-1', '北辰贸易有限公司', { taxId });
    await create(manager, 'K-2', '重庆长安');
    await create(manager, 'K-3', 'Acme (Shanghai) Ltd.');
    const found = async (q: string) =>
      (await as(clerk).call(masterData.listCustomers, { query: { q } })).items.map(({ code }) => code);
    expect(await found('bcmy')).toEqual(['K-1']);
    expect(await found('cqca')).toEqual(['K-2']);
    expect(await found('辰贸')).toEqual(['K-1']);
    expect(await found('k-3')).toEqual(['K-3']);
    expect(await found(taxId.slice(4, 12).toLowerCase())).toEqual(['K-1']);
    expect(await found('%')).toEqual([]);
    const first = await as(clerk).call(masterData.listCustomers, { query: { limit: 2 } });
    const rest = await as(clerk).call(masterData.listCustomers, { query: { limit: 2, cursor: first.next ?? '' } });
    expect(new Set([...first.items, ...rest.items].map(({ code }) => code))).toEqual(new Set(['K-1', 'K-2', 'K-3']));
    await expectRefusals(masterData.listCustomers, {}, { may: clerk, mayNot: tenant.founder });
  });

  it('are read', async () => {
    const [made, theirs] = [await create(manager, 'C1', 'One'), await create(foreignManager, 'C7', 'Theirs')];
    expect(await as(clerk).call(masterData.readCustomer, { params: { id: made.id } })).toEqual(made);
    await expectRefusals(
      masterData.readCustomer,
      { params: { id: made.id } },
      { may: clerk, mayNot: tenant.founder, foreignId: theirs.id },
    );
  });

  it('are seen by sales where they are their own', async () => {
    const sales = await buildMember(tenant, 'sales');
    const own = await create(manager, 'C1', 'Own', { ownerId: sales.id });
    const other = await create(manager, 'C2', 'Other');
    expect((await as(sales).call(masterData.listCustomers)).items).toMatchObject([
      { id: own.id, owner: { id: sales.id, name: 'sales' } },
    ]);
    await expect(as(sales).call(masterData.readCustomer, { params: { id: other.id } })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('are changed, with what changed in the log', async () => {
    const made = await create(manager, 'C1', 'One');
    const theirs = await create(foreignManager, 'C8', 'Theirs');
    const input = { params: { id: made.id }, body: { version: 1, code: 'C1', name: '华信商贸', taxId } };
    await expectRefusals(masterData.changeCustomer, input, { may: manager, mayNot: clerk, foreignId: theirs.id });
    expect(await as(manager).call(masterData.changeCustomer, input)).toMatchObject({ name: '华信商贸', taxId, version: 2 });
    expect((await as(clerk).call(masterData.listCustomers, { query: { q: 'hxsm' } })).items).toHaveLength(1);
    expect(await eventsOf(tenant, 'customer.changed')).toMatchObject([
      {
        subjectId: made.id,
        payload: {
          changes: [
            { path: '/name', before: 'One', after: '华信商贸' },
            { path: '/taxId', before: null, after: taxId },
          ],
        },
      },
    ]);
    const stale = { code: 'stale', problem: { current: { name: '华信商贸', version: 2 } } };
    await expect(as(manager).call(masterData.changeCustomer, input)).rejects.toMatchObject(stale);
  });
});

describe('merging', () => {
  const merge = (caller: TestMember, id: string, intoId: string, version = 1) =>
    as(caller).call(masterData.mergeCustomer, { params: { id }, body: { version, intoId } });

  it('takes one out of use and points it, and those merged into it before, to the other', async () => {
    const [one, two, three] = [
      await create(manager, 'C1', 'One'),
      await create(manager, 'C2', 'Two'),
      await create(manager, 'C3', 'Three'),
    ];
    const theirs = await create(foreignManager, 'C6', 'Theirs');
    const input = { params: { id: one.id }, body: { version: 1, intoId: two.id } };
    await expectRefusals(masterData.mergeCustomer, input, { may: manager, mayNot: clerk, foreignId: theirs.id });
    expect(await merge(manager, one.id, two.id)).toMatchObject({ mergedIntoId: two.id, isActive: false, version: 2 });
    await merge(manager, two.id, three.id);
    expect(await as(clerk).call(masterData.readCustomer, { params: { id: one.id } })).toMatchObject({ mergedIntoId: three.id });
    expect(await eventsOf(tenant, 'customer.merged')).toMatchObject([
      { subjectId: one.id, payload: { intoId: two.id } },
      { subjectId: two.id, payload: { intoId: three.id } },
    ]);
  });

  it('makes no circle, no chain and no bridge to another organisation', async () => {
    const [one, two] = [await create(manager, 'C1', 'One'), await create(manager, 'C2', 'Two')];
    const theirs = await create(foreignManager, 'C5', 'Theirs');
    await expect(merge(manager, one.id, one.id)).rejects.toMatchObject({ problem: { reasons: ['same-customer'] } });
    await expect(merge(manager, one.id, theirs.id)).rejects.toMatchObject({
      problem: { errors: [{ path: '/intoId', code: 'unknown' }] },
    });
    const race = await Promise.allSettled([merge(manager, one.id, two.id), merge(manager, two.id, one.id)]);
    expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
