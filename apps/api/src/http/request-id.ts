import type { Request, RequestHandler } from 'express';

import { uuid7 } from '../db/uuid7.ts';

/** Kept beside express's request, not inside it. */
const ids = new WeakMap<Request, string>();

/** Every answer carries `X-Request-Id`; a caller's own id is not taken over, as it would end up in the log. */
export const giveRequestId: RequestHandler = (req, res, next) => {
  const id = uuid7();
  ids.set(req, id);
  res.set('X-Request-Id', id);
  next();
};

export function requestIdOf(req: Request): string {
  return ids.get(req) ?? '';
}
