/**
 * One thing the checks found. An error blocks submitting; a warning asks for a reason; info only tells.
 * The words are `finding.<code>`.
 */
export interface Finding {
  code: string;
  severity: 'error' | 'warning' | 'info';
  path: string | null;
  params?: Record<string, string>;
}
