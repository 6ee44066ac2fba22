import type { PaperOriginal } from '@danku/contract/archive.ts';
import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';

import type { Context } from '../../../db/context.ts';
import { requireGate } from '../../../db/gate.ts';
import { Problem } from '../../../problem.ts';
import { findPaper, presentPaper } from './find-paper.ts';

export async function readPaper(context: Context, { params }: Input<typeof contract.archive.readPaper>): Promise<PaperOriginal> {
  await requireGate(context, 'view', params);
  const paper = await findPaper(context, params.id);
  if (paper === null) {
    throw new Problem('not-found');
  }
  return presentPaper(paper);
}
