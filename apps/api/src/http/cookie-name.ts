/** Browsers take a `__Host-` cookie over https only, and only for this very host. */
export function cookieName(isHttps: boolean): string {
  return isHttps ? '__Host-danku' : 'danku';
}
