import type { DocumentAction } from '@danku/domain/documents/flow.ts';

import type { Context } from '../../db/context.ts';
import { requireGate } from '../../db/gate.ts';
import type { GateFacts } from '../../db/gate-facts.ts';
import { Problem } from '../../problem.ts';
import { presentDocument } from './present-document.ts';

/** The Gate, and when the caller saw an older version the current document goes with the refusal, so that it can be merged. */
export async function requireCurrent(context: Context, action: DocumentAction, id: string, version: number): Promise<GateFacts> {
  try {
    return await requireGate(context, action, { id }, { version });
  } catch (error) {
    if (error instanceof Problem && error.code === 'stale') {
      throw new Problem('stale', { current: await presentDocument(context, id) });
    }
    throw error;
  }
}

/** What a compare-and-set that changed no row means: someone else was faster. */
export async function requireChanged(context: Context, id: string, rowCount: number | null): Promise<void> {
  if (rowCount === 0) {
    throw new Problem('stale', { current: await presentDocument(context, id) });
  }
}
