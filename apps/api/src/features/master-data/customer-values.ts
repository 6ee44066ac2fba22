import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { fieldProblem } from '../../problem.ts';
import { pinyinInitials } from './pinyin-initials.ts';
import { requireText, tidyTaxId, tidyText } from './tidy.ts';

type CustomerBody = Input<typeof contract.masterData.createCustomer>['body'];

/** What people may change of a customer, for the log. */
export const customerKeys = [
  'code',
  'name',
  'taxId',
  'groupId',
  'ownerId',
  'contactName',
  'phone',
  'email',
  'address',
  'bankName',
  'bankAccount',
  'isActive',
] as const;

export type CustomerValues = CustomerBody & { pinyin: string };

/** The columns of a customer as they are kept. Throws invalid for a wrong tax id and for a group or owner that is none. */
export async function customerValues(context: Context, body: CustomerBody): Promise<CustomerValues> {
  const name = requireText('/name', body.name);
  const taxId = tidyText(body.taxId);
  await requireKnown(context, 'customer_groups', body.groupId, '/groupId');
  await requireKnown(context, 'members', body.ownerId, '/ownerId');
  return {
    code: requireText('/code', body.code),
    name,
    pinyin: pinyinInitials(name),
    taxId: taxId === null ? null : tidyTaxId(taxId),
    groupId: body.groupId,
    ownerId: body.ownerId,
    contactName: tidyText(body.contactName),
    phone: tidyText(body.phone),
    email: tidyText(body.email),
    address: tidyText(body.address),
    bankName: tidyText(body.bankName),
    bankAccount: tidyText(body.bankAccount),
    isActive: body.isActive,
  };
}

async function requireKnown(
  { tx }: Context,
  table: 'customer_groups' | 'members',
  id: string | null,
  path: string,
): Promise<void> {
  if (id === null) {
    return;
  }
  const { rowCount } = await tx.sql.query(`SELECT FROM app.${table} WHERE id = $1`, [id]);
  if (rowCount === 0) {
    throw fieldProblem(path, 'unknown');
  }
}
