import type { Document } from '@danku/contract/document-shapes.ts';
import type { APIRequestContext } from '@playwright/test';
import { get } from './api.ts';
import { makeOrder, submit } from './papers.ts';

/** Every address with a screen of its own, by the person who works there. */
export async function placesByPerson(as: (person: string) => Promise<APIRequestContext>): Promise<Record<string, string[]>> {
  const clerk = await as('clerk');
  const draft = await makeOrder(clerk);
  const waiting = await submit(clerk, await makeOrder(clerk));
  const blind = await submit(clerk, await makeOrder(clerk, { buyerTaxId: '91330106MAXDLW3G12', unitPrice: '120000' }));
  const types = await get<{ items: { id: string }[] }>(await as('system'), '/document-types');
  const approved = await get<{ items: Document[] }>(await as('archivist'), '/documents?stage=approved,archived&limit=1');
  const customers = await get<{ items: { id: string }[] }>(clerk, '/customers?limit=1');
  const products = await get<{ items: { id: string }[] }>(clerk, '/products?limit=1');
  const one = `documents/${waiting.id}`;
  return {
    clerk: ['', 'intake', 'entry', `entry/${draft.id}`, 'returned', 'documents', 'account'],
    reviewer: ['', `review/${waiting.id}`, 'queue/review', one, `${one}?tab=image`, `${one}?tab=timeline`, `${one}?tab=versions`],
    reviewer2: [`review/${blind.id}`, `documents/${blind.id}`],
    archivist: ['', 'archive', `archive/${approved.items[0]?.id ?? ''}`, 'archive?tab=papers', 'admin/registers'],
    manager: [
      '',
      'adjudication',
      'customers',
      `customers/${customers.items[0]?.id ?? ''}`,
      'products',
      `products/${products.items[0]?.id ?? ''}`,
    ],
    sales: ['questions'],
    system: [
      '',
      'admin/users',
      'admin/doc-types',
      `admin/doc-types/${types.items[0]?.id ?? ''}`,
      'admin/entities',
      'admin/settings',
    ],
    security: ['admin/roles', 'admin/users'],
    audit: ['audit', 'no-such-place'],
  };
}
