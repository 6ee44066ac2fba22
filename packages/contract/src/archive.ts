import * as z from 'zod/mini';
import { Document } from './document-shapes.ts';
import { endpoint } from './endpoint.ts';
import { Empty, Id, IdParams, IsoDate, list, Named, page, PageQuery, text, Timestamp, Version, VersionOnly } from './shapes.ts';

const reading = ['unauthenticated', 'forbidden', 'not-found'] as const;
export const checkResults = ['passed', 'failed', 'not-run'] as const;
export const checkGroups = ['authenticity', 'integrity', 'usability', 'security'] as const;

/** One of the four-property checks (DA/T 94-2022). A check that could not run says so and never `passed`. */
export const ArchiveCheck = z.object({
  group: z.enum(checkGroups),
  code: z.string(),
  result: z.enum(checkResults),
  params: z.optional(z.record(z.string(), z.unknown())),
});
export type ArchiveCheck = z.infer<typeof ArchiveCheck>;

export const ArchiveRecord = z.object({
  documentId: Id,
  archiveNumber: z.string(),
  checks: z.array(ArchiveCheck),
  archivedBy: Named,
  archivedAt: Timestamp,
  retentionClass: z.string(),
  retainUntil: z.nullable(IsoDate),
});

export const previewArchiveChecks = endpoint({
  method: 'get',
  path: '/documents/:id/archive-checks',
  summary: 'Run the four checks now without archiving',
  params: IdParams,
  reply: z.object({ checks: z.array(ArchiveCheck), blocks: z.boolean() }),
  problems: reading,
});

export const archiveDocument = endpoint({
  method: 'post',
  path: '/documents/:id/archive',
  summary: 'Archive an approved document after the four checks; from then on nothing of it changes',
  versioned: true,
  params: IdParams,
  body: VersionOnly,
  reply: Document,
  problems: [...reading, 'stale', 'wrong-stage', 'version-required', 'conflict', 'key-reused'],
});

export const readArchiveRecord = endpoint({
  method: 'get',
  path: '/documents/:id/archive-record',
  summary: 'The check report of an archived document',
  params: IdParams,
  reply: ArchiveRecord,
  problems: reading,
});

const Loan = z.object({
  id: Id,
  borrower: z.string(),
  purpose: z.nullable(z.string()),
  dueOn: z.nullable(IsoDate),
  lentBy: Named,
  lentAt: Timestamp,
  returnedAt: z.nullable(Timestamp),
});

/** Where the paper original stands. `loan` is who has it now. */
export const PaperOriginal = z.object({
  documentId: Id,
  label: z.string(),
  box: z.string(),
  shelf: z.string(),
  placedAt: Timestamp,
  version: Version,
  loan: z.nullable(Loan),
  loans: z.array(Loan),
});
export type PaperOriginal = z.infer<typeof PaperOriginal>;

export const readPaper = endpoint({
  method: 'get',
  path: '/documents/:id/paper',
  summary: 'The place of the paper original and its loans; not-found when it has no place yet',
  params: IdParams,
  reply: PaperOriginal,
  problems: reading,
});

export const placePaper = endpoint({
  method: 'put',
  path: '/documents/:id/paper',
  summary: 'Give the paper original its place, or another (version 0 the first time)',
  versioned: true,
  params: IdParams,
  body: z.strictObject({ version: Version, box: text(40, 1), shelf: text(40, 1) }),
  reply: PaperOriginal,
  problems: [...reading, 'stale', 'version-required', 'wrong-stage'],
});

export const lendPaper = endpoint({
  method: 'post',
  path: '/documents/:id/paper/lend',
  summary: 'Lend the paper original to someone',
  params: IdParams,
  body: z.strictObject({
    borrower: text(80, 1),
    purpose: z._default(z.nullable(text(200)), null),
    dueOn: z._default(z.nullable(IsoDate), null),
  }),
  reply: PaperOriginal,
  problems: [...reading, 'conflict', 'key-reused'],
});

export const returnPaper = endpoint({
  method: 'post',
  path: '/documents/:id/paper/return',
  summary: 'Take the paper original back',
  params: IdParams,
  body: Empty,
  reply: PaperOriginal,
  problems: [...reading, 'conflict', 'key-reused'],
});

export const listPapers = endpoint({
  method: 'get',
  path: '/papers',
  summary: 'Paper originals by box, or those that are lent',
  query: z.object({ ...PageQuery, box: z.optional(text(40)), lent: z.optional(z.stringbool()) }),
  reply: page(
    z.extend(PaperOriginal, {
      registryNumber: z.nullable(z.string()),
      partyName: z.nullable(z.string()),
    }),
  ),
  problems: ['unauthenticated', 'forbidden'],
});

/** One series of registry numbers in one period: what was given, voided, and missing. */
export const listRegisters = endpoint({
  method: 'get',
  path: '/registers',
  summary: 'The number series with their gap report (a gap is a number neither given nor voided)',
  reply: list(
    z.object({
      series: z.string(),
      period: z.string(),
      last: z.int(),
      given: z.int(),
      voided: z.int(),
      gaps: z.array(z.int()),
    }),
  ),
  problems: ['unauthenticated', 'forbidden'],
});

export const listRegister = endpoint({
  method: 'get',
  path: '/registers/:series/:period',
  summary: 'The numbers of one series and period, with void reasons',
  params: z.object({ series: text(40, 1), period: text(10, 1) }),
  query: z.object({ ...PageQuery, voided: z.optional(z.stringbool()) }),
  reply: page(
    z.object({
      sequence: z.int(),
      number: z.string(),
      documentId: Id,
      givenAt: Timestamp,
      voidedAt: z.nullable(Timestamp),
      voidReason: z.nullable(z.string()),
    }),
  ),
  problems: ['unauthenticated', 'forbidden'],
});
