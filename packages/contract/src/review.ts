import * as z from 'zod/mini';
import { Document, FieldVerdict, Keyed } from './document-shapes.ts';
import { endpoint } from './endpoint.ts';
import { IdParams, text, Version, VersionOnly } from './shapes.ts';

const changing = ['unauthenticated', 'forbidden', 'not-found', 'stale', 'wrong-stage', 'version-required', 'key-reused'] as const;
const reading = ['unauthenticated', 'forbidden', 'not-found'] as const;
/** Seconds a decision waits so that it can be undone; the web sends 5. */
const HoldSeconds = z._default(z.int().check(z.gte(0), z.lte(30)), 0);

export const withdrawDocument = endpoint({
  method: 'post',
  path: '/documents/:id/withdraw',
  summary: 'Take a submitted document back before anyone has decided',
  versioned: true,
  params: IdParams,
  body: VersionOnly,
  reply: Document,
  problems: changing,
});

export const approveDocument = endpoint({
  method: 'post',
  path: '/documents/:id/approve',
  summary: 'Approve the version seen; a blind reviewer gives what they keyed from the image',
  versioned: true,
  params: IdParams,
  body: z.strictObject({
    version: Version,
    keyed: z.optional(Keyed),
    comment: z.optional(z.nullable(text(1000))),
    holdSeconds: HoldSeconds,
  }),
  reply: Document,
  problems: changing,
});

export const sendBackDocument = endpoint({
  method: 'post',
  path: '/documents/:id/send-back',
  summary: 'Send a document back to entry with verdicts per field',
  versioned: true,
  params: IdParams,
  body: z.strictObject({
    version: Version,
    verdicts: z._default(z.array(FieldVerdict).check(z.maxLength(200)), []),
    comment: z.optional(z.nullable(text(1000))),
    holdSeconds: HoldSeconds,
  }),
  reply: Document,
  problems: [...changing, 'reason-required'],
});

export const withdrawPending = endpoint({
  method: 'delete',
  path: '/documents/:id/pending',
  summary: 'Undo one’s own decision while it waits',
  params: IdParams,
  reply: 'nothing',
  problems: reading,
});

export const adjudicateDocument = endpoint({
  method: 'post',
  path: '/documents/:id/adjudicate',
  summary: 'Decide between what the two blind reviewers and the clerk read: approves when the chosen values are the clerk’s',
  versioned: true,
  params: IdParams,
  body: z.strictObject({
    version: Version,
    chosen: Keyed,
    comment: z.optional(z.nullable(text(1000))),
  }),
  reply: Document,
  problems: [...changing, 'invalid'],
});
