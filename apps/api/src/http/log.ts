import type { RequestHandler } from 'express';
import { pino, type Logger } from 'pino';

import { loggedPath } from './logged-path.ts';
import { requestIdOf } from './request-id.ts';

const secretKeys = ['password', 'current', 'next', 'token', 'secret', 'authorization', 'cookie', 'passwordHash', 'wrappedKey'];

/** One JSON line per event; what is secret is cut out wherever it stands, up to three levels deep. */
export function createLog(level: string, destination?: { write: (line: string) => void }): Logger {
  const paths = secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);
  const options = {
    level,
    base: { name: 'danku' },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths, censor: '[cut]' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** One line per answered request: changes always, reads where the level is debug. What was refused is logged by the problem handler. */
export function logRequests(log: Logger): RequestHandler {
  return (req, res, next) => {
    const began = performance.now();
    const { method, path } = req;
    res.on('finish', () => {
      if (res.statusCode < 400) {
        const line = {
          requestId: requestIdOf(req),
          method,
          path: loggedPath(path),
          status: res.statusCode,
          milliseconds: Math.round(performance.now() - began),
        };
        log[method === 'GET' || method === 'HEAD' ? 'debug' : 'info'](line, 'request answered');
      }
    });
    next();
  };
}
