import {
  changeMe,
  changePassword,
  createAccessToken,
  listAccessTokens,
  listSessions,
  revokeAccessToken,
  revokeSession,
} from '@danku/contract/auth.ts';
import type { Call } from '@danku/contract/endpoint.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { useTenant } from '../../app/paths.ts';

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => call(listSessions, {}, { signal }),
});

export function tokensQuery(tenant: string) {
  return queryOptions({ queryKey: ['tokens', tenant], queryFn: ({ signal }) => call(listAccessTokens, {}, { signal }) });
}

export function useChangeMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Call<typeof changeMe>['body']) => call(changeMe, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['me'] }),
  });
}

/** A wrong current password and a weak new one are said beside their fields. */
export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Call<typeof changePassword>['body']) => call(changePassword, { body }),
    meta: { handles: ['wrong-credentials', 'weak-password'] },
    onSuccess: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}

export function useRevokeSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(revokeSession, { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}

export function useCreateToken() {
  const client = useQueryClient();
  const tenant = useTenant();
  return useMutation({
    mutationFn: (body: Call<typeof createAccessToken>['body']) => call(createAccessToken, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: tokensQuery(tenant).queryKey }),
  });
}

export function useRevokeToken() {
  const client = useQueryClient();
  const tenant = useTenant();
  return useMutation({
    mutationFn: (id: string) => call(revokeAccessToken, { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: tokensQuery(tenant).queryKey }),
  });
}
