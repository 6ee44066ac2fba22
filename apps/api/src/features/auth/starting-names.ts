import type { RoleKey } from '@danku/domain/access/roles.ts';
import type { Kind } from '@danku/domain/documents/kinds.ts';
import { en } from '@danku/words/en.ts';
import type { Language } from '@danku/words/language.ts';
import { translator } from '@danku/words/translate.ts';
import { zhCn } from '@danku/words/zh-cn.ts';

const speakers = { 'zh-CN': translator('zh-CN', zhCn), en: translator('en', en) };

/** What roles and document types are called at first; afterwards the organisation may call them otherwise. */
export function namesOf(locale: Language): { role: (key: RoleKey) => string; kind: (kind: Kind) => string } {
  const t = speakers[locale];
  return { role: (key) => t(`role.${key}`), kind: (kind) => t(`kind.${kind}`) };
}
