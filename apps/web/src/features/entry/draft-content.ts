import { tidyContent } from '@danku/domain/documents/content.ts';
import type { KindDefinition, Values } from '@danku/domain/documents/kinds.ts';
import { isSameValue } from '@danku/domain/documents/same-value.ts';

/** What a clerk types of one document. Values are kept as typed; they are tidied on their way out. */
export interface DraftContent {
  fields: Values;
  lines: Values[];
  customerId: string | null;
}

/** The content as a PATCH takes it: blank header fields as null, so that a cleared field is cleared there too; no blank lines. */
export function bodyOf(definition: KindDefinition, content: DraftContent): DraftContent {
  const tidy = tidyContent(definition, content);
  const fields = Object.fromEntries(definition.fields.map(({ key }) => [key, tidy.fields[key] ?? null]));
  return { fields, lines: tidy.lines, customerId: content.customerId };
}

/** Whether two drafts would be saved as the same thing. */
export function isSameDraft(definition: KindDefinition, one: DraftContent, other: DraftContent): boolean {
  return isSameValue(bodyOf(definition, one), bodyOf(definition, other));
}

/** Where each saved line stands in the form, which keeps blank lines that are not saved: paths of checks lead through it. */
export function rowsOf(content: DraftContent): number[] {
  return content.lines.flatMap((line, row) =>
    Object.values(line).some((value) => value !== null && value.trim() !== '') ? [row] : [],
  );
}

/** A path of the saved content ("/lines/1/quantity") as a path of the form. */
export function formPath(path: string | null, rows: readonly number[]): string | null {
  const match = /^\/lines\/(\d+)(.*)$/.exec(path ?? '');
  return match === null ? path : `/lines/${rows[Number(match[1])] ?? match[1]}${match[2]}`;
}

/** The value at a path, or null: "/fields/number", "/lines/2/quantity". */
export function valueAt(content: DraftContent, path: string): string | null {
  const [, part, first = '', second = ''] = path.split('/');
  const values = part === 'fields' ? content.fields : content.lines[Number(first)];
  return values?.[part === 'fields' ? first : second] ?? null;
}

/** The content with another value at a path; a line that is not there is left alone. */
export function withValue(content: DraftContent, path: string, value: string | null): DraftContent {
  const [, part, first = '', second = ''] = path.split('/');
  if (part === 'fields') {
    return { ...content, fields: { ...content.fields, [first]: value } };
  }
  return {
    ...content,
    lines: content.lines.map((line, row) => (row === Number(first) ? { ...line, [second]: value } : line)),
  };
}
