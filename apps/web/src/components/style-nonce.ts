/** The nonce under which the server allows style elements; it stands in the page the server sent. */
export function styleNonce(): string {
  return document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
