import * as z from 'zod/mini';

/** Every problem the API may answer, and its HTTP status (RFC 9457). The only list; throw `new Problem(code)` with one of these. */
export const problems = {
  malformed: 400,
  'key-too-long': 400,
  unauthenticated: 401,
  'wrong-credentials': 401,
  forbidden: 403,
  'wrong-origin': 403,
  'not-found': 404,
  'wrong-stage': 409,
  conflict: 409,
  'duplicate-document': 409,
  'already-exists': 409,
  stale: 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  invalid: 422,
  'invalid-document': 422,
  'reason-required': 422,
  'weak-password': 422,
  'key-reused': 422,
  'version-required': 428,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
  'storage-full': 507,
} as const;

export type ProblemCode = keyof typeof problems;

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}

/** One fault in the input. `path` is a JSON pointer into the body ("/lines/2/quantity"); `code` is for translation. */
export const FieldProblem = z.object({
  path: z.string(),
  code: z.string(),
  params: z.optional(z.record(z.string(), z.unknown())),
});
export type FieldProblem = z.infer<typeof FieldProblem>;

/** The body of every answer that is not a success. `title` and `detail` are English for logs; people read the words for `code`. */
export const ProblemReply = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(FieldProblem)),
  reasons: z.optional(z.array(z.string())),
  remedies: z.optional(z.array(z.object({ code: z.string(), params: z.optional(z.record(z.string(), z.unknown())) }))),
  current: z.optional(z.unknown()),
});
export type ProblemReply = z.infer<typeof ProblemReply>;
