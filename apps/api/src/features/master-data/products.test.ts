import { contract } from '@danku/contract';
import { makeCreditCode } from '@danku/domain/identity/credit-code.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { as } from '../../test/as.ts';
import { eventsOf } from '../../test/events-of.ts';
import { expectRefusals } from '../../test/expect-refusals.ts';
import { buildMember, buildTenant, type TestMember, type TestTenant } from '../../test/factories.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';

const { masterData } = contract;
let server: TestServer;
let foreign: { manager: TestMember; system: TestMember };
let tenant: TestTenant;
let manager: TestMember;
let clerk: TestMember;

beforeAll(async () => {
  server = await startTestServer();
  const other = await buildTenant(server);
  foreign = { manager: await buildMember(other, 'manager'), system: other.founder };
});
afterAll(() => server.close());
beforeEach(async () => {
  tenant = await buildTenant(server);
  manager = await buildMember(tenant, 'manager');
  clerk = await buildMember(tenant, 'clerk');
});

describe('products', () => {
  const product = { code: 'P-1', name: '不锈钢螺栓', unit: '盒', unitPrice: '12.50', taxRate: '0.13' };

  it('are added and found by initials', async () => {
    const made = await as(manager).call(masterData.createProduct, { body: product });
    expect(made).toMatchObject({ ...product, unitPrice: '12.5', specification: null, version: 1 });
    expect((await as(clerk).call(masterData.listProducts, { query: { q: 'bxgls' } })).items).toEqual([made]);
    expect(await eventsOf(tenant, 'product.created')).toMatchObject([{ subjectId: made.id, payload: { name: product.name } }]);
    await expect(as(manager).call(masterData.createProduct, { body: product })).rejects.toMatchObject({ code: 'already-exists' });
    await expect(as(foreign.manager).call(masterData.createProduct, { body: product })).resolves.toMatchObject({ code: 'P-1' });
    await expectRefusals(masterData.createProduct, { body: product }, { may: manager, mayNot: clerk });
    await expectRefusals(masterData.listProducts, {}, { may: clerk, mayNot: tenant.founder });
  });

  it('are changed', async () => {
    const made = await as(manager).call(masterData.createProduct, { body: product });
    const theirs = await as(foreign.manager).call(masterData.createProduct, { body: { ...product, code: 'P-2' } });
    const input = { params: { id: made.id }, body: { version: 1, ...product, unitPrice: '0.0000001' } };
    await expectRefusals(masterData.changeProduct, input, { may: manager, mayNot: clerk, foreignId: theirs.id });
    expect(await as(manager).call(masterData.changeProduct, input)).toMatchObject({ unitPrice: '0.0000001', version: 2 });
    expect(await eventsOf(tenant, 'product.changed')).toMatchObject([
      { payload: { changes: [{ path: '/unitPrice', before: '12.5', after: '0.0000001' }] } },
    ]);
  });
});

describe('customer groups', () => {
  it('are added, counted and renamed', async () => {
    const group = await as(manager).call(masterData.createCustomerGroup, { body: { name: '华东' } });
    await as(manager).call(masterData.createCustomer, { body: { code: 'C1', name: 'One', groupId: group.id } });
    expect((await as(tenant.founder).call(masterData.listCustomerGroups)).items).toEqual([{ ...group, customerCount: 1 }]);
    await expect(as(manager).call(masterData.createCustomerGroup, { body: { name: '华东' } })).rejects.toMatchObject({
      code: 'already-exists',
    });
    const theirs = await as(foreign.manager).call(masterData.createCustomerGroup, { body: { name: '华东' } });
    const input = { params: { id: group.id }, body: { version: 1, name: '华南' } };
    await expectRefusals(masterData.changeCustomerGroup, input, { may: manager, mayNot: clerk, foreignId: theirs.id });
    expect(await as(manager).call(masterData.changeCustomerGroup, input)).toMatchObject({
      name: '华南',
      customerCount: 1,
      version: 2,
    });
    expect((await eventsOf(tenant, 'customer-group.changed')).map(({ payload }) => payload['name'])).toEqual(['华东', '华南']);
    await expectRefusals(masterData.createCustomerGroup, { body: { name: 'X' } }, { may: manager, mayNot: clerk });
    const hr = await buildMember(tenant, 'hr');
    await expectRefusals(masterData.listCustomerGroups, {}, { may: clerk, mayNot: hr });
  });
});

describe('legal entities of one’s own', () => {
  const entity = { name: '华信商贸（上海）有限公司', taxId: makeCreditCode('310000', 'MA1FL999') };

  it('are added and changed by the system administrator, seen by everyone', async () => {
    const system = tenant.founder;
    const made = await as(system).call(masterData.createLegalEntity, { body: entity });
    expect((await as(clerk).call(masterData.listLegalEntities)).items).toContainEqual(made);
    await expect(as(system).call(masterData.createLegalEntity, { body: entity })).rejects.toMatchObject({
      problem: { code: 'already-exists', errors: [{ path: '/taxId' }] },
    });
    const theirs = await as(foreign.system).call(masterData.createLegalEntity, { body: entity });
    const input = { params: { id: made.id }, body: { version: 1, ...entity, bankName: '工商银行' } };
    await expectRefusals(masterData.createLegalEntity, { body: entity }, { may: system, mayNot: manager });
    await expectRefusals(masterData.changeLegalEntity, input, { may: system, mayNot: manager, foreignId: theirs.id });
    expect(await as(system).call(masterData.changeLegalEntity, input)).toMatchObject({ bankName: '工商银行', version: 2 });
    expect((await eventsOf(tenant, 'legal-entity.changed')).at(-1)).toMatchObject({
      subjectId: made.id,
      payload: { name: entity.name, changes: [{ path: '/bankName', before: null, after: '工商银行' }] },
    });
  });
});
