import * as z from 'zod/mini';
import { EventShown } from './document-shapes.ts';
import { endpoint } from './endpoint.ts';
import { Id, page, PageQuery, text, Timestamp } from './shapes.ts';

const Filters = {
  actorId: z.optional(Id),
  type: z.optional(text(60)),
  subjectId: z.optional(Id),
  from: z.optional(Timestamp),
  to: z.optional(Timestamp),
};

export const listEvents = endpoint({
  method: 'get',
  path: '/audit/events',
  summary: 'Who did what when, newest first; what one may not see of documents is masked (audit.read)',
  query: z.object({ ...PageQuery, ...Filters }),
  reply: page(EventShown),
  problems: ['unauthenticated', 'forbidden'],
});

export const exportEvents = endpoint({
  method: 'get',
  path: '/audit/export',
  summary: 'The same as CSV (UTF-8 with BOM, at most 50,000 rows); the export is recorded (audit.export)',
  query: z.object(Filters),
  reply: 'bytes',
  problems: ['unauthenticated', 'forbidden'],
});
