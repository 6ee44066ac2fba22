import { acceptInvitation, readConfig, readLink, resetPassword, setUp, signIn } from '@danku/contract/auth.ts';
import type { Me } from '@danku/contract/auth.ts';
import type { Call } from '@danku/contract/endpoint.ts';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { isLanguage } from '@danku/words/language.ts';
import { chooseLanguage } from '../../i18n/language.ts';

/** What the browser must know before anyone signs in. */
export const configQuery = queryOptions({
  queryKey: ['config'],
  queryFn: ({ signal }) => call(readConfig, {}, { signal }),
  staleTime: Infinity,
});

/** Signs in and goes on to where the person wanted to be, by a page load: the session is new, and so is everything else. */
export function useSignIn(next: string) {
  return useMutation({
    mutationFn: (body: Call<typeof signIn>['body']) => call(signIn, { body }),
    meta: { handles: ['wrong-credentials', 'too-many-requests', 'invalid', 'offline'] },
    onSuccess: (me) => enter(me, next),
  });
}

export function useSetUp() {
  return useMutation({
    mutationFn: (body: Call<typeof setUp>['body']) => call(setUp, { body }),
    meta: { handles: ['not-found', 'weak-password', 'already-exists', 'invalid'] },
    onSuccess: (me) => enter(me, '/'),
  });
}

/** What a one-time link is for. It is asked once: a link that is used up answers not-found. */
export function linkQuery(token: string) {
  return queryOptions({
    queryKey: ['link', token],
    queryFn: ({ signal }) => call(readLink, { params: { token } }, { signal }),
    staleTime: Infinity,
  });
}

export function useJoin(token: string) {
  return useMutation({
    mutationFn: (body: Call<typeof acceptInvitation>['body']) => call(acceptInvitation, { params: { token }, body }),
    meta: { handles: ['not-found', 'weak-password', 'wrong-credentials', 'invalid'] },
    onSuccess: (me) => enter(me, '/'),
  });
}

export function useResetPassword(token: string) {
  return useMutation({
    mutationFn: (password: string) => call(resetPassword, { params: { token }, body: { password } }),
    meta: { handles: ['not-found', 'weak-password', 'invalid'] },
  });
}

async function enter(me: Me, next: string): Promise<void> {
  if (isLanguage(me.account.locale)) {
    await chooseLanguage(me.account.locale);
  }
  window.location.assign(next);
}

/** Only an address of this site: a link to the sign-in page must not lead elsewhere afterwards. */
export function safeNext(wanted: string | null): string {
  const target = new URL(wanted ?? '/', window.location.origin);
  return target.origin === window.location.origin ? target.pathname + target.search : '/';
}
