import { queueStages } from '@danku/domain/documents/flow.ts';
import { kinds } from '@danku/domain/documents/kinds.ts';
import * as z from 'zod/mini';
import { Document, DocumentRow } from './document-shapes.ts';
import { endpoint } from './endpoint.ts';
import { Empty, Id, IdParams, list, Named, page, PageQuery, text, Timestamp } from './shapes.ts';

const StageParams = z.object({ stage: z.enum(queueStages) });

/** A queue as the rail and the home page show it. `count` stops at 1,000 (`isCapped`), so that no table is ever counted. */
export const Queue = z.object({
  stage: z.enum(queueStages),
  count: z.int(),
  isCapped: z.boolean(),
  overdue: z.int(),
  nextDueAt: z.nullable(Timestamp),
  mayWork: z.boolean(),
});
export type Queue = z.infer<typeof Queue>;

export const listQueues = endpoint({
  method: 'get',
  path: '/queues',
  summary: 'The queues one works in, with their counts; what was returned to one, what is leased, which questions wait',
  reply: z.object({
    items: z.array(Queue),
    returned: z.int(),
    leased: z.int(),
    assigned: z.int(),
    questions: z.int(),
    inbox: z.int(),
  }),
  problems: ['unauthenticated'],
});

export const listQueue = endpoint({
  method: 'get',
  path: '/queues/:stage',
  summary: 'What waits in a stage, by time limit and risk',
  params: StageParams,
  query: z.object({ ...PageQuery, kind: z.optional(z.enum(kinds)) }),
  reply: page(z.extend(DocumentRow, { rankAt: Timestamp })),
  problems: ['unauthenticated', 'forbidden'],
});

export const claimNext = endpoint({
  method: 'post',
  path: '/queues/:stage/next',
  summary: 'Take the next free document of a stage for ten minutes; `document` is null when nothing is free',
  params: StageParams,
  body: z.strictObject({ kind: z.optional(z.enum(kinds)), after: z.optional(Id) }),
  reply: z.object({ document: z.nullable(Document), leaseUntil: z.nullable(Timestamp) }),
  problems: ['unauthenticated', 'forbidden', 'key-reused'],
});

export const claimDocument = endpoint({
  method: 'post',
  path: '/documents/:id/claim',
  summary: 'Take this document for ten minutes; calling again prolongs the lease (heartbeat)',
  params: IdParams,
  body: Empty,
  reply: z.object({ leaseUntil: Timestamp }),
  problems: ['unauthenticated', 'forbidden', 'not-found', 'wrong-stage'],
});

export const releaseDocument = endpoint({
  method: 'post',
  path: '/documents/:id/release',
  summary: 'Give a document back to its queue; the draft stays',
  params: IdParams,
  body: Empty,
  reply: 'nothing',
  problems: ['unauthenticated', 'not-found'],
});

export const skipDocument = endpoint({
  method: 'post',
  path: '/documents/:id/skip',
  summary: 'Put a document aside for today, with a reason; it goes back to the queue for others',
  params: IdParams,
  body: z.strictObject({ reason: text(200, 1) }),
  reply: 'nothing',
  problems: ['unauthenticated', 'not-found', 'forbidden'],
});

export const listMyWork = endpoint({
  method: 'get',
  path: '/my-work',
  summary: 'What waits for this person alone: returned, assigned, leased',
  query: z.object({ holding: z.optional(z.enum(['returned', 'assigned', 'leased', 'draft'])) }),
  reply: list(
    z.extend(DocumentRow, {
      holding: z.enum(['returned', 'assigned', 'leased', 'draft']),
      leaseUntil: z.nullable(Timestamp),
    }),
  ),
  problems: ['unauthenticated'],
});

export const listMyQuestions = endpoint({
  method: 'get',
  path: '/my-questions',
  summary: 'Questions that wait for this person’s answer',
  reply: list(
    z.object({
      id: Id,
      document: DocumentRow,
      askedBy: Named,
      body: z.string(),
      askedAt: Timestamp,
    }),
  ),
  problems: ['unauthenticated'],
});
