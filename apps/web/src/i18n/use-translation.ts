import type { Language } from '@danku/words/language.ts';
import type { Translate } from '@danku/words/translate.ts';
import { useSyncExternalStore } from 'react';
import { currentTranslate, onLanguageChange } from './language.ts';

/** The words of the language in use. Changing the language renders every component that says something. */
export function useTranslation(): { t: Translate; language: Language } {
  const t = useSyncExternalStore(onLanguageChange, currentTranslate);
  return { t, language: t.language };
}
