/** The token of a one-time link is a secret that stands in an address. */
export function loggedPath(path: string): string {
  return path.replace(/\/(links|join|reset|set-up)\/[^/]+/, '/$1/[cut]');
}
