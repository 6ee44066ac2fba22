import { stages } from '@danku/domain/documents/flow.ts';
import { kinds } from '@danku/domain/documents/kinds.ts';
import * as z from 'zod/mini';
import { Document, DocumentRow, FieldValues, Finding, Lines, PageRef } from './document-shapes.ts';
import { endpoint } from './endpoint.ts';
import { Amount, Id, IdParams, IsoDate, list, page, PageQuery, text, Version } from './shapes.ts';

const changing = ['unauthenticated', 'forbidden', 'not-found', 'stale', 'wrong-stage', 'version-required', 'key-reused'] as const;
const reading = ['unauthenticated', 'forbidden', 'not-found'] as const;
export const documentSorts = ['-createdAt', 'createdAt', '-issueDate', 'issueDate', '-grossTotal', 'grossTotal'] as const;
const oneOrMore = <const T extends readonly string[]>(values: T) =>
  z.pipe(
    z.transform((given) => (Array.isArray(given) ? given : String(given).split(','))),
    z.array(z.enum(values)),
  );

export const listDocuments = endpoint({
  method: 'get',
  path: '/documents',
  summary: 'Documents one may see, filtered and sorted; `q` searches numbers, parties, items and amounts',
  query: z.object({
    ...PageQuery,
    stage: z.optional(oneOrMore(stages)),
    kind: z.optional(oneOrMore(kinds)),
    q: z.optional(text(200)),
    customerId: z.optional(Id),
    from: z.optional(IsoDate),
    to: z.optional(IsoDate),
    minGross: z.optional(Amount),
    maxGross: z.optional(Amount),
    returned: z.optional(z.stringbool()),
    overdue: z.optional(z.stringbool()),
    mine: z.optional(z.stringbool()),
    sort: z._default(z.enum(documentSorts), '-createdAt'),
  }),
  reply: page(DocumentRow),
  problems: ['unauthenticated', 'forbidden'],
});

export const createDocument = endpoint({
  method: 'post',
  path: '/documents',
  summary: 'Start a draft, blank or from an inbox item or files',
  status: 201,
  body: z.strictObject({
    kind: z.enum(kinds),
    typeId: z.optional(Id),
    fields: z._default(FieldValues, {}),
    lines: z._default(Lines, []),
    customerId: z.optional(z.nullable(Id)),
    inboxItemId: z.optional(Id),
    fileIds: z._default(z.array(Id).check(z.maxLength(50)), []),
  }),
  reply: Document,
  problems: ['unauthenticated', 'forbidden', 'not-found', 'conflict', 'key-reused'],
});

export const readDocument = endpoint({
  method: 'get',
  path: '/documents/:id',
  summary: 'A document with its lines, pages and what one may do with it; the view is recorded',
  params: IdParams,
  reply: Document,
  problems: reading,
});

export const changeDocument = endpoint({
  method: 'patch',
  path: '/documents/:id',
  summary:
    'Save a draft; fields given replace those kept, lines given replace all lines. `stale` answers with the current document',
  versioned: true,
  params: IdParams,
  body: z.strictObject({
    version: Version,
    fields: z.optional(FieldValues),
    lines: z.optional(Lines),
    customerId: z.optional(z.nullable(Id)),
    typeId: z.optional(Id),
    reason: z.optional(text(500)),
  }),
  reply: Document,
  problems: changing,
});

export const changePages = endpoint({
  method: 'put',
  path: '/documents/:id/pages',
  summary: 'Attach files and set the order and rotation of a draft’s pages (null: all pages in order)',
  versioned: true,
  params: IdParams,
  body: z.strictObject({
    version: Version,
    fileIds: z.array(Id).check(z.maxLength(50)),
    pages: z.nullable(z.array(PageRef).check(z.maxLength(500))),
  }),
  reply: Document,
  problems: changing,
});

export const listFindings = endpoint({
  method: 'get',
  path: '/documents/:id/findings',
  summary: 'What the checks say of the draft now: arithmetic, identities, duplicates with their twin',
  params: IdParams,
  reply: list(Finding),
  problems: reading,
});

export const submitDocument = endpoint({
  method: 'post',
  path: '/documents/:id/submit',
  summary: 'Submit a draft for review; warnings need a reason each',
  versioned: true,
  params: IdParams,
  body: z.strictObject({
    version: Version,
    reasons: z._default(z.record(text(60), text(500, 1)), {}),
  }),
  reply: Document,
  problems: [...changing, 'invalid-document', 'reason-required', 'duplicate-document'],
});

export const voidDocument = endpoint({
  method: 'post',
  path: '/documents/:id/void',
  summary: 'Void a document that is not archived; a number already given goes to the void register',
  versioned: true,
  params: IdParams,
  body: z.strictObject({ version: Version, reason: text(500, 1) }),
  reply: Document,
  problems: changing,
});

export const returnToInbox = endpoint({
  method: 'post',
  path: '/documents/:id/return-to-inbox',
  summary:
    'Put a draft that was never submitted back into the inbox with a reason (a purchase, a paper of no sale); the draft is voided',
  versioned: true,
  params: IdParams,
  body: z.strictObject({ version: Version, reason: text(500, 1) }),
  reply: z.object({ inboxItemId: Id }),
  problems: [...changing, 'conflict'],
});

export const transferDocument = endpoint({
  method: 'post',
  path: '/documents/:id/transfer',
  summary: 'Hand a document to someone else in the same stage',
  versioned: true,
  params: IdParams,
  body: z.strictObject({
    version: Version,
    memberId: Id,
    reason: z.optional(z.nullable(text(500))),
  }),
  reply: Document,
  problems: [...changing, 'conflict'],
});

export const amendDocument = endpoint({
  method: 'post',
  path: '/documents/:id/amend',
  summary: 'Start the successor of an archived document; it runs the whole flow and the archived one never changes',
  versioned: true,
  status: 201,
  params: IdParams,
  body: z.strictObject({ version: Version, reason: text(500, 1) }),
  reply: Document,
  problems: changing,
});
