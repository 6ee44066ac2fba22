import type { WordKey, WordParams } from '@danku/words/keys.ts';
import type { Translate } from '@danku/words/translate.ts';

/** The word of a code that is known only at run time; a code nobody has a word for falls back to one that fits all of its kind. */
export function sayCode(t: Translate, subject: string, code: string, otherwise: WordKey, params?: WordParams): string {
  const key = `${subject}.${code}`;
  return t(t.has(key) ? key : otherwise, params);
}
