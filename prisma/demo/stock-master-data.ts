import { createCustomerGroup } from '../../apps/api/src/features/master-data/create-customer-group.ts';
import { createCustomer } from '../../apps/api/src/features/master-data/create-customer.ts';
import { createProduct } from '../../apps/api/src/features/master-data/create-product.ts';
import { changeMember } from '../../apps/api/src/features/people/change-member.ts';
import { changeDocumentType } from '../../apps/api/src/features/settings/change-document-type.ts';
import { listDocumentTypes } from '../../apps/api/src/features/settings/list-document-types.ts';
import type { Services } from '../../apps/api/src/db/context.ts';
import { demoCustomer, demoCustomerGroups, demoProducts, type DemoCustomer } from './catalogue.ts';
import { personOf, randomCreditCode, type Founded, type Party } from './found-organisation.ts';
import { at, type Random } from './random.ts';
import { inOneTransaction, type Act } from './theatre.ts';

/** A customer as the history uses it. */
export interface Buyer extends Party {
  id: string;
  /** The key of the salesperson whose customer this is. */
  owner: string;
  contact: string;
  address: string;
}

interface Ground {
  services: Services;
  random: Random;
  now: Date;
  /** Customers of the last months count as new, which the risk score sees. */
  newCustomersSince: Date;
  firstCustomer: number;
}

/** Groups, customers and products, entered by the manager, and the review rules, set by the system administrator. */
export async function stockMasterData(ground: Ground, founded: Founded): Promise<Buyer[]> {
  const { services, now } = ground;
  return inOneTransaction(services, founded.tenantId, async (act) => {
    const manager = personOf(founded, 'manager');
    const groupIds: string[] = [];
    for (const name of demoCustomerGroups) {
      groupIds.push((await createCustomerGroup(act(manager, now), { params: {}, query: {}, body: { name } })).id);
    }
    await sendToGroups(act, founded, groupIds, now);
    const buyers = await addCustomers(ground, act, founded, groupIds);
    const [first, count] = founded.plan.productRange;
    for (const [index, product] of demoProducts.slice(first, first + count).entries()) {
      const { name, specification, unit, unitPrice, taxRate } = product;
      const code = `P${String(1001 + index)}`;
      const body = { code, name, specification, unit, unitPrice, taxRate, isActive: true };
      await createProduct(act(manager, now), { params: {}, query: {}, body });
    }
    await setReviewRules(act, founded, now);
    return buyers;
  });
}

/** The service agent answers for the key accounts and the south. */
async function sendToGroups(act: Act, founded: Founded, groupIds: readonly string[], now: Date): Promise<void> {
  await changeMember(act(personOf(founded, 'system'), now), {
    params: { id: personOf(founded, 'service').memberId },
    query: {},
    body: { version: 1, customerGroupIds: groupIds.slice(0, 2) },
  });
}

async function addCustomers(ground: Ground, act: Act, founded: Founded, groupIds: readonly string[]): Promise<Buyer[]> {
  const { random, now, newCustomersSince, firstCustomer } = ground;
  const buyers: Buyer[] = [];
  for (let index = 0; index < founded.plan.customerCount; index += 1) {
    const given = demoCustomer(firstCustomer + index);
    const owner = random.pick(['sales', 'sales', 'sales2']);
    const buyer = {
      name: given.name,
      taxId: randomCreditCode(random, given.region),
      address: `${given.city}市${given.street} ${random.between(8, 988)} 号`,
    };
    const body = {
      ...buyer,
      code: `C${String(1001 + index)}`,
      groupId: at(groupIds, groupOf(given, index)),
      ownerId: personOf(founded, owner).memberId,
      contactName: given.contact,
      phone: `${given.areaCode}-8${random.digits(7)}`,
      email: `buyer${1001 + index}@customer.example`,
      bankName: `${random.pick(['中国工商银行', '中国建设银行', '招商银行', '中国农业银行'])}${given.city}分行`,
      bankAccount: random.digits(19),
      isActive: true,
    };
    const since = isNew(index, founded.plan.customerCount) ? newCustomersSince : now;
    const { id } = await createCustomer(act(personOf(founded, 'manager'), since), { params: {}, query: {}, body });
    buyers.push({ ...buyer, id, owner, contact: given.contact });
  }
  return buyers;
}

/** The last few customers are new. */
export function isNew(index: number, count: number): boolean {
  return index >= count - Math.ceil(count / 15);
}

function groupOf({ region }: DemoCustomer, index: number): number {
  if (index % 9 === 0) {
    return 0;
  }
  if (region.startsWith('44')) {
    return 1;
  }
  return /^3[1-3]/.test(region) ? 2 : 3;
}

/** Large contracts are seen by two people one after the other, large invoices by two who see nothing of each other. */
const largePolicies = { SC: 'dual-sequence', INV: 'dual-blind' } as const;

async function setReviewRules(act: Act, founded: Founded, now: Date): Promise<void> {
  const context = act(personOf(founded, 'system'), now);
  const { items } = await listDocumentTypes(context);
  for (const { id, kind, version, ...body } of items) {
    const policy = kind === 'SC' || kind === 'INV' ? largePolicies[kind] : null;
    const usual = { fromGross: null, fromRisk: null, policy: 'single' as const };
    if (policy !== null) {
      const reviewRules = [{ fromGross: '100000.00', fromRisk: null, policy }, usual];
      await changeDocumentType(context, { params: { id }, query: {}, body: { ...body, version, reviewRules } });
    }
  }
}
