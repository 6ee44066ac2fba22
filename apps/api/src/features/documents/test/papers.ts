import { randomInt } from 'node:crypto';

import type { Document } from '@danku/contract/document-shapes.ts';
import { contract } from '@danku/contract';
import type { Values } from '@danku/domain/documents/kinds.ts';
import { toDecimal } from '@danku/domain/money/money.ts';
import { lineTax } from '@danku/domain/money/tax.ts';
import { dateIn } from '@danku/domain/time/zone.ts';

import { as } from '../../../test/as.ts';
import { buildMember, buildTenant, type TestMember, type TestTenant } from '../../../test/factories.ts';
import type { TestServer } from '../../../test/server.ts';

/** The people of the main job, one of each. */
export interface Team {
  tenant: TestTenant;
  clerk: TestMember;
  clerk2: TestMember;
  reviewer: TestMember;
  reviewer2: TestMember;
  archivist: TestMember;
  manager: TestMember;
}

export async function buildTeam(server: TestServer): Promise<Team> {
  const tenant = await buildTenant(server);
  const [clerk, clerk2, reviewer, reviewer2, archivist, manager] = await Promise.all([
    buildMember(tenant, 'clerk'),
    buildMember(tenant, 'clerk'),
    buildMember(tenant, 'reviewer'),
    buildMember(tenant, 'reviewer'),
    buildMember(tenant, 'archivist'),
    buildMember(tenant, 'manager'),
  ]);
  return { tenant, clerk, clerk2, reviewer, reviewer2, archivist, manager };
}

/** A Wednesday morning within everyone's working hours. */
export const workingMorning = new Date('2026-11-18T02:00:00Z');

/** The tax id of every test tenant's own legal entity (test/factories.ts). */
export const ownTaxId = '91350100M000100Y43';
export const buyerTaxId = '91440101MA5CJQ4N59';

interface Amounts {
  net: string;
  tax: string;
  gross: string;
}

/** Amounts that no other paper of the test has, or the near-duplicate check would ask. */
function someAmounts(): Amounts {
  const net = BigInt(randomInt(10_000, 5_000_000));
  const tax = lineTax(net, '0.13');
  return { net: toDecimal(net, 'CNY'), tax: toDecimal(tax, 'CNY'), gross: toDecimal(net + tax, 'CNY') };
}

/** An order that passes every check; `gross` decides the risk. */
export function order(fields: Values = {}, { net, tax, gross }: Amounts = someAmounts()): { fields: Values; lines: Values[] } {
  return {
    fields: {
      number: `SO-${randomInt(1e9)}`,
      issueDate: dateIn(workingMorning, 'Asia/Shanghai'),
      buyerName: '广州北辰贸易有限公司',
      buyerTaxId,
      sellerName: '华信商贸有限公司',
      sellerTaxId: ownTaxId,
      netTotal: net,
      taxTotal: tax,
      grossTotal: gross,
      ...fields,
    },
    lines: [
      {
        description: '贴片电容',
        specification: '0805 10uF',
        unit: '盘',
        quantity: '1',
        unitPrice: net,
        netAmount: net,
        taxRate: '0.13',
        taxAmount: tax,
      },
    ],
  };
}

/** 128,000 with a VAT id that looks like a credit code and is none: 30 + 25 points, dual blind. */
export const riskyFields: Values = { buyerTaxId: '91440101MA5CJQ4N58' };
export const riskyAmounts = { net: '113274.34', tax: '14725.66', gross: '128000.00' };
export const riskyReasons = { 'tax-id-invalid': '照票面录入' };

export const draft = (member: TestMember, content = order()): Promise<Document> =>
  as(member).call(contract.documents.createDocument, { body: { kind: 'SO', ...content } });

export const submit = (
  member: TestMember,
  { id, version }: Pick<Document, 'id' | 'version'>,
  reasons: Record<string, string> = {},
): Promise<Document> => as(member).call(contract.documents.submitDocument, { params: { id }, body: { version, reasons } });

export const submitted = async (member: TestMember, content = order(), reasons: Record<string, string> = {}): Promise<Document> =>
  submit(member, await draft(member, content), reasons);

export const approve = (
  member: TestMember,
  { id, version }: Pick<Document, 'id' | 'version'>,
  more: object = {},
): Promise<Document> => as(member).call(contract.review.approveDocument, { params: { id }, body: { version, ...more } });

export const sendBack = (
  member: TestMember,
  { id, version }: Pick<Document, 'id' | 'version'>,
  more: object = { comment: '请更正' },
): Promise<Document> => as(member).call(contract.review.sendBackDocument, { params: { id }, body: { version, ...more } });

export const read = (member: TestMember, id: string): Promise<Document> =>
  as(member).call(contract.documents.readDocument, { params: { id } });

export const eventTypesOf = async (member: TestMember, id: string): Promise<string[]> =>
  (await as(member).call(contract.history.listDocumentEvents, { params: { id } })).items.map(({ type }) => type);
