export const previewFailureReasons = [
  'too-large',
  'too-many-pages',
  'page-loop',
  'damaged',
  'encrypted',
  'timeout',
  'memory',
] as const;
export type PreviewFailureReason = (typeof previewFailureReasons)[number];

/** Thrown inside the child; its reason is all that leaves it. */
export class PreviewFailure extends Error {
  override readonly name = 'PreviewFailure';
  readonly reason: PreviewFailureReason;

  constructor(reason: PreviewFailureReason) {
    super(`No preview: ${reason}.`);
    this.reason = reason;
  }
}
