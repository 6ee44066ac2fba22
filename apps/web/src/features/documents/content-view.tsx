import type { DocumentType } from '@danku/contract/settings.ts';
import { definitionOf } from '@danku/domain/documents/content.ts';
import type { FieldDefinition, Kind, Values } from '@danku/domain/documents/kinds.ts';
import { toChineseAmount } from '@danku/domain/money/chinese-amount.ts';
import { parseMoney } from '@danku/domain/money/money.ts';
import type { WordKey } from '@danku/words/keys.ts';
import { useMemo } from 'react';
import { fieldWord } from '../../components/field-word.ts';
import { sayValue } from '../../components/field-value.ts';
import { LineGrid } from '../../components/line-grid/line-grid.tsx';
import type { LineColumn } from '../../components/line-grid/line-model.ts';
import { Money } from '../../components/money.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './content-view.module.css';

type ExtraFields = DocumentType['extraFields'];

interface ContentViewProps {
  kind: Kind;
  fields: Values;
  lines: readonly Values[];
  currency: string;
  extraFields: ExtraFields;
  /** Values that were found wrong: a note by the path of each. */
  notes?: Readonly<Record<string, string>>;
}

const partyKeys = new Set(['buyerName', 'buyerTaxId', 'sellerName', 'sellerTaxId']);
const inWordsKey = 'grossTotalInWords';

/** A document's content to read: header, parties, lines and totals, in the order of its form. */
export function ContentView({ kind, fields, lines, currency, extraFields, notes = {} }: ContentViewProps) {
  const { t } = useTranslation();
  const definition = useMemo(() => definitionOf(kind, extraFields), [kind, extraFields]);
  const extraKeys = new Set(extraFields.map(({ key }) => key));
  const isTotal = (field: FieldDefinition) => field.type === 'money' || field.type === 'amount-in-words';
  const parts: [WordKey, FieldDefinition[]][] = [
    [
      'document.section.header',
      definition.fields.filter((field) => !partyKeys.has(field.key) && !isTotal(field) && !extraKeys.has(field.key)),
    ],
    ['document.section.parties', definition.fields.filter(({ key }) => partyKeys.has(key))],
    ['document.section.extra', definition.fields.filter(({ key }) => extraKeys.has(key))],
  ];
  return (
    <div className={styles.content}>
      {parts.map(([title, shown]) => (
        <Section key={title} title={t(title)} fields={shown} values={fields} notes={notes} extraFields={extraFields} />
      ))}
      <Lines fields={definition.lineFields} lines={lines} notes={notes} />
      <Totals fields={definition.fields.filter(isTotal)} values={fields} currency={currency} notes={notes} />
    </div>
  );
}

interface SectionProps {
  title: string;
  fields: readonly FieldDefinition[];
  values: Values;
  notes: Readonly<Record<string, string>>;
  extraFields: ExtraFields;
}

function Section({ title, fields, values, notes, extraFields }: SectionProps) {
  const { t, language } = useTranslation();
  const written = fields.filter(({ key, required }) => required === true || (values[key] ?? '') !== '');
  const labelOf = (key: string) => extraFields.find((field) => field.key === key)?.label[language === 'en' ? 'en' : 'zh'];
  if (written.length === 0) {
    return null;
  }
  return (
    <section aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <dl className={styles.fields}>
        {written.map((field) => (
          <div key={field.key} className={field.type === 'long-text' ? styles.long : undefined}>
            <dt>{labelOf(field.key) ?? t(fieldWord(t, field.key))}</dt>
            <dd className={isCode(field) ? styles.code : undefined}>
              {sayValue(t, language, field, values[field.key]) ?? (
                <span className={styles.blank}>{t('document.diff.empty')}</span>
              )}
              {notes[`/fields/${field.key}`] !== undefined && (
                <span className={styles.note}>{notes[`/fields/${field.key}`]}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function isCode({ type }: FieldDefinition): boolean {
  return type === 'code' || type === 'tax-id';
}

function Lines({
  fields,
  lines,
  notes,
}: {
  fields: readonly FieldDefinition[];
  lines: readonly Values[];
  notes: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation();
  const columns = useMemo(() => fields.map((field) => columnOf(field, fieldWord(t, field.key))), [fields, t]);
  const marks = Object.fromEntries(
    Object.entries(notes).flatMap(([path, note]) =>
      path.startsWith('/lines/') ? [[path.slice('/lines/'.length), { tone: 'wrong' as const, note }]] : [],
    ),
  );
  if (lines.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('document.section.lines')} className={styles.lines}>
      <h2 className={styles.title}>{t('document.section.lines')}</h2>
      <LineGrid columns={columns} lines={lines} readOnly marks={marks} />
    </section>
  );
}

/** The least that is readable; what is left over is shared out by these, too. */
const widths: Partial<Record<string, string>> = {
  description: '180px',
  specification: '112px',
  damage: '112px',
  reference: '172px',
  unit: '52px',
};
const kindWidths: Record<LineColumn['kind'], string> = {
  text: '96px',
  date: '96px',
  quantity: '76px',
  price: '88px',
  money: '100px',
  rate: '60px',
};

function columnOf({ key, type }: FieldDefinition, label: WordKey): LineColumn {
  const kind = type === 'date' || type === 'money' || type === 'quantity' || type === 'price' || type === 'rate' ? type : 'text';
  return { key, label, kind, width: widths[key] ?? kindWidths[kind] };
}

function Totals({ fields, values, currency, notes }: Pick<SectionProps, 'fields' | 'values' | 'notes'> & { currency: string }) {
  const { t } = useTranslation();
  const amounts = fields.filter(({ key }) => key !== inWordsKey && (values[key] ?? '') !== '');
  const gross = values['grossTotal'] ?? '';
  const minor = currency === 'CNY' ? parseMoney(gross, currency) : null;
  const printed = values[inWordsKey] ?? null;
  const inWords = printed ?? (minor === null ? null : toChineseAmount(minor));
  if (amounts.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('document.section.totals')} className={styles.totals}>
      <dl>
        {amounts.map(({ key }) => (
          <div key={key} className={key === 'grossTotal' || key === 'closingBalance' ? styles.gross : undefined}>
            <dt>{t(fieldWord(t, key))}</dt>
            <dd>
              <Money value={values[key]} currency={currency} wrong={notes[`/fields/${key}`] !== undefined} />
            </dd>
          </div>
        ))}
      </dl>
      {inWords !== null && (
        <p lang="zh-CN" className={styles.words}>
          {inWords}
        </p>
      )}
    </section>
  );
}
