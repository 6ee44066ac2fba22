import { useMemo } from 'react';
import { useParams } from 'react-router';

/** Pages outside any organisation. */
export const outside = {
  organisations: '/',
  signIn: '/login',
  setUp: '/set-up/:token?',
  join: '/join/:token',
  reset: '/reset/:token',
} as const;

/** The patterns of the routes inside an organisation, below `/t/:tenant`. */
export const patterns = {
  home: '',
  documents: 'documents',
  document: 'documents/:id',
  documentByNumber: 'd/:number',
  inbox: 'intake',
  entryQueue: 'entry',
  entry: 'entry/:id',
  entryImage: 'entry/:id/image',
  returned: 'returned',
  reviewQueue: 'review',
  review: 'review/:id',
  adjudicationQueue: 'adjudication',
  queue: 'queue/:stage',
  archiveQueue: 'archive',
  archive: 'archive/:id',
  questions: 'questions',
  customers: 'customers',
  customer: 'customers/:id',
  products: 'products',
  product: 'products/:id',
  entities: 'admin/entities',
  people: 'admin/users',
  person: 'admin/users/:id',
  roles: 'admin/roles',
  documentTypes: 'admin/doc-types',
  documentType: 'admin/doc-types/:id',
  registers: 'admin/registers',
  settings: 'admin/settings',
  audit: 'audit',
  account: 'account',
} as const;

export type Place = keyof typeof patterns;

/** The address of a place in an organisation: `pathTo('huaxin', 'document', { id })`. */
export function pathTo(tenant: string, place: Place, params: Record<string, string> = {}): string {
  const tail = patterns[place].replace(/:(\w+)/g, (_hole, name: string) => encodeURIComponent(params[name] ?? ''));
  return tail === '' ? `/t/${encodeURIComponent(tenant)}` : `/t/${encodeURIComponent(tenant)}/${tail}`;
}

/** The organisation of the address. Only for screens below `/t/:tenant`. */
export function useTenant(): string {
  return useParams<'tenant'>().tenant ?? '';
}

/** `const path = usePath(); path('document', { id })`: addresses inside the organisation one is in. */
export function usePath(): (place: Place, params?: Record<string, string>) => string {
  const tenant = useTenant();
  return useMemo(() => (place: Place, params?: Record<string, string>) => pathTo(tenant, place, params), [tenant]);
}
