import type { Endpoint } from '@danku/contract/endpoint.ts';

const root = '/api/v1';

/** The parts of a call as the transport sees them, whatever the endpoint. */
export interface LooseInput {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** The organisation this tab looks at, from its address `/t/:tenant/…`; null on pages without one. */
export function tenantOfAddress(pathname: string = window.location.pathname): string | null {
  const slug = /^\/[tp]\/([^/]+)/.exec(pathname)?.[1];
  return slug === undefined ? null : decodeURIComponent(slug);
}

/** The address of an endpoint with its parameters filled in. Blank query values are left out, lists are repeated. */
export function addressOf(endpoint: Pick<Endpoint, 'path'>, { params = {}, query = {} }: LooseInput): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_hole, name: string) => encodeURIComponent(text(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') {
        search.append(name, text(one));
      }
    }
  }
  const asked = search.toString();
  return `${root}${path}${asked === '' ? '' : `?${asked}`}`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
