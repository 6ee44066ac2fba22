import * as z from 'zod/mini';
import { PageRef, ShownPage } from './document-shapes.ts';
import { endpoint } from './endpoint.ts';
import { Empty, Id, IdParams, list, Named, page, PageQuery, text, Timestamp, Version } from './shapes.ts';

export const File = z.object({
  id: Id,
  name: z.string(),
  size: z.int(),
  mediaType: z.string(),
  hash: z.string(),
  /** The earlier file with the same bytes, and the document it belongs to where there is one. */
  duplicateOf: z.nullable(z.object({ fileId: Id, documentId: z.nullable(Id) })),
  previewState: z.enum(['waiting', 'ready', 'failed']),
  previewFault: z.nullable(z.string()),
  pageCount: z.nullable(z.int()),
  renderedFromData: z.boolean(),
  uploadedBy: Named,
  uploadedAt: Timestamp,
});
export type File = z.infer<typeof File>;

export const InboxItem = z.object({
  id: Id,
  state: z.enum(['open', 'registered', 'rejected', 'arranged']),
  files: z.array(File),
  pages: z.array(ShownPage),
  reason: z.nullable(z.string()),
  documentId: z.nullable(Id),
  receivedBy: Named,
  receivedAt: Timestamp,
  version: Version,
});
export type InboxItem = z.infer<typeof InboxItem>;

const reading = ['unauthenticated', 'forbidden', 'not-found'] as const;

export const uploadFiles = endpoint({
  method: 'post',
  path: '/files',
  summary: 'Upload files (multipart, field `file`, as many as wanted); each becomes an inbox item unless `inbox=false`',
  status: 201,
  upload: true,
  query: z.object({ inbox: z._default(z.stringbool(), true) }),
  reply: list(z.object({ file: File, inboxItemId: z.nullable(Id) })),
  problems: ['unauthenticated', 'forbidden', 'too-large', 'unsupported-media-type', 'storage-full', 'key-reused'],
});

export const readFile = endpoint({
  method: 'get',
  path: '/files/:id',
  summary: 'What is known of a file',
  params: IdParams,
  reply: File,
  problems: reading,
});

export const downloadFile = endpoint({
  method: 'get',
  path: '/files/:id/content',
  summary: 'The original bytes, as received; the download is recorded',
  params: IdParams,
  reply: 'bytes',
  problems: reading,
});

export const readPage = endpoint({
  method: 'get',
  path: '/files/:id/pages/:page',
  summary: 'The preview of one page (WebP, at most 2000 px)',
  params: z.object({ id: Id, page: z.coerce.number().check(z.int(), z.gte(1)) }),
  reply: 'bytes',
  problems: reading,
});

export const listInbox = endpoint({
  method: 'get',
  path: '/inbox',
  summary: 'Papers that came in and are no document yet',
  query: z.object({
    ...PageQuery,
    state: z._default(z.enum(['open', 'registered', 'rejected']), 'open'),
  }),
  reply: page(InboxItem),
  problems: ['unauthenticated', 'forbidden'],
});

export const readInboxItem = endpoint({
  method: 'get',
  path: '/inbox/:id',
  summary: 'One inbox item with its pages',
  params: IdParams,
  reply: InboxItem,
  problems: reading,
});

export const arrangeInbox = endpoint({
  method: 'post',
  path: '/inbox/arrange',
  summary: 'Split, merge, rotate and reorder: some items go in, new items with these pages come out; the files never change',
  body: z.strictObject({
    items: z.array(z.strictObject({ id: Id, version: Version })).check(z.minLength(1), z.maxLength(50)),
    results: z.array(z.array(PageRef).check(z.minLength(1), z.maxLength(500))).check(z.minLength(1), z.maxLength(200)),
  }),
  reply: list(InboxItem),
  problems: [...reading, 'stale', 'conflict', 'key-reused'],
});

export const rejectInboxItem = endpoint({
  method: 'post',
  path: '/inbox/:id/reject',
  summary: 'Reject a paper with a reason; its files are kept',
  versioned: true,
  params: IdParams,
  body: z.strictObject({ version: Version, reason: text(500, 1) }),
  reply: InboxItem,
  problems: [...reading, 'stale', 'version-required', 'wrong-stage'],
});

export const retryPreview = endpoint({
  method: 'post',
  path: '/files/:id/preview',
  summary: 'Try again to make the page previews of a file',
  params: IdParams,
  body: Empty,
  status: 202,
  reply: File,
  problems: reading,
});
