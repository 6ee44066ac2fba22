import * as z from 'zod/mini';
import { EventShown, FieldValues, Lines } from './document-shapes.ts';
import { endpoint } from './endpoint.ts';
import { Id, IdParams, list, Named, page, PageQuery, Timestamp } from './shapes.ts';

const reading = ['unauthenticated', 'forbidden', 'not-found'] as const;
export const listDocumentEvents = endpoint({
  method: 'get',
  path: '/documents/:id/events',
  summary: 'Everything that happened to a document, newest first',
  params: IdParams,
  query: z.object(PageQuery),
  reply: page(EventShown),
  problems: reading,
});

const VersionShown = z.object({
  number: z.int(),
  submittedBy: Named,
  submittedAt: Timestamp,
  contentHash: z.string(),
  decisions: z.array(
    z.object({
      slot: z.int(),
      person: Named,
      decision: z.enum(['approve', 'send-back', 'adjudicate']),
      comment: z.nullable(z.string()),
      decidedAt: Timestamp,
    }),
  ),
});

export const listVersions = endpoint({
  method: 'get',
  path: '/documents/:id/versions',
  summary: 'The submitted versions of a document with their decisions',
  params: IdParams,
  reply: list(VersionShown),
  problems: reading,
});

export const readVersion = endpoint({
  method: 'get',
  path: '/documents/:id/versions/:number',
  summary: 'One version, whole',
  params: z.object({ id: Id, number: z.coerce.number().check(z.int(), z.gte(1)) }),
  reply: z.extend(VersionShown, { fields: FieldValues, lines: Lines, fileIds: z.array(Id) }),
  problems: reading,
});

export const diffVersions = endpoint({
  method: 'get',
  path: '/documents/:id/diff',
  summary: 'What changed between two versions, field by field and line by line; without `to`, up to the draft as it is now',
  params: IdParams,
  query: z.object({
    from: z.coerce.number().check(z.int(), z.gte(1)),
    to: z.optional(z.coerce.number().check(z.int(), z.gte(1))),
  }),
  reply: list(
    z.object({
      path: z.string(),
      kind: z.enum(['changed', 'added', 'removed']),
      before: z.nullable(z.unknown()),
      after: z.nullable(z.unknown()),
    }),
  ),
  problems: reading,
});
