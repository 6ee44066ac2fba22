import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import type { BytesReply } from '../../http/mount-bytes.ts';
import { findFile } from './find-file.ts';

/** The bytes as they were received, to be saved and never to be run. Who took them is in the log before they flow. */
export async function downloadFile(context: Context, { params }: Input<typeof contract.files.downloadFile>): Promise<BytesReply> {
  const { actor, services } = context;
  const file = await findFile(context, params.id);
  await record(context, { type: 'file.downloaded', subjectId: file.id, payload: { name: file.name } });
  const reference = { hash: file.hash, wrappedKey: Buffer.from(file.wrappedKey, 'base64') };
  return {
    open: () => services.files.open(actor.tenantId, reference),
    mediaType: file.mediaType,
    fileName: file.name,
    disposition: 'attachment',
    size: Number(file.size),
  };
}
