import type { Call } from '@danku/contract/endpoint.ts';
import type { Customer, Product } from '@danku/contract/master-data.ts';
import {
  changeCustomer,
  changeCustomerGroup,
  changeProduct,
  createCustomer,
  createCustomerGroup,
  createProduct,
  listCustomerGroups,
  listCustomers,
  listProducts,
  mergeCustomer,
  readCustomer,
} from '@danku/contract/master-data.ts';
import { listMembers } from '@danku/contract/people.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import type { Pick } from '../../components/pick-combobox.tsx';

/** What the lists are narrowed to. `active` is "true", "false", or both where it is blank. */
export interface MasterFilters {
  q: string;
  active: string;
  groupId: string;
}

const firstPage: string | undefined = undefined;

export function customersQuery(tenant: string, { q, active, groupId }: MasterFilters) {
  return infiniteQueryOptions({
    queryKey: ['customers', tenant, 'list', q, active, groupId],
    queryFn: ({ pageParam, signal }) =>
      call(
        listCustomers,
        { query: { q: q || undefined, active: active || undefined, groupId: groupId || undefined, cursor: pageParam } },
        { signal },
      ),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function customerQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: ['customers', tenant, 'one', id],
    queryFn: ({ signal }) => call(readCustomer, { params: { id } }, { signal }),
  });
}

export function productsQuery(tenant: string, { q, active }: MasterFilters) {
  return infiniteQueryOptions({
    queryKey: ['products', tenant, 'list', q, active],
    queryFn: ({ pageParam, signal }) =>
      call(listProducts, { query: { q: q || undefined, active: active || undefined, cursor: pageParam } }, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function groupsQuery(tenant: string) {
  return queryOptions({
    queryKey: ['customer-groups', tenant],
    queryFn: ({ signal }) => call(listCustomerGroups, {}, { signal }),
  });
}

export async function findCustomers(text: string, signal: AbortSignal): Promise<Pick[]> {
  const { items } = await call(listCustomers, { query: { q: text, active: 'true', limit: 10 } }, { signal });
  return items.map(({ id, name, code }) => ({ id, name, hint: code }));
}

export async function findMembers(text: string, signal: AbortSignal): Promise<Pick[]> {
  const { items } = await call(listMembers, { query: { q: text, active: 'true', limit: 10 } }, { signal });
  return items.map(({ id, name, email }) => ({ id, name, hint: email }));
}

export type CustomerBody = Call<typeof createCustomer>['body'];
export type ProductBody = Call<typeof createProduct>['body'];

function useSettled(...subjects: string[]) {
  const client = useQueryClient();
  return () => Promise.all(subjects.map((subject) => client.invalidateQueries({ queryKey: [subject] })));
}

export function useSaveCustomer(customer: Customer | null) {
  return useMutation({
    mutationFn: (body: CustomerBody) =>
      customer === null
        ? call(createCustomer, { body })
        : call(changeCustomer, { params: { id: customer.id }, body: { version: customer.version, ...body } }),
    meta: { handles: ['invalid', 'already-exists'] },
    onSettled: useSettled('customers', 'customer-groups'),
  });
}

export function useMergeCustomer({ id, version }: Customer) {
  return useMutation({
    mutationFn: (intoId: string) => call(mergeCustomer, { params: { id }, body: { version, intoId } }),
    onSettled: useSettled('customers', 'customer-groups'),
  });
}

export function useSaveGroup(group: { id: string; version: number } | null) {
  return useMutation({
    mutationFn: (name: string) =>
      group === null
        ? call(createCustomerGroup, { body: { name } })
        : call(changeCustomerGroup, { params: { id: group.id }, body: { version: group.version, name } }),
    onSettled: useSettled('customer-groups', 'customers'),
  });
}

export function useSaveProduct(product: Product | null) {
  return useMutation({
    mutationFn: (body: ProductBody) =>
      product === null
        ? call(createProduct, { body })
        : call(changeProduct, { params: { id: product.id }, body: { version: product.version, ...body } }),
    meta: { handles: ['invalid', 'already-exists'] },
    onSettled: useSettled('products'),
  });
}
