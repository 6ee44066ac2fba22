import type { WordKey } from '@danku/words/keys.ts';
import type { Translate } from '@danku/words/translate.ts';

/** The word of a field of a document; a field that has none is named as a field. */
export function fieldWord(t: Translate, key: string): WordKey {
  const word = `field.${key}`;
  return t.has(word) ? word : 'document.diff.field';
}

/**
 * The name of the place that a JSON pointer leads to: "/fields/number" is the number, "/lines/2/quantity" the quantity of
 * line 3. `names` are those of extra fields, and of the fields of other things.
 */
export function pathLabel(t: Translate, path: string, names: Readonly<Record<string, string>> = {}): string {
  const steps = path.replace(/^\//, '').split('/');
  const key = steps.at(-1) ?? '';
  const word = `field.${key}`;
  const name = names[key] ?? (t.has(word) ? t(word) : key);
  if (steps[0] !== 'lines') {
    return name;
  }
  const line = t('document.diff.line', { number: Number(steps[1] ?? 0) + 1 });
  return steps.length > 2 ? `${line} · ${name}` : line;
}
