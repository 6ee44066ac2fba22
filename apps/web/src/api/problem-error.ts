import type { FieldProblem, ProblemCode, ProblemReply } from '@danku/contract/problem.ts';
import { isProblemCode } from '@danku/contract/problem.ts';

/** What may go wrong with a call: the server's own codes, and the two a browser meets before an answer. */
export type CallProblemCode = ProblemCode | 'offline' | 'unreadable';

type Remedy = NonNullable<ProblemReply['remedies']>[number];

/** A call that failed. Its words are `problem.<code>`; `errors` are the faults by field, `current` the newer row of a stale change. */
export class ProblemError extends Error {
  readonly code: CallProblemCode;
  readonly status: number;
  readonly errors: readonly FieldProblem[];
  readonly reasons: readonly string[];
  readonly remedies: readonly Remedy[];
  readonly current: unknown;
  readonly requestId: string | null;

  constructor(code: CallProblemCode, status: number, reply: Partial<ProblemReply> = {}, requestId: string | null = null) {
    super(reply.detail ?? reply.title ?? code);
    this.name = 'ProblemError';
    this.code = code;
    this.status = status;
    this.errors = reply.errors ?? [];
    this.reasons = reply.reasons ?? [];
    this.remedies = reply.remedies ?? [];
    this.current = reply.current;
    this.requestId = requestId;
  }
}

/** Whatever was thrown, as something with words. */
export function asProblem(error: unknown): ProblemError {
  return error instanceof ProblemError ? error : new ProblemError('internal', 0, { detail: String(error) });
}

/** Reads an answer that is not a success; one without a known code is a proxy's or a crash's. */
export function problemOf(status: number, body: string, requestId: string | null): ProblemError {
  const reply = parseProblem(body);
  if (reply?.code !== undefined && isProblemCode(reply.code)) {
    return new ProblemError(reply.code, status, reply, requestId);
  }
  return new ProblemError(codeOfStatus[status] ?? 'internal', status, {}, requestId);
}

const codeOfStatus: Partial<Record<number, CallProblemCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  413: 'too-large',
  429: 'too-many-requests',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

function parseProblem(body: string): Partial<ProblemReply> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
