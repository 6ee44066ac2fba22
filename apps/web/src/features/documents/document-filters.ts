import type { listDocuments } from '@danku/contract/documents.ts';
import type { Call } from '@danku/contract/endpoint.ts';
import type { Stage } from '@danku/domain/documents/flow.ts';
import { stages } from '@danku/domain/documents/flow.ts';
import type { Kind } from '@danku/domain/documents/kinds.ts';
import { kinds } from '@danku/domain/documents/kinds.ts';

export type DocumentQuery = NonNullable<Call<typeof listDocuments>['query']>;

/** The switches of the list: on, or not asked. */
export const switches = ['returned', 'overdue', 'mine'] as const;
export const sorts = ['-createdAt', 'createdAt', '-issueDate', 'issueDate', '-grossTotal', 'grossTotal'] as const;
export type Sort = (typeof sorts)[number];
const usualSort: Sort = '-createdAt';

/** What the list is narrowed to, as its address says it; the whole state of the list is there, so that it can be sent to someone. */
export interface DocumentFilters {
  stage: readonly Stage[];
  kind: readonly Kind[];
  q: string;
  customerId: string;
  /** The name beside the id, so that the chip can say it without asking. */
  customer: string;
  from: string;
  to: string;
  minGross: string;
  maxGross: string;
  returned: boolean;
  overdue: boolean;
  mine: boolean;
  sort: Sort;
}

const texts = ['q', 'customerId', 'customer', 'from', 'to', 'minGross', 'maxGross'] as const;

/** Reads the address; what nobody knows is left out, so that an old link still opens. */
export function filtersOf(search: URLSearchParams): DocumentFilters {
  const text = (name: string) => search.get(name)?.trim() ?? '';
  const listed = (name: string) => search.getAll(name).flatMap((value) => value.split(','));
  return {
    stage: stages.filter((stage) => listed('stage').includes(stage)),
    kind: kinds.filter((kind) => listed('kind').includes(kind)),
    q: text('q').slice(0, 200),
    customerId: text('customerId'),
    customer: text('customer'),
    from: isDate(text('from')) ? text('from') : '',
    to: isDate(text('to')) ? text('to') : '',
    minGross: isAmount(text('minGross')) ? text('minGross') : '',
    maxGross: isAmount(text('maxGross')) ? text('maxGross') : '',
    returned: text('returned') === 'true',
    overdue: text('overdue') === 'true',
    mine: text('mine') === 'true',
    sort: sorts.find((sort) => sort === text('sort')) ?? usualSort,
  };
}

/** Writes the address; what is not asked leaves no trace in it. */
export function searchOf(filters: DocumentFilters): URLSearchParams {
  const search = new URLSearchParams();
  const put = (name: string, value: string) => value !== '' && search.set(name, value);
  put('stage', filters.stage.join(','));
  put('kind', filters.kind.join(','));
  for (const name of texts) {
    put(name, filters[name]);
  }
  for (const name of switches) {
    put(name, filters[name] ? 'true' : '');
  }
  put('sort', filters.sort === usualSort ? '' : filters.sort);
  return search;
}

/** The same as the API is asked. */
export function queryOf({ customer: _customer, ...filters }: DocumentFilters): DocumentQuery {
  const asked = (on: boolean) => (on ? 'true' : undefined);
  return {
    stage: filters.stage.length === 0 ? undefined : filters.stage,
    kind: filters.kind.length === 0 ? undefined : filters.kind,
    q: filters.q || undefined,
    customerId: filters.customerId || undefined,
    from: filters.from || undefined,
    to: filters.to || undefined,
    minGross: filters.minGross || undefined,
    maxGross: filters.maxGross || undefined,
    returned: asked(filters.returned),
    overdue: asked(filters.overdue),
    mine: asked(filters.mine),
    sort: filters.sort,
  };
}

/** Whether anything narrows the list; the order does not. */
export function isNarrowed(filters: DocumentFilters): boolean {
  return searchOf({ ...filters, sort: usualSort }).size > 0;
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

function isAmount(text: string): boolean {
  return /^-?\d{1,15}(?:\.\d{1,4})?$/.test(text);
}
