import { reasons, remedyCodes } from '@danku/domain/access/gate.ts';
import { duties } from '@danku/domain/access/segregation.ts';
import { documentActions, reviewPolicies, stages } from '@danku/domain/documents/flow.ts';
import { kinds } from '@danku/domain/documents/kinds.ts';
import { errorClasses } from '@danku/domain/events.ts';
import * as z from 'zod/mini';
import { Amount, Id, IsoDate, Named, text, Timestamp, Version } from './shapes.ts';

/** A field's value as entered: text, an ISO date, a decimal string or a choice's key; blank is null. */
const Value = z.nullable(text(2000));
export const FieldValues = z.record(text(60, 1), Value).check(z.refine((value) => Object.keys(value).length <= 200));
export const Lines = z.array(FieldValues).check(z.maxLength(500));

export const Verdict = z.object({
  allowed: z.boolean(),
  reasons: z.array(z.enum(reasons)),
  remedies: z.array(z.object({ code: z.enum(remedyCodes), params: z.optional(z.record(z.string(), z.string())) })),
});
export type Verdict = z.infer<typeof Verdict>;

/** A page of a document in its order: a page of a file, turned by so many degrees clockwise. */
export const PageRef = z.strictObject({
  fileId: Id,
  page: z.int().check(z.gte(1)),
  rotation: z._default(z.literal([0, 90, 180, 270]), 0),
});
export type PageRef = z.infer<typeof PageRef>;

/** A page as it can be shown: its preview is `GET /files/:fileId/pages/:page`. */
export const ShownPage = z.object({
  fileId: Id,
  page: z.int(),
  rotation: z.int(),
  width: z.int(),
  height: z.int(),
  renderedFromData: z.boolean(),
});
export type ShownPage = z.infer<typeof ShownPage>;

const Lease = z.object({ member: Named, until: Timestamp });

/** A document as lists show it. Amounts and identifying values are null for a blind reviewer who has yet to key them. */
export const DocumentRow = z.object({
  id: Id,
  kind: z.enum(kinds),
  typeName: z.string(),
  stage: z.enum(stages),
  version: Version,
  draftNumber: z.string(),
  number: z.nullable(z.string()),
  registryNumber: z.nullable(z.string()),
  archiveNumber: z.nullable(z.string()),
  issueDate: z.nullable(IsoDate),
  customer: z.nullable(Named),
  partyName: z.nullable(z.string()),
  currency: z.string(),
  grossTotal: z.nullable(Amount),
  riskScore: z.int(),
  dueAt: z.nullable(Timestamp),
  isReturned: z.boolean(),
  isBlind: z.boolean(),
  isSuperseded: z.boolean(),
  lease: z.nullable(Lease),
  assignee: z.nullable(Named),
  createdBy: Named,
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type DocumentRow = z.infer<typeof DocumentRow>;

const Question = z.object({
  id: Id,
  asked: Named,
  askedBy: Named,
  body: z.string(),
  askedAt: Timestamp,
});

/** One thing the checks found. An error blocks submitting; a warning asks for a reason (given in `reasons` by this code). */
export const Finding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  path: z.nullable(z.string()),
  params: z.optional(z.record(z.string(), z.unknown())),
  twin: z.nullable(
    z.object({
      id: Id,
      kind: z.enum(kinds),
      number: z.nullable(z.string()),
      partyName: z.nullable(z.string()),
      grossTotal: z.nullable(Amount),
      stage: z.enum(stages),
    }),
  ),
});
export type Finding = z.infer<typeof Finding>;

/** The whole of a document for one reader: values, pages, and for each action whether they may do it and if not why. */
export const Document = z.extend(DocumentRow, {
  typeId: Id,
  contentVersion: z.int(),
  fields: z.record(z.string(), z.nullable(z.string())),
  lines: z.array(z.record(z.string(), z.nullable(z.string()))),
  customerId: z.nullable(Id),
  netTotal: z.nullable(Amount),
  taxTotal: z.nullable(Amount),
  reviewPolicy: z.enum(reviewPolicies),
  managerLast: z.boolean(),
  riskTerms: z.array(z.object({ code: z.string(), points: z.int() })),
  warningReasons: z.record(z.string(), z.string()),
  isPurchase: z.boolean(),
  submittedBy: z.nullable(Named),
  submittedAt: z.nullable(Timestamp),
  approvedAt: z.nullable(Timestamp),
  archivedAt: z.nullable(Timestamp),
  retainUntil: z.nullable(IsoDate),
  amends: z.nullable(z.object({ id: Id, registryNumber: z.nullable(z.string()) })),
  successor: z.nullable(z.object({ id: Id, registryNumber: z.nullable(z.string()), stage: z.enum(stages) })),
  pages: z.array(ShownPage),
  fileIds: z.array(Id),
  /** Files whose previews are still being made. */
  pagesPending: z.boolean(),
  question: z.nullable(Question),
  /** Findings of the last send-back, for the clerk who mends them. */
  verdicts: z.array(
    z.object({
      path: z.string(),
      errorClass: z.enum(errorClasses),
      suggested: z.nullable(z.string()),
      comment: z.nullable(z.string()),
      place: z.nullable(z.unknown()),
    }),
  ),
  returnComment: z.nullable(z.string()),
  /** One's own decision that waits out its undo time. */
  pendingDecision: z.nullable(z.object({ decision: z.enum(['approve', 'send-back']), commitsAt: Timestamp })),
  /** What the two blind reviewers keyed, for the adjudicator only. */
  keyed: z.array(z.object({ reviewer: Named, values: z.record(z.string(), z.nullable(z.string())) })),
  heldDuty: z.nullable(z.enum(duties)),
  actions: z.record(z.enum(documentActions), Verdict),
});
export type Document = z.infer<typeof Document>;

export const Place = z.strictObject({
  page: z.int().check(z.gte(1)),
  x: z.number().check(z.gte(0), z.lte(1)),
  y: z.number().check(z.gte(0), z.lte(1)),
  width: z.number().check(z.gte(0), z.lte(1)),
  height: z.number().check(z.gte(0), z.lte(1)),
});

export const FieldVerdict = z.strictObject({
  path: text(120, 1),
  errorClass: z.enum(errorClasses),
  suggested: z.optional(z.nullable(text(2000))),
  comment: z.optional(z.nullable(text(500))),
  place: z.optional(z.nullable(Place)),
});

/** What a blind reviewer reads from the image; the party is the customer (buyer; on a receipt the payer). */
export const keyedFields = ['number', 'issueDate', 'partyTaxId', 'grossTotal'] as const;
export const Keyed = z.strictObject({
  number: z.nullable(text(40)),
  issueDate: z.nullable(IsoDate),
  partyTaxId: z.nullable(text(30)),
  grossTotal: z.nullable(Amount),
});
export type Keyed = z.infer<typeof Keyed>;

export const EventShown = z.object({
  id: Id,
  at: Timestamp,
  type: z.string(),
  subjectId: z.nullable(Id),
  actor: z.nullable(Named),
  actorName: z.string(),
  onBehalfOf: z.nullable(Named),
  via: z.string(),
  ip: z.nullable(z.string()),
  requestId: z.nullable(z.string()),
  payload: z.record(z.string(), z.unknown()),
});
export type EventShown = z.infer<typeof EventShown>;
