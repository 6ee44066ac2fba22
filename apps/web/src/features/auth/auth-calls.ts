import { acceptInvitation, readConfig, readLink, resetPassword, setUp, signIn } from '@danku/contract/auth.ts';
import type { Me } from '@danku/contract/auth.ts';
import type { Call } from '@danku/contract/endpoint.ts';
import { isLanguage } from '@danku/words/language.ts';
import { call } from '../../api/call.ts';
import { chooseLanguage } from '../../i18n/language.ts';
import { useAct, useAnswer } from './use-act.ts';

/** What the browser must know before anyone signs in. */
export function useConfig() {
  return useAnswer((signal) => call(readConfig, {}, { signal }));
}

/** What a one-time link is for; null when it is unknown, used up or too old. */
export function useLink(token: string) {
  return useAnswer((signal) => call(readLink, { params: { token } }, { signal }));
}

/** Signs in and goes on to where the person wanted to be. */
export function useSignIn(next: string) {
  return useAct(async (body: Call<typeof signIn>['body']) => enter(await call(signIn, { body }), next));
}

export function useSetUp() {
  return useAct(async (body: Call<typeof setUp>['body']) => enter(await call(setUp, { body }), '/'));
}

export function useJoin(token: string) {
  return useAct(async (body: Call<typeof acceptInvitation>['body']) =>
    enter(await call(acceptInvitation, { params: { token }, body }), '/'),
  );
}

export function useResetPassword(token: string) {
  return useAct((password: string) => call(resetPassword, { params: { token }, body: { password } }));
}

/** By a page load: the session is new, and so is everything else. The language is the one the person chose last, wherever that was. */
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
