import type { ProblemCode } from '@danku/contract/problem.ts';

import { Problem } from '../problem.ts';

/** What an error of a library or of PostgreSQL means to the caller; whatever is not known is `internal`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) {
    return error;
  }
  if (!(error instanceof Error)) {
    return new Problem('internal');
  }
  const code = knownCode(error);
  return code === 'unavailable' ? new Problem(code, { retryAfter: 2 }) : new Problem(code);
}

function knownCode(error: Error): ProblemCode {
  return databaseCode(error) ?? requestCode(error) ?? (error.name === 'StorageFull' ? 'storage-full' : 'internal');
}

/** By SQLSTATE, also where Prisma has wrapped it. */
const bySqlState = new Map<string, ProblemCode>([
  ['40001', 'conflict'],
  ['40P01', 'conflict'],
  ['23503', 'conflict'],
  ['23505', 'already-exists'],
  ['22007', 'malformed'],
  ['22008', 'malformed'],
  ['22003', 'malformed'],
  ['22021', 'malformed'],
  ['22P02', 'malformed'],
  ['22P05', 'malformed'],
  ['55P03', 'unavailable'],
  ['57014', 'unavailable'],
  ['57P01', 'unavailable'],
  ['57P02', 'unavailable'],
  ['57P03', 'unavailable'],
  ['53300', 'unavailable'],
  ['53100', 'storage-full'],
  ['P2002', 'already-exists'],
  ['P2003', 'conflict'],
  ['P2025', 'not-found'],
  ['P2034', 'conflict'],
  ['ECONNREFUSED', 'unavailable'],
  ['ECONNRESET', 'unavailable'],
]);

/** The unique indexes whose breach has a name of its own. */
const byConstraint = new Map<string, ProblemCode>([
  ['documents_business_key', 'duplicate-document'],
  ['documents_one_successor', 'conflict'],
  ['participations_pkey', 'conflict'],
]);

function databaseCode(error: Error): ProblemCode | undefined {
  const constraint = 'constraint' in error ? byConstraint.get(String(error.constraint)) : undefined;
  const state = 'code' in error ? bySqlState.get(String(error.code)) : undefined;
  const isLost = /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/.test(
    error.message,
  );
  return constraint ?? state ?? (isLost ? 'unavailable' : undefined);
}

/** Express, body-parser, multer and URI decoding say it by `type`, `code` and `status`. */
function requestCode(error: Error): ProblemCode | undefined {
  const type = 'type' in error ? String(error.type) : '';
  const status = 'status' in error ? Number(error.status) : 0;
  if (type === 'entity.too.large' || ('code' in error && error.code === 'LIMIT_FILE_SIZE')) {
    return 'too-large';
  }
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') {
    return 'unsupported-media-type';
  }
  const isOfRequest =
    (status >= 400 && status < 500) || error instanceof URIError || error.name === 'MulterError' || isMultipartFault(error);
  return isOfRequest ? 'malformed' : undefined;
}

function isMultipartFault(error: Error): boolean {
  return /^(Unexpected end of form|Multipart: Boundary not found|Malformed part header|Malformed content type|Request aborted|Request closed)/.test(
    error.message,
  );
}
