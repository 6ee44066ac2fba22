import type { Document } from '@danku/contract/document-shapes.ts';
import { definitionOf } from '@danku/domain/documents/content.ts';
import type { FieldDefinition } from '@danku/domain/documents/kinds.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTenant } from '../../app/paths.ts';
import { DiffTable } from '../../components/diff-table.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { shown } from '../../components/event-facts.ts';
import { sayValue } from '../../components/field-value.ts';
import { pathLabel } from '../../components/field-word.ts';
import { SelectField } from '../../components/field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useExtraFields } from './data-tab.tsx';
import styles from './document-page.module.css';
import { diffQuery } from './documents-queries.ts';

/** Any version compared with any other, or with the draft as it is now. */
export function VersionDiff({ document, numbers }: { document: Document; numbers: readonly number[] }) {
  const { t } = useTranslation();
  const [newest = 1, before = newest] = numbers;
  const hasDraft = document.stage === 'entry';
  const [from, setFrom] = useState(hasDraft ? newest : before);
  const [to, setTo] = useState<number | null>(hasDraft ? null : newest);
  const nameOf = (number: number | null) =>
    number === null ? t('document.version.current') : t('document.version.label', { number });
  if (numbers.length < 2 && !hasDraft) {
    return null;
  }
  return (
    <section className={styles.compare} aria-label={t('document.version.compare')}>
      <h2>{t('document.version.compare')}</h2>
      <div className={styles.choose}>
        <SelectField
          label={t('document.diff.before')}
          value={from}
          onChange={(event) => setFrom(Number(event.currentTarget.value))}
        >
          {numbers.map((number) => (
            <option key={number} value={number}>
              {nameOf(number)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('document.diff.after')}
          value={to ?? ''}
          onChange={(event) => setTo(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
        >
          {hasDraft && <option value="">{nameOf(null)}</option>}
          {numbers.map((number) => (
            <option key={number} value={number}>
              {nameOf(number)}
            </option>
          ))}
        </SelectField>
      </div>
      {from === to ? (
        <p>{t('document.diff.same')}</p>
      ) : (
        <Differences document={document} from={from} to={to} names={{ before: nameOf(from), after: nameOf(to) }} />
      )}
    </section>
  );
}

interface DifferencesProps {
  document: Document;
  from: number;
  to: number | null;
  names: { before: string; after: string };
}

function Differences({ document, from, to, names }: DifferencesProps) {
  const { t, language } = useTranslation();
  const diff = useQuery(diffQuery(useTenant(), document.id, from, to));
  const extraFields = useExtraFields(document.typeId);
  if (diff.isError) {
    return <ErrorState error={diff.error} onRetry={() => void diff.refetch()} />;
  }
  const definition = definitionOf(document.kind, extraFields);
  const labels = Object.fromEntries(extraFields.map(({ key, label }) => [key, label[language === 'en' ? 'en' : 'zh']]));
  const say = (path: string, value: unknown) => {
    const fields: readonly FieldDefinition[] = path.startsWith('/lines/') ? definition.lineFields : definition.fields;
    const field = fields.find(({ key }) => path.endsWith(`/${key}`));
    return field !== undefined && typeof value === 'string' ? sayValue(t, language, field, value) : shown(value);
  };
  const differences = (diff.data?.items ?? []).map(({ path, before, after }, index) => ({
    // A removed line and one that took its place have the same path.
    path: `${index} ${path}`,
    label: pathLabel(t, path, labels),
    before: say(path, before),
    after: say(path, after),
  }));
  return diff.isPending ? null : <DiffTable label={t('document.version.compare')} differences={differences} names={names} />;
}
