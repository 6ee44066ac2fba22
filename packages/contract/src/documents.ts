import { stages } from "@danku/domain/documents/flow.ts";
import { kinds } from "@danku/domain/documents/kinds.ts";
import * as z from "zod/mini";
import {
  Document,
  DocumentRow,
  EventShown,
  FieldValues,
  FieldVerdict,
  Finding,
  Keyed,
  Lines,
  PageRef,
  Place,
} from "./document-shapes.ts";
import { endpoint } from "./endpoint.ts";
import {
  Amount,
  Id,
  IdParams,
  IsoDate,
  list,
  Named,
  page,
  PageQuery,
  text,
  Timestamp,
  Version,
  VersionOnly,
} from "./shapes.ts";

export const documentSorts = [
  "-createdAt",
  "createdAt",
  "-issueDate",
  "issueDate",
  "-grossTotal",
  "grossTotal",
] as const;
const oneOrMore = <const T extends readonly string[]>(values: T) =>
  z.pipe(
    z.transform((given) => (Array.isArray(given) ? given : String(given).split(","))),
    z.array(z.enum(values)),
  );

const changing = [
  "unauthenticated",
  "forbidden",
  "not-found",
  "stale",
  "wrong-stage",
  "version-required",
  "key-reused",
] as const;
const reading = ["unauthenticated", "forbidden", "not-found"] as const;
/** Seconds a decision waits so that it can be undone; the web sends 5. */
const HoldSeconds = z._default(z.int().check(z.gte(0), z.lte(30)), 0);

export const listDocuments = endpoint({
  method: "get",
  path: "/documents",
  summary:
    "Documents one may see, filtered and sorted; `q` searches numbers, parties, items and amounts",
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
    sort: z._default(z.enum(documentSorts), "-createdAt"),
  }),
  reply: page(DocumentRow),
  problems: ["unauthenticated", "forbidden"],
});

export const createDocument = endpoint({
  method: "post",
  path: "/documents",
  summary: "Start a draft, blank or from an inbox item or files",
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
  problems: ["unauthenticated", "forbidden", "not-found", "conflict", "key-reused"],
});

export const readDocument = endpoint({
  method: "get",
  path: "/documents/:id",
  summary: "A document with its lines, pages and what one may do with it; the view is recorded",
  params: IdParams,
  reply: Document,
  problems: reading,
});

export const changeDocument = endpoint({
  method: "patch",
  path: "/documents/:id",
  summary:
    "Save a draft; fields given replace those kept, lines given replace all lines. `stale` answers with the current document",
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
  method: "put",
  path: "/documents/:id/pages",
  summary:
    "Attach files and set the order and rotation of a draft’s pages (null: all pages in order)",
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
  method: "get",
  path: "/documents/:id/findings",
  summary:
    "What the checks say of the draft now: arithmetic, identities, duplicates with their twin",
  params: IdParams,
  reply: list(Finding),
  problems: reading,
});

export const submitDocument = endpoint({
  method: "post",
  path: "/documents/:id/submit",
  summary: "Submit a draft for review; warnings need a reason each",
  versioned: true,
  params: IdParams,
  body: z.strictObject({
    version: Version,
    reasons: z._default(z.record(text(60), text(500, 1)), {}),
  }),
  reply: Document,
  problems: [...changing, "invalid-document", "reason-required", "duplicate-document"],
});

export const withdrawDocument = endpoint({
  method: "post",
  path: "/documents/:id/withdraw",
  summary: "Take a submitted document back before anyone has decided",
  versioned: true,
  params: IdParams,
  body: VersionOnly,
  reply: Document,
  problems: changing,
});

export const approveDocument = endpoint({
  method: "post",
  path: "/documents/:id/approve",
  summary: "Approve the version seen; a blind reviewer gives what they keyed from the image",
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
  method: "post",
  path: "/documents/:id/send-back",
  summary: "Send a document back to entry with verdicts per field",
  versioned: true,
  params: IdParams,
  body: z.strictObject({
    version: Version,
    verdicts: z._default(z.array(FieldVerdict).check(z.maxLength(200)), []),
    comment: z.optional(z.nullable(text(1000))),
    holdSeconds: HoldSeconds,
  }),
  reply: Document,
  problems: [...changing, "reason-required"],
});

export const withdrawPending = endpoint({
  method: "delete",
  path: "/documents/:id/pending",
  summary: "Undo one’s own decision while it waits",
  params: IdParams,
  reply: "nothing",
  problems: reading,
});

export const adjudicateDocument = endpoint({
  method: "post",
  path: "/documents/:id/adjudicate",
  summary:
    "Decide between what the two blind reviewers and the clerk read: approves when the chosen values are the clerk’s",
  versioned: true,
  params: IdParams,
  body: z.strictObject({
    version: Version,
    chosen: Keyed,
    comment: z.optional(z.nullable(text(1000))),
  }),
  reply: Document,
  problems: [...changing, "invalid"],
});

export const voidDocument = endpoint({
  method: "post",
  path: "/documents/:id/void",
  summary: "Void a document that is not archived; a number already given goes to the void register",
  versioned: true,
  params: IdParams,
  body: z.strictObject({ version: Version, reason: text(500, 1) }),
  reply: Document,
  problems: changing,
});

export const transferDocument = endpoint({
  method: "post",
  path: "/documents/:id/transfer",
  summary: "Hand a document to someone else in the same stage",
  versioned: true,
  params: IdParams,
  body: z.strictObject({
    version: Version,
    memberId: Id,
    reason: z.optional(z.nullable(text(500))),
  }),
  reply: Document,
  problems: [...changing, "conflict"],
});

export const askQuestion = endpoint({
  method: "post",
  path: "/documents/:id/ask",
  summary: "Ask sales or another department; pauses the time limit until the answer",
  versioned: true,
  params: IdParams,
  body: z.strictObject({ version: Version, memberId: Id, body: text(1000, 1) }),
  reply: Document,
  problems: [...changing, "conflict"],
});

export const answerQuestion = endpoint({
  method: "post",
  path: "/documents/:id/answer",
  summary: "Answer the question one was asked",
  versioned: true,
  params: IdParams,
  body: z.strictObject({ version: Version, body: text(2000, 1) }),
  reply: Document,
  problems: changing,
});

export const amendDocument = endpoint({
  method: "post",
  path: "/documents/:id/amend",
  summary:
    "Start the successor of an archived document; it runs the whole flow and the archived one never changes",
  versioned: true,
  status: 201,
  params: IdParams,
  body: z.strictObject({ version: Version, reason: text(500, 1) }),
  reply: Document,
  problems: changing,
});

export const listDocumentEvents = endpoint({
  method: "get",
  path: "/documents/:id/events",
  summary: "Everything that happened to a document, newest first",
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
      decision: z.enum(["approve", "send-back", "adjudicate"]),
      comment: z.nullable(z.string()),
      decidedAt: Timestamp,
    }),
  ),
});

export const listVersions = endpoint({
  method: "get",
  path: "/documents/:id/versions",
  summary: "The submitted versions of a document with their decisions",
  params: IdParams,
  reply: list(VersionShown),
  problems: reading,
});

export const readVersion = endpoint({
  method: "get",
  path: "/documents/:id/versions/:number",
  summary: "One version, whole",
  params: z.object({ id: Id, number: z.coerce.number().check(z.int(), z.gte(1)) }),
  reply: z.extend(VersionShown, { fields: FieldValues, lines: Lines, fileIds: z.array(Id) }),
  problems: reading,
});

export const diffVersions = endpoint({
  method: "get",
  path: "/documents/:id/diff",
  summary:
    "What changed between two versions, field by field and line by line; without `to`, up to the draft as it is now",
  params: IdParams,
  query: z.object({
    from: z.coerce.number().check(z.int(), z.gte(1)),
    to: z.optional(z.coerce.number().check(z.int(), z.gte(1))),
  }),
  reply: list(
    z.object({
      path: z.string(),
      kind: z.enum(["changed", "added", "removed"]),
      before: z.nullable(z.unknown()),
      after: z.nullable(z.unknown()),
    }),
  ),
  problems: reading,
});

export const Comment = z.object({
  id: Id,
  author: Named,
  path: z.nullable(z.string()),
  place: z.nullable(Place),
  body: z.string(),
  createdAt: Timestamp,
  resolvedAt: z.nullable(Timestamp),
});
export type Comment = z.infer<typeof Comment>;

export const listComments = endpoint({
  method: "get",
  path: "/documents/:id/comments",
  summary: "Comments on a document, a field or a place",
  params: IdParams,
  reply: list(Comment),
  problems: reading,
});

export const addComment = endpoint({
  method: "post",
  path: "/documents/:id/comments",
  summary: "Comment on a document, a field (path) or a place on the image",
  status: 201,
  params: IdParams,
  body: z.strictObject({
    body: text(2000, 1),
    path: z._default(z.nullable(text(120)), null),
    place: z._default(z.nullable(Place), null),
  }),
  reply: Comment,
  problems: [...reading, "key-reused"],
});

export const resolveComment = endpoint({
  method: "post",
  path: "/documents/:id/comments/:commentId/resolve",
  summary: "Mark a comment as settled",
  params: z.object({ id: Id, commentId: Id }),
  body: z.strictObject({}),
  reply: Comment,
  problems: reading,
});

export const linkRelations = ["follows", "settles", "corrects", "copies", "lists"] as const;
const Link = z.object({
  document: DocumentRow,
  relation: z.enum(linkRelations),
  direction: z.enum(["from", "to"]),
});

export const listLinks = endpoint({
  method: "get",
  path: "/documents/:id/links",
  summary: "Documents linked to this one: order, delivery, invoice …",
  params: IdParams,
  reply: list(Link),
  problems: reading,
});

export const linkDocuments = endpoint({
  method: "post",
  path: "/documents/:id/links",
  summary: "Link this document to another: it follows, settles, corrects, copies or lists it",
  status: 201,
  params: IdParams,
  body: z.strictObject({ otherId: Id, relation: z.enum(linkRelations) }),
  reply: list(Link),
  problems: [...reading, "already-exists", "wrong-stage"],
});

export const unlinkDocuments = endpoint({
  method: "delete",
  path: "/documents/:id/links/:otherId/:relation",
  summary: "Take a link away",
  params: z.object({ id: Id, otherId: Id, relation: z.enum(linkRelations) }),
  reply: "nothing",
  problems: [...reading, "wrong-stage"],
});
