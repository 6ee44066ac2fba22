import type { Grants, Permission } from '@danku/domain/access/permissions.ts';

/** What stands where something was left out. */
export const masked = '•••';

/** The right without which the content in a subject's events stays hidden. What is not named here is no content. */
const rightFor: Readonly<Record<string, Permission>> = {
  document: 'document.read',
  file: 'document.read',
  inbox: 'document.read',
  paper: 'document.read',
  register: 'document.read',
  customer: 'customer.read',
  product: 'product.read',
};

/** What tells how the work went and nothing of what the papers say. Whatever is not on this list is masked, also what is added later. */
const harmless: ReadonlySet<string> = new Set([
  'action',
  'amendsId',
  'archiveNumber',
  'askedId',
  'commentId',
  'commitsAt',
  'decision',
  'documentId',
  'duplicateOf',
  'duty',
  'fileIds',
  'from',
  'fromMemberId',
  'inboxItemId',
  'intoId',
  'items',
  'kind',
  'managerLast',
  'mediaType',
  'otherId',
  'pages',
  'path',
  'policy',
  'questionId',
  'reasons',
  'registryNumber',
  'relation',
  'retainUntil',
  'size',
  'slot',
  'sopVersionId',
  'stage',
  'successorId',
  'to',
  'toMemberId',
  'until',
  'version',
]);

export interface Reader {
  grants: Grants;
  /** May review documents: nobody learns here what a blind reviewer must find out alone. */
  isReviewer: boolean;
}

/** The payload of an event as this reader may see it. Of a change, the place stays and the values go. */
export function maskPayload(type: string, payload: Record<string, unknown>, reader: Reader): Record<string, unknown> {
  const right = rightFor[type.split('.')[0] ?? ''];
  if (right === undefined || maySee(right, reader)) {
    return payload;
  }
  return Object.fromEntries(
    Object.entries(payload).map(([key, value]) => [key, harmless.has(key) ? value : maskValue(key, value)]),
  );
}

function maySee(right: Permission, { grants, isReviewer }: Reader): boolean {
  return grants[right] === 'all' && !(isReviewer && right === 'document.read');
}

function maskValue(key: string, value: unknown): unknown {
  if (value === null) {
    return null;
  }
  if (key !== 'changes' || !Array.isArray(value)) {
    return masked;
  }
  return value.map((change: unknown) => ({ path: pathOf(change), before: masked, after: masked }));
}

function pathOf(change: unknown): string {
  return typeof change === 'object' && change !== null && 'path' in change ? String(change.path) : masked;
}
