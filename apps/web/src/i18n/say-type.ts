import type { DocumentRow } from '@danku/contract/document-shapes.ts';
import type { Translate } from '@danku/words/translate.ts';
import english from '@danku/words/en/kind.json' with { type: 'json' };
import chinese from '@danku/words/zh-CN/kind.json' with { type: 'json' };

/**
 * The name of a document's type. The types an organisation begins with bear the names of the kinds, in the language of its
 * founder: these are said in the reader's language; a name somebody gave stays as it is.
 */
export function sayType(t: Translate, { kind, typeName }: Pick<DocumentRow, 'kind' | 'typeName'>): string {
  return [chinese[kind], english[kind]].includes(typeName) ? t(`kind.${kind}`) : typeName;
}
