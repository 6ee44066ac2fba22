import type { Translate } from '@danku/words/translate.ts';

/** Builtin roles are named by our words, custom ones by those who made them. */
export function roleName(t: Translate, { key, name }: { key: string; name: string }): string {
  const word = `role.${key}`;
  return t.has(word) ? t(word) : name;
}
