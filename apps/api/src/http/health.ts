import type { RequestHandler } from 'express';

import type { Database } from '../db/client.ts';

/** The process answers. It says nothing of the database, so that an orchestrator does not restart us for its fault. */
export const isAlive: RequestHandler = (_, res) => {
  res.json({ status: 'ok' });
};

/** The process can do its work: the database answers within a second. */
export function isReady({ pool }: Database): RequestHandler {
  return async (_, res) => {
    const answered = await Promise.race([
      pool.query('SELECT 1').then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((resolve) => setTimeout(resolve, 1_000, false).unref()),
    ]);
    res.status(answered ? 200 : 503).json({ status: answered ? 'ok' : 'database' });
  };
}
