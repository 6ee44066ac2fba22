import type { exportEvents } from '@danku/contract/audit.ts';
import type { Call } from '@danku/contract/endpoint.ts';
import { eventTypes } from '@danku/domain/events.ts';

export type AuditQuery = NonNullable<Call<typeof exportEvents>['query']>;

/** Who, what and when, as the address says it; days are those of the reader. */
export interface AuditFilters {
  actorId: string;
  /** The name beside the id, so that the chip can say it without asking. */
  actor: string;
  type: string;
  subjectId: string;
  from: string;
  to: string;
}

export const noFilters: AuditFilters = { actorId: '', actor: '', type: '', subjectId: '', from: '', to: '' };
const names = ['actorId', 'actor', 'type', 'subjectId', 'from', 'to'] as const;

export function auditFiltersOf(search: URLSearchParams): AuditFilters {
  const text = (name: string) => search.get(name)?.trim() ?? '';
  const id = (name: string) => (idShape.test(text(name)) ? text(name) : '');
  const day = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text(name)) ? text(name) : '');
  return {
    actorId: id('actorId'),
    actor: text('actor'),
    type: eventTypes.includes(text('type')) ? text('type') : '',
    subjectId: id('subjectId'),
    from: day('from'),
    to: day('to'),
  };
}

export function auditSearchOf(filters: AuditFilters): URLSearchParams {
  return new URLSearchParams(names.flatMap((name) => (filters[name] === '' ? [] : [[name, filters[name]]])));
}

/** What the API is asked: from the first moment of the one day to the last of the other. */
export function auditQueryOf({ actorId, type, subjectId, from, to }: AuditFilters): AuditQuery {
  return {
    actorId: actorId || undefined,
    type: type || undefined,
    subjectId: subjectId || undefined,
    from: from === '' ? undefined : new Date(`${from}T00:00:00`).toISOString(),
    to: to === '' ? undefined : new Date(`${to}T23:59:59.999`).toISOString(),
  };
}

const idShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(text: string): boolean {
  return idShape.test(text.trim());
}
