import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';
import type { DomainEvent } from '@danku/domain/events.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { uuid7 } from '../../db/uuid7.ts';
import type { ReceivedFile } from '../../http/upload.ts';
import { Problem } from '../../problem.ts';
import { claimBlobs } from './claim-blobs.ts';
import { presentFile } from './file-row.ts';
import { findFile } from './find-file.ts';

type UploadInput = Input<typeof contract.files.uploadFiles> & {
  files: readonly ReceivedFile[];
  /** When their previews are made; at once where it is not said. */
  previewsAt?: Date;
};

/** Writes the rows of files whose bytes are already in the store, and a place in the inbox for each. All of them or none. */
export async function uploadFiles(
  context: Context,
  { query, files, previewsAt }: UploadInput,
): Promise<Reply<typeof contract.files.uploadFiles>> {
  requirePermission(context, 'document.enter', 'inbox.manage');
  requireAccepted(files);
  await claimBlobs(context, files);
  const kept: { id: string; inboxItemId: string | null }[] = [];
  const happened: DomainEvent[] = [];
  for (const file of files) {
    const { id, duplicateOf } = await insertFile(context, file);
    kept.push({ id, inboxItemId: query.inbox ? await insertInboxItem(context, id) : null });
    const { name, size, hash } = file;
    happened.push({
      type: 'file.uploaded',
      subjectId: id,
      payload: { name, size, mediaType: file.recognition.mediaType, hash, duplicateOf },
    });
  }
  await record(context, happened, previewsAt === undefined ? {} : { deliverAt: previewsAt });
  const items = [];
  for (const { id, inboxItemId } of kept) {
    items.push({ file: presentFile(await findFile(context, id)), inboxItemId });
  }
  return { items };
}

/** Says of every refused file why; the bytes of a refused upload have no row and are swept. */
function requireAccepted(files: readonly ReceivedFile[]): void {
  const errors = files.flatMap(({ name, recognition }, index) =>
    recognition.state === 'refused'
      ? [{ path: `/file/${index}`, code: recognition.reason, params: { name, mediaType: recognition.mediaType } }]
      : [],
  );
  if (errors.length > 0) {
    throw new Problem('unsupported-media-type', { errors });
  }
}

async function insertFile({ tx, actor, now }: Context, file: ReceivedFile): Promise<{ id: string; duplicateOf: string | null }> {
  const { recognition } = file;
  const fault = recognition.state === 'kept-unreadable' ? recognition.reason : null;
  const { rows } = await tx.sql.query<{ id: string; duplicateOf: string | null }>(
    `INSERT INTO app.files (id, hash, size, media_type, name, wrapped_key, duplicate_of_id, preview_state, preview_fault, source, uploaded_by, uploaded_at)
     VALUES ($1, $2, $3, $4, $5, $6, (SELECT o.id FROM app.files o WHERE o.hash = $2 ORDER BY o.uploaded_at, o.id LIMIT 1), $7, $8, $9, $10, $11)
     RETURNING id, duplicate_of_id AS "duplicateOf"`,
    [
      uuid7(now),
      file.hash,
      file.size,
      recognition.mediaType,
      file.name,
      Buffer.from(file.wrappedKey).toString('base64'),
      fault === null ? 'waiting' : 'failed',
      fault,
      sourceOf[actor.via],
      actor.memberId,
      now,
    ],
  );
  const [row] = rows;
  if (row === undefined) {
    throw new Error('The file was not inserted.');
  }
  return row;
}

const sourceOf = { session: 'upload', token: 'api', system: 'folder', cli: 'demo' } as const;

async function insertInboxItem({ tx, actor, now }: Context, fileId: string): Promise<string> {
  const itemId = uuid7(now);
  await tx.sql.query(
    `WITH item AS (INSERT INTO app.inbox_items (id, received_by, received_at) VALUES ($1, $2, $3) RETURNING tenant_id, id)
     INSERT INTO app.inbox_files (tenant_id, item_id, file_id, position) SELECT tenant_id, id, $4, 1 FROM item`,
    [itemId, actor.memberId, now, fileId],
  );
  return itemId;
}
