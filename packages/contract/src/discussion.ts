import * as z from 'zod/mini';
import { Document, DocumentRow, Place } from './document-shapes.ts';
import { endpoint } from './endpoint.ts';
import { Id, IdParams, list, Named, text, Timestamp, Version } from './shapes.ts';

const changing = ['unauthenticated', 'forbidden', 'not-found', 'stale', 'wrong-stage', 'version-required', 'key-reused'] as const;
const reading = ['unauthenticated', 'forbidden', 'not-found'] as const;
export const askQuestion = endpoint({
  method: 'post',
  path: '/documents/:id/ask',
  summary: 'Ask sales or another department; pauses the time limit until the answer',
  versioned: true,
  params: IdParams,
  body: z.strictObject({ version: Version, memberId: Id, body: text(1000, 1) }),
  reply: Document,
  problems: [...changing, 'conflict'],
});

export const answerQuestion = endpoint({
  method: 'post',
  path: '/documents/:id/answer',
  summary: 'Answer the question one was asked',
  versioned: true,
  params: IdParams,
  body: z.strictObject({ version: Version, body: text(2000, 1) }),
  reply: Document,
  problems: changing,
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
  method: 'get',
  path: '/documents/:id/comments',
  summary: 'Comments on a document, a field or a place',
  params: IdParams,
  reply: list(Comment),
  problems: reading,
});

export const addComment = endpoint({
  method: 'post',
  path: '/documents/:id/comments',
  summary: 'Comment on a document, a field (path) or a place on the image',
  status: 201,
  params: IdParams,
  body: z.strictObject({
    body: text(2000, 1),
    path: z._default(z.nullable(text(120)), null),
    place: z._default(z.nullable(Place), null),
  }),
  reply: Comment,
  problems: [...reading, 'key-reused'],
});

export const resolveComment = endpoint({
  method: 'post',
  path: '/documents/:id/comments/:commentId/resolve',
  summary: 'Mark a comment as settled',
  params: z.object({ id: Id, commentId: Id }),
  body: z.strictObject({}),
  reply: Comment,
  problems: reading,
});

export const linkRelations = ['follows', 'settles', 'corrects', 'copies', 'lists'] as const;
const Link = z.object({
  document: DocumentRow,
  relation: z.enum(linkRelations),
  direction: z.enum(['from', 'to']),
});

export const listLinks = endpoint({
  method: 'get',
  path: '/documents/:id/links',
  summary: 'Documents linked to this one: order, delivery, invoice …',
  params: IdParams,
  reply: list(Link),
  problems: reading,
});

export const linkDocuments = endpoint({
  method: 'post',
  path: '/documents/:id/links',
  summary: 'Link this document to another: it follows, settles, corrects, copies or lists it',
  status: 201,
  params: IdParams,
  body: z.strictObject({ otherId: Id, relation: z.enum(linkRelations) }),
  reply: list(Link),
  problems: [...reading, 'already-exists', 'wrong-stage'],
});

export const unlinkDocuments = endpoint({
  method: 'delete',
  path: '/documents/:id/links/:otherId/:relation',
  summary: 'Take a link away',
  params: z.object({ id: Id, otherId: Id, relation: z.enum(linkRelations) }),
  reply: 'nothing',
  problems: [...reading, 'wrong-stage'],
});
