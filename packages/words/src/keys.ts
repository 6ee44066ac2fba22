import type { en } from './en.ts';

type Leaves<T, Path extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Path}${Singular<K>}` : Leaves<T[K], `${Path}${K}.`>;
}[keyof T & string];

/** `items_one` and `items_other` are the two forms of one word, `items`. */
type Singular<K extends string> = K extends `${infer Word}_one` | `${infer Word}_other` ? Word : K;

/** Every word people can be shown, as a path into the catalogue: "action.submit", "problem.stale". */
export type WordKey = Leaves<typeof en>;

/** What is put into the `{{…}}` of a word. `count` also chooses between its forms. */
export type WordParams = Record<string, string | number>;

/** A catalogue of any language: words by subject, nested. */
export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}
