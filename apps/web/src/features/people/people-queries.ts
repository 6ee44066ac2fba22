import type { Call } from '@danku/contract/endpoint.ts';
import { listCustomerGroups } from '@danku/contract/master-data.ts';
import type { Member } from '@danku/contract/people.ts';
import {
  changeMember,
  changeRole,
  createRole,
  deactivateMember,
  deleteRole,
  inviteMember,
  listMembers,
  listRoles,
  makeResetLink,
  reactivateMember,
  readHoldings,
  revokeMemberSessions,
  setMemberRoles,
} from '@danku/contract/people.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';

export interface MemberFilters {
  q: string;
  /** "true", "false", or both where it is blank. */
  active: string;
}

const firstPage: string | undefined = undefined;

export function membersQuery(tenant: string, { q, active }: MemberFilters) {
  return infiniteQueryOptions({
    queryKey: ['members', tenant, 'list', q, active],
    queryFn: ({ pageParam, signal }) =>
      call(listMembers, { query: { q: q || undefined, active: active || undefined, cursor: pageParam } }, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function rolesQuery(tenant: string) {
  return queryOptions({ queryKey: ['roles', tenant], queryFn: ({ signal }) => call(listRoles, {}, { signal }) });
}

export function groupsQuery(tenant: string) {
  return queryOptions({
    queryKey: ['customer-groups', tenant],
    queryFn: ({ signal }) => call(listCustomerGroups, {}, { signal }),
    retry: false,
  });
}

export function holdingsQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: ['members', tenant, 'holdings', id],
    queryFn: ({ signal }) => call(readHoldings, { params: { id } }, { signal }),
    staleTime: 0,
  });
}

/** Colleagues who can take over, by name. */
export async function findColleagues(text: string, signal: AbortSignal) {
  const { items } = await call(listMembers, { query: { q: text, active: 'true', limit: 10 } }, { signal });
  return items.map(({ id, name, email }) => ({ id, name, hint: email }));
}

function useSettled() {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: ['roles'] });
    return client.invalidateQueries({ queryKey: ['members'] });
  };
}

export function useInvite() {
  return useMutation({
    mutationFn: (body: Call<typeof inviteMember>['body']) => call(inviteMember, { body }),
    meta: { handles: ['already-exists', 'conflict', 'invalid'] },
    onSuccess: useSettled(),
  });
}

type MemberChange = Omit<Call<typeof changeMember>['body'], 'version'>;

export function useChangeMember({ id, version }: Member) {
  return useMutation({
    mutationFn: (body: MemberChange) => call(changeMember, { params: { id }, body: { version, ...body } }),
    onSettled: useSettled(),
  });
}

export function useSetRoles({ id, version }: Member) {
  return useMutation({
    mutationFn: (roleIds: string[]) => call(setMemberRoles, { params: { id }, body: { version, roleIds } }),
    meta: { handles: ['conflict'] },
    onSettled: useSettled(),
  });
}

export function useDeactivate({ id, version }: Member) {
  return useMutation({
    mutationFn: (reassignTo: string | null) => call(deactivateMember, { params: { id }, body: { version, reassignTo } }),
    onSettled: useSettled(),
  });
}

export function useReactivate({ id, version }: Member) {
  return useMutation({
    mutationFn: () => call(reactivateMember, { params: { id }, body: { version } }),
    onSettled: useSettled(),
  });
}

export function useResetLink({ id }: Member) {
  return useMutation({ mutationFn: () => call(makeResetLink, { params: { id }, body: {} }) });
}

export function useRevokeSessions({ id }: Member) {
  return useMutation({ mutationFn: () => call(revokeMemberSessions, { params: { id }, body: {} }) });
}

type RoleBody = Call<typeof createRole>['body'];

/** Makes a custom role, or changes the one given. */
export function useSaveRole(role: { id: string; version: number } | null) {
  return useMutation({
    mutationFn: (body: RoleBody) =>
      role === null
        ? call(createRole, { body })
        : call(changeRole, { params: { id: role.id }, body: { version: role.version, ...body } }),
    meta: { handles: ['already-exists'] },
    onSuccess: useSettled(),
  });
}

export function useDeleteRole() {
  return useMutation({ mutationFn: (id: string) => call(deleteRole, { params: { id } }), onSuccess: useSettled() });
}
