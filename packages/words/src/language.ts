export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

export const defaultLanguage: Language = 'zh-CN';

export function isLanguage(text: unknown): text is Language {
  return languages.some((language) => language === text);
}

/** The first language we speak among those a person prefers ("zh-Hans-CN", "en-GB", …); Chinese where there is none. */
export function preferredLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const spoken = languages.find((language) => language.split('-')[0] === wish.split('-')[0]?.toLowerCase());
    if (spoken !== undefined) {
      return spoken;
    }
  }
  return defaultLanguage;
}
