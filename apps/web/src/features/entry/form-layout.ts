import type { DocumentType } from '@danku/contract/settings.ts';
import { definitionOf } from '@danku/domain/documents/content.ts';
import type { FieldDefinition, FieldType, Kind, KindDefinition } from '@danku/domain/documents/kinds.ts';
import type { Translate } from '@danku/words/translate.ts';
import { sayCode } from '../../i18n/say-code.ts';
import type { CellKind } from '../../components/line-grid/cell-value.ts';
import type { LineColumn } from '../../components/line-grid/line-model.ts';

export interface FormLayout {
  definition: KindDefinition;
  head: readonly FieldDefinition[];
  totals: readonly FieldDefinition[];
  tail: readonly FieldDefinition[];
  columns: readonly LineColumn[];
  /** The header fields in the order in which Enter goes through them; the lines come between `head` and the rest. */
  afterLines: readonly string[];
  labelOf: (t: Translate, key: string) => string;
}

const totalKeys = new Set(['netTotal', 'taxTotal', 'grossTotal', 'grossTotalInWords']);

/** How a kind, with what its type adds, becomes a form: above the lines, the totals, and below. */
export function layoutOf(kind: Kind, type: DocumentType | undefined): FormLayout {
  const extra = type?.extraFields ?? [];
  const definition = definitionOf(kind, extra);
  const totals = definition.fields.filter(({ key }) => totalKeys.has(key));
  const last = definition.fields.findLastIndex(({ key }) => totalKeys.has(key));
  const isHead = ({ key }: FieldDefinition, index: number) =>
    !totalKeys.has(key) && (last < 0 || index < last) && key !== 'remark';
  const head = definition.fields.filter(isHead);
  const tail = definition.fields.filter((field, index) => !totalKeys.has(field.key) && !isHead(field, index));
  return {
    definition,
    head,
    totals,
    tail,
    columns: definition.lineFields.map(columnOf),
    afterLines: [...totals, ...tail].map(({ key }) => key),
    labelOf: (t, key) => {
      const added = extra.find((field) => field.key === key);
      return added === undefined
        ? sayCode(t, 'field', key, 'document.diff.field')
        : added.label[t.language === 'en' ? 'en' : 'zh'];
    },
  };
}

/** What a path is called: "Number", "Row 3, Quantity". */
export function pathLabel(layout: FormLayout, t: Translate, path: string): string {
  const [, part, first = '', second = ''] = path.split('/');
  if (part === 'fields') {
    return layout.labelOf(t, first);
  }
  if (part !== 'lines') {
    return t('review.sendBack.general');
  }
  if (first === '') {
    return t('document.section.lines');
  }
  const row = Number(first) + 1;
  return second === '' ? t('entry.check.line', { row }) : t('entry.grid.cell', { row, column: layout.labelOf(t, second) });
}

function columnOf({ key, type, maxLength }: FieldDefinition): LineColumn {
  return {
    key,
    label: `field.${lineKey(key)}`,
    kind: cellKindOf(type),
    ...(maxLength === undefined ? {} : { maxLength }),
  };
}

/** The keys of line fields are known words; a kind with another one fails here at the first look, not at a customer's. */
function lineKey(key: string): LineKey {
  const known = lineKeys.find((one) => one === key);
  if (known === undefined) {
    throw new RangeError(`no word for the line field ${key}`);
  }
  return known;
}

const lineKeys = [
  'description',
  'specification',
  'unit',
  'quantity',
  'unitPrice',
  'netAmount',
  'taxRate',
  'taxAmount',
  'promisedDate',
  'lot',
  'quantityRejected',
  'damage',
  'reference',
  'lineDate',
  'debit',
  'credit',
] as const;
type LineKey = (typeof lineKeys)[number];

/** The kind of cell in which a field is typed; texts of all sorts are plain. */
export function cellKindOf(type: FieldType): CellKind {
  switch (type) {
    case 'date':
    case 'money':
    case 'quantity':
    case 'price':
    case 'rate':
      return type;
    case 'text':
    case 'long-text':
    case 'code':
    case 'tax-id':
    case 'amount-in-words':
    case 'currency':
    case 'choice':
      return 'text';
  }
}
