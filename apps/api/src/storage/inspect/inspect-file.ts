import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';

import { z } from 'zod';

import type { FileReference, FileStore } from '../file-store.ts';
import { isAcceptedMediaType, recogniseMediaType, type AcceptedMediaType } from '../media-type.ts';
import { FileDamaged, FileMissing } from '../storage-errors.ts';
import type { ContentFindings } from './content-findings.ts';
import { inspectContent } from './inspect-content.ts';

/** A stored file as its bytes are now. `hash` is null when they are missing or were tampered with; `content` when nobody could look in time. */
export interface Inspection {
  hash: string | null;
  mediaType: string | null;
  content: ContentFindings | null;
}

const patienceMilliseconds = 20_000;
/** Below this, starting a thread costs more than reading. */
const smallBytes = 256 * 1024;

/** Reads, hashes, recognises and looks through a stored file. Slow: never inside a transaction. */
export async function inspectFile(files: FileStore, tenantId: string, reference: FileReference): Promise<Inspection> {
  try {
    return await inspectBytes(await files.read(tenantId, reference));
  } catch (error) {
    if (error instanceof FileDamaged || error instanceof FileMissing) {
      return { hash: null, mediaType: null, content: null };
    }
    throw error;
  }
}

async function inspectBytes(bytes: Buffer): Promise<Inspection> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const { mediaType } = await recogniseMediaType(bytes.subarray(0, 4100), async () => bytes);
  return { hash, mediaType, content: isAcceptedMediaType(mediaType) ? await lookThrough(bytes, mediaType) : null };
}

async function lookThrough(bytes: Buffer, mediaType: AcceptedMediaType): Promise<ContentFindings | null> {
  return bytes.length <= smallBytes ? inspectContent(bytes, mediaType) : inspectInThread(bytes, mediaType);
}

const Findings = z.object({ activeContent: z.array(z.string()), isEncrypted: z.boolean() });

async function inspectInThread(bytes: Buffer, mediaType: AcceptedMediaType): Promise<ContentFindings | null> {
  const worker = new Worker(new URL('inspect-worker.ts', import.meta.url), {
    workerData: { bytes, mediaType },
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    env: {},
    execArgv: [],
  });
  const answer = await new Promise<unknown>((resolve) => {
    const timer = setTimeout(() => resolve(null), patienceMilliseconds);
    worker.once('message', resolve);
    worker.once('error', () => resolve(null));
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve(null);
    });
  });
  await worker.terminate();
  const parsed = Findings.safeParse(answer);
  return parsed.success ? parsed.data : null;
}
