import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { File } from '@danku/contract/files.ts';

import type { Context } from '../../db/context.ts';
import { presentFile } from './file-row.ts';
import { findFile } from './find-file.ts';

export async function readFile(context: Context, { params }: Input<typeof contract.files.readFile>): Promise<File> {
  return presentFile(await findFile(context, params.id));
}
