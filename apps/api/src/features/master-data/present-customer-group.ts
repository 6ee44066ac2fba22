import type { contract } from '@danku/contract';
import type { Reply } from '@danku/contract/endpoint.ts';

export type CustomerGroupRow = { id: string; name: string; customerCount: number; version: number };

type CustomerGroup = Reply<typeof contract.masterData.createCustomerGroup>;

export const selectCustomerGroups = `
  SELECT g.id, g.name, (SELECT count(*)::int FROM app.customers c WHERE c.group_id = g.id) AS "customerCount", g.version
  FROM app.customer_groups g`;

export function presentCustomerGroup({ id, name, customerCount, version }: CustomerGroupRow): CustomerGroup {
  return { id, name, customerCount, version };
}
