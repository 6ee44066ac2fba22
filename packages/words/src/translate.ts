import type { Catalogue, WordKey, WordParams } from './keys.ts';
import type { Language } from './language.ts';

/** Says a word. Where only a code is known at run time, ask `has` before. */
export interface Translate {
  (key: WordKey, params?: WordParams): string;
  has: (key: string) => key is WordKey;
  language: Language;
}

/** A `t` over one catalogue: the API's for print, export and mail, and the screens' too, so that both say the same. */
export function translator(language: Language, catalogue: Catalogue): Translate {
  const has = (key: string): key is WordKey =>
    find(catalogue, key) !== undefined || find(catalogue, `${key}_other`) !== undefined;
  const translate = (key: WordKey, params: WordParams = {}) => fill(chooseForm(language, catalogue, key, params) ?? key, params);
  return Object.assign(translate, { has, language });
}

function chooseForm(language: Language, catalogue: Catalogue, key: string, { count }: WordParams): string | undefined {
  const plain = find(catalogue, key);
  if (plain !== undefined || typeof count !== 'number') {
    return plain ?? find(catalogue, `${key}_other`);
  }
  const form = new Intl.PluralRules(language).select(count);
  return find(catalogue, `${key}_${form}`) ?? find(catalogue, `${key}_other`);
}

function find(catalogue: Catalogue, key: string): string | undefined {
  let node: Catalogue | string | undefined = catalogue;
  for (const step of key.split('.')) {
    if (typeof node !== 'object' || !Object.hasOwn(node, step)) {
      return undefined;
    }
    node = node[step];
  }
  return typeof node === 'string' ? node : undefined;
}

/** A value that is not known any more is left out with dots: nobody should read the name of a hole. */
function fill(text: string, params: WordParams): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_hole, name: string) => String(params[name] ?? '…'));
}
