import type { ProblemError } from '../api/problem-error.ts';
import { notify } from '../components/notices.ts';
import { sayCode } from '../i18n/say-code.ts';
import { currentTranslate } from '../i18n/language.ts';
import { outside } from './paths.ts';

/** The one place where a failed call reaches the person. A session that ended leads to sign-in and back here. */
export function tellOfProblem(problem: ProblemError): void {
  if (problem.code === 'unauthenticated') {
    goToSignIn();
    return;
  }
  const t = currentTranslate();
  const reasons = problem.reasons.map((reason) => sayCode(t, 'reason', reason, 'problem.forbidden'));
  notify([t(`problem.${problem.code}`), ...reasons].join(' '), { tone: problem.status >= 500 ? 'bad' : 'warn' });
}

function goToSignIn(): void {
  const { pathname, search } = window.location;
  if (pathname !== outside.signIn) {
    window.location.assign(`${outside.signIn}?next=${encodeURIComponent(pathname + search)}`);
  }
}
