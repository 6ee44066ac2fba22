import type { Catalogue } from '@danku/words/keys.ts';
import type { Language } from '@danku/words/language.ts';
import { isLanguage, preferredLanguage } from '@danku/words/language.ts';
import type { Translate } from '@danku/words/translate.ts';
import { translator } from '@danku/words/translate.ts';

const storageKey = 'danku.language';

interface Loaders {
  entrance: () => Promise<Catalogue>;
  all: () => Promise<Catalogue>;
}

/** Only the language in use is loaded: first the words of the entrance, the others with the screens that say them. */
const loaders: Record<Language, Loaders> = {
  'zh-CN': {
    entrance: async () => (await import('@danku/words/entrance-zh-cn.ts')).zhCnEntrance,
    all: async () => (await import('@danku/words/zh-cn.ts')).zhCn,
  },
  en: {
    entrance: async () => (await import('@danku/words/entrance-en.ts')).enEntrance,
    all: async () => (await import('@danku/words/en.ts')).en,
  },
};

const listeners = new Set<() => void>();
let current: Translate = translator('zh-CN', {});
let extent: keyof Loaders = 'entrance';

/** Loads the language of this browser: the one chosen here before, else the first we speak of those it asks for. */
export async function startLanguage(): Promise<void> {
  const chosen = localStorage.getItem(storageKey);
  await speak(isLanguage(chosen) ? chosen : preferredLanguage(navigator.languages));
}

/** Loads every word of the language in use; the shell waits for it. */
export async function learnAllWords(): Promise<void> {
  extent = 'all';
  await speak(current.language);
}

/** Changes the language of every screen at once and remembers it in this browser. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  await speak(language);
}

/** The `t` of now, for what is not a component. */
export function currentTranslate(): Translate {
  return current;
}

export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function speak(language: Language): Promise<void> {
  current = translator(language, await loaders[language][extent]());
  document.documentElement.lang = language;
  for (const listener of listeners) {
    listener();
  }
}
