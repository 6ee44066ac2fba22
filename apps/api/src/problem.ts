import { problems, type FieldProblem, type ProblemCode } from '@danku/contract/problem.ts';
import type { Remedy } from '@danku/domain/access/gate.ts';
import type { DomainEvent } from '@danku/domain/events.ts';

export interface ProblemFacts {
  /** English, for logs and developers; people read the words of the code. */
  detail?: string;
  errors?: FieldProblem[];
  reasons?: string[];
  remedies?: Remedy[];
  /** The row as it is now, for whoever must merge with it. */
  current?: unknown;
  /** Seconds after which another try makes sense. */
  retryAfter?: number;
  /** What has to be in the log although the work is rolled back: the door writes it in a transaction of its own. */
  leaves?: DomainEvent[];
}

/** Thrown anywhere, answered in one place (http/problem-handler.ts). Rolls the transaction back. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly facts: ProblemFacts;

  constructor(code: ProblemCode, facts: ProblemFacts = {}) {
    super(facts.detail ?? code);
    this.name = 'Problem';
    this.code = code;
    this.status = problems[code];
    this.facts = facts;
  }
}

/** One faulty value; `path` is a JSON pointer into the body. */
export function fieldProblem(path: string, code: string, params?: Record<string, unknown>): Problem {
  return new Problem('invalid', { errors: [{ path, code, ...(params === undefined ? {} : { params }) }] });
}
