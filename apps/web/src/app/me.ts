import { changeMe, readMe, signOut } from '@danku/contract/auth.ts';
import type { Me } from '@danku/contract/auth.ts';
import type { Grants, Permission } from '@danku/domain/access/permissions.ts';
import type { Language } from '@danku/words/language.ts';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { chooseLanguage } from '../i18n/language.ts';
import { outside, useTenant } from './paths.ts';

/** The signed-in person as a member of the organisation of the address. */
export type Member = NonNullable<Me['member']>;

/** Who is signed in; asked anew for each organisation, for the rights differ. */
export function meQuery(tenant: string) {
  return queryOptions({ queryKey: ['me', tenant], queryFn: ({ signal }) => call(readMe, {}, { signal }), staleTime: 60_000 });
}

const noGrants: Grants = {};

/** The person's own account, and their name, roles and rights here. Below the shell it is always loaded. */
export function useMe(): { me: Me | undefined; member: Member | undefined; grants: Grants } {
  const { data } = useQuery(meQuery(useTenant()));
  return { me: data, member: data?.member ?? undefined, grants: data?.member?.grants ?? noGrants };
}

/** Whether the person holds a right at all, in whatever scope. What may be done to one thing is said by its own verdicts. */
export function useCan(permission: Permission): boolean {
  return useMe().grants[permission] !== undefined;
}

/** Ends the session and leaves by a page load, so that nothing of it stays in memory. */
export function useSignOut(): () => void {
  const { mutate } = useMutation({
    mutationFn: () => call(signOut, { body: {} }),
    onSuccess: () => window.location.assign(outside.signIn),
  });
  return () => mutate();
}

/** Speaks another language here at once, and from now on wherever the person signs in. */
export function useSwitchLanguage(): (language: Language) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (locale: Language) => call(changeMe, { body: { locale } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['me'] }),
  });
  return (language) => {
    void chooseLanguage(language);
    mutate(language);
  };
}
