import { createHash } from 'node:crypto';

import type { Request } from 'express';

import type { Actor } from '../db/actor.ts';
import type { Tx } from '../db/tx.ts';
import { Problem } from '../problem.ts';

export interface Answer {
  status: number;
  body: string;
  /** It shows a secret that is kept nowhere. */
  isSecret?: boolean;
}

/** The `Idempotency-Key` of a POST, or null. Throws key-too-long. */
export function idempotencyKeyOf(req: Request): string | null {
  const key = req.method === 'POST' ? req.get('idempotency-key') : undefined;
  if (key === undefined || key === '') {
    return null;
  }
  if (key.length > 255) {
    throw new Problem('key-too-long');
  }
  return key;
}

/** What must be the same for two calls to be one. Files are named by their hashes, as `uploaded`. */
export function requestHashOf(req: Request, uploaded: readonly string[] = []): string {
  return sha256(JSON.stringify([req.method, req.originalUrl, req.body ?? null, uploaded]));
}

/**
 * Runs the work once per person and key. A second call waits for the first on its row and then answers as it did; if the
 * first fails, its row is rolled back with it and the second runs. Throws key-reused when the key came with another request.
 */
export async function once(
  tx: Tx,
  actor: Actor,
  { key, requestHash }: { key: string; requestHash: string },
  work: () => Promise<Answer>,
): Promise<Answer> {
  const keyHash = sha256(`${actor.memberId}\0${key}`);
  const claimed = await tx.sql.query(
    'INSERT INTO app.idempotency_keys (key_hash, request_hash) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [keyHash, requestHash],
  );
  if (claimed.rowCount === 0) {
    return earlierAnswer(tx, keyHash, requestHash);
  }
  const answer = await work();
  await tx.sql.query('UPDATE app.idempotency_keys SET status = $2, reply = $3 WHERE key_hash = $1', [
    keyHash,
    answer.status,
    answer.isSecret === true ? null : answer.body,
  ]);
  return answer;
}

async function earlierAnswer(tx: Tx, keyHash: string, requestHash: string): Promise<Answer> {
  const { rows } = await tx.sql.query<{ requestHash: string; status: number | null; reply: string | null }>(
    'SELECT request_hash AS "requestHash", status, reply FROM app.idempotency_keys WHERE key_hash = $1',
    [keyHash],
  );
  const [earlier] = rows;
  if (earlier === undefined || earlier.status === null || earlier.reply === null) {
    throw new Problem('conflict');
  }
  if (earlier.requestHash !== requestHash) {
    throw new Problem('key-reused');
  }
  return { status: earlier.status, body: earlier.reply };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
