import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { File } from '@danku/contract/files.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { isAcceptedMediaType } from '../../storage/media-type.ts';
import { presentFile } from './file-row.ts';
import { findFile } from './find-file.ts';

/** Asks for the previews (again), at once. What is ready, or can never be shown, stays as it is. */
export async function retryPreview(context: Context, { params }: Input<typeof contract.files.retryPreview>): Promise<File> {
  const file = await findFile(context, params.id);
  if (file.previewState === 'ready' || !isAcceptedMediaType(file.mediaType)) {
    return presentFile(file);
  }
  await context.tx.sql.query(`UPDATE app.files SET preview_state = 'waiting', preview_fault = NULL WHERE id = $1`, [file.id]);
  await record(context, { type: 'file.preview-requested', subjectId: file.id, payload: { lastFault: file.previewFault } });
  return presentFile({ ...file, previewState: 'waiting', previewFault: null });
}
