import type { ProblemReply } from '@danku/contract/problem.ts';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';

import { Problem } from '../problem.ts';
import { loggedPath } from './logged-path.ts';
import { problemOf } from './problem-of.ts';
import { requestIdOf } from './request-id.ts';

/** The only place that answers an error, and the only one that logs it. */
export function problemHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const problem = problemOf(error);
    const line = {
      requestId: requestIdOf(req),
      method: req.method,
      path: loggedPath(req.path),
      status: problem.status,
      code: problem.code,
      reasons: problem.facts.reasons,
    };
    if (res.headersSent && isGone(error)) {
      log.info({ ...line, status: res.statusCode, code: undefined }, 'caller left before the end');
    } else if (problem.status >= 500) {
      log.error({ ...line, error: describe(error) }, 'request failed');
    } else {
      log.info(line, 'request refused');
    }
    if (res.headersSent) {
      // Bytes are on their way: only a broken connection tells the caller that they are not all.
      next(error);
      return;
    }
    if (problem.status === 401) {
      res.set('WWW-Authenticate', 'Bearer');
    }
    if (problem.facts.retryAfter !== undefined) {
      res.set('Retry-After', String(problem.facts.retryAfter));
    }
    res
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify(replyOf(problem)));
  };
}

/** The connection was closed while bytes were on their way: a download that somebody cancelled is no fault of ours. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}

export const noSuchRoute: RequestHandler = () => {
  throw new Problem('not-found');
};

/** RFC 9457. No `instance`: the answer for another organisation's id and for a random one are the same bytes. */
function replyOf({ code, status, facts }: Problem): ProblemReply {
  const { detail, errors, reasons, remedies, current } = facts;
  const title = code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');
  return { type: `urn:danku:problem:${code}`, title, status, code, detail, errors, reasons, remedies, current };
}

/** Message and stack for the log. Never the values of a statement: PostgreSQL's `detail` repeats what people entered. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) {
    return { message: String(error) };
  }
  const { name, message, stack } = error;
  const cause = error.cause instanceof Error ? error.cause.message : undefined;
  return {
    name,
    message,
    stack,
    cause,
    code: 'code' in error ? error.code : undefined,
    constraint: 'constraint' in error ? error.constraint : undefined,
  };
}
