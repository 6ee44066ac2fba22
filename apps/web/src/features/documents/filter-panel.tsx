import { kinds } from '@danku/domain/documents/kinds.ts';
import { useState } from 'react';
import { Field, SelectField, TextField, TickField } from '../../components/field.tsx';
import { PickCombobox } from '../../components/pick-combobox.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { DocumentFilters } from './document-filters.ts';
import { switches } from './document-filters.ts';
import styles from './documents.module.css';
import { findCustomers } from './documents-queries.ts';

interface FilterPanelProps {
  filters: DocumentFilters;
  change: (some: Partial<DocumentFilters>, replace?: boolean) => void;
}

/** The filters that are not needed every minute. Each takes hold at once. */
export function FilterPanel({ filters, change }: FilterPanelProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.panel}>
      <SelectField
        label={t('document.filter.kind')}
        value=""
        autoFocus
        onChange={(event) => {
          const kind = kinds.find((one) => one === event.currentTarget.value);
          change({ kind: kind === undefined || filters.kind.includes(kind) ? filters.kind : [...filters.kind, kind] });
        }}
      >
        <option value="">{t('document.filter.anyKind')}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind} disabled={filters.kind.includes(kind)}>
            {t(`kind.${kind}`)}
          </option>
        ))}
      </SelectField>
      <CustomerField change={change} />
      <TextField
        label={t('document.filter.from')}
        type="date"
        value={filters.from}
        onChange={(event) => change({ from: event.currentTarget.value })}
      />
      <TextField
        label={t('document.filter.to')}
        type="date"
        value={filters.to}
        onChange={(event) => change({ to: event.currentTarget.value })}
      />
      <AmountField
        key={`min ${filters.minGross}`}
        label={t('document.filter.minimum')}
        value={filters.minGross}
        onChange={(minGross) => change({ minGross })}
      />
      <AmountField
        key={`max ${filters.maxGross}`}
        label={t('document.filter.maximum')}
        value={filters.maxGross}
        onChange={(maxGross) => change({ maxGross })}
      />
      <div role="group" aria-label={t('shell.verb.filter')} className={styles.switches}>
        {switches.map((name) => (
          <TickField
            key={name}
            label={t(`document.filter.${name}`)}
            checked={filters[name]}
            onChange={(event) => change({ [name]: event.currentTarget.checked })}
          />
        ))}
      </div>
    </div>
  );
}

function CustomerField({ change }: Pick<FilterPanelProps, 'change'>) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  return (
    <Field label={t('document.filter.party')}>
      {(control) => (
        <PickCombobox
          {...control}
          value={text}
          placeholder={t('customer.search')}
          onChange={setText}
          search={findCustomers}
          onPick={({ id, name }) => {
            setText('');
            change({ customerId: id, customer: name });
          }}
        />
      )}
    </Field>
  );
}

/** An amount takes hold when it is left or Enter is pressed: half an amount is no filter. */
function AmountField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const [text, setText] = useState(value);
  const bare = text.replaceAll(/[,\s]/g, '');
  const isGood = bare === '' || /^-?\d{1,15}(?:\.\d{1,4})?$/.test(bare);
  const { t } = useTranslation();
  const take = () => isGood && bare !== value && onChange(bare);
  return (
    <TextField
      label={label}
      inputMode="decimal"
      value={text}
      fault={isGood ? null : t('problem.field.not-a-number')}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}
