import type { Product } from '@danku/contract/master-data.ts';
import { Decimal } from 'decimal.js';
import { useState } from 'react';
import { asProblem } from '../../api/problem-error.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField, TickField } from '../../components/field.tsx';
import { notify } from '../../components/notices.ts';
import { formatPercent } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './master-data.module.css';
import type { ProductBody } from './master-data-queries.ts';
import { useSaveProduct } from './master-data-queries.ts';
import { MasterPanel } from './master-frame.tsx';

interface ProductPanelProps {
  product: Product | null;
  mayChange: boolean;
  onClose: () => void;
  onSaved: (id: string) => void;
}

const blank: ProductBody = { code: '', name: '', taxRate: '0.13' };
const usualRates = ['0.13', '0.09', '0.06', '0.03', '0.01', '0'] as const;

/** One product to read, change or make. */
export function ProductPanel({ product, mayChange, onClose, onSaved }: ProductPanelProps) {
  const { t } = useTranslation();
  const save = useSaveProduct(product);
  const [draft, setDraft] = useState<ProductBody>(() => (product === null ? blank : bodyOf(product)));
  const change = (some: Partial<ProductBody>) => setDraft({ ...draft, ...some });
  const problem = save.isError ? asProblem(save.error) : null;
  const price = draft.unitPrice ?? '';
  const isPrice = price === '' || /^\d{1,12}(?:\.\d{1,13})?$/.test(price);
  const canSave = mayChange && draft.code.trim() !== '' && draft.name.trim() !== '' && isPrice;
  const send = () =>
    save.mutate(draft, {
      onSuccess: ({ id }) => {
        notify(t('product.saved'), { tone: 'ok' });
        onSaved(id);
      },
    });
  return (
    <MasterPanel title={product?.name ?? t('product.new')} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (canSave) {
            send();
          }
        }}
      >
        <fieldset className={styles.plain} disabled={!mayChange}>
          <TextField
            label={t('product.number')}
            required
            maxLength={40}
            value={draft.code}
            fault={problem === null ? null : t(`problem.${problem.code}`)}
            onChange={(event) => change({ code: event.currentTarget.value })}
          />
          <TextField
            label={t('product.name')}
            required
            maxLength={200}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <TextField
            label={t('product.spec')}
            maxLength={120}
            value={draft.specification ?? ''}
            onChange={(event) => change({ specification: event.currentTarget.value || null })}
          />
          <TextField
            label={t('product.unit')}
            maxLength={20}
            value={draft.unit ?? ''}
            onChange={(event) => change({ unit: event.currentTarget.value || null })}
          />
          <TextField
            label={t('product.price')}
            inputMode="decimal"
            value={price}
            fault={isPrice ? null : t('problem.field.not-a-number')}
            onChange={(event) => change({ unitPrice: event.currentTarget.value.replaceAll(/[,\s]/g, '') || null })}
          />
          <RateField value={draft.taxRate ?? null} onChange={(taxRate) => change({ taxRate })} />
          <TickField
            label={t('people.active')}
            checked={draft.isActive ?? true}
            onChange={(event) => change({ isActive: event.currentTarget.checked })}
          />
        </fieldset>
        {mayChange && (
          <div className={styles.buttons}>
            <Button type="submit" look="primary" disabled={!canSave} loading={save.isPending}>
              {t('shell.verb.save')}
            </Button>
          </div>
        )}
      </form>
    </MasterPanel>
  );
}

function RateField({ value, onChange }: { value: string | null; onChange: (rate: string | null) => void }) {
  const { t, language } = useTranslation();
  const isUsual =
    value === null || value === 'exempt' || value === 'not-taxed' || usualRates.some((rate) => new Decimal(rate).eq(value));
  const shown =
    value === null || value === 'exempt' || value === 'not-taxed'
      ? (value ?? '')
      : (usualRates.find((rate) => new Decimal(rate).eq(value)) ?? value);
  return (
    <SelectField label={t('product.taxRate')} value={shown} onChange={(event) => onChange(event.currentTarget.value || null)}>
      <option value="">{t('shell.unit.none')}</option>
      {usualRates.map((rate) => (
        <option key={rate} value={rate}>
          {formatPercent(rate, language)}
        </option>
      ))}
      {!isUsual && <option value={shown}>{formatPercent(shown, language)}</option>}
      <option value="exempt">{t('product.rate.exempt')}</option>
      <option value="not-taxed">{t('product.rate.not-taxed')}</option>
    </SelectField>
  );
}

function bodyOf({ id: _id, version: _version, ...body }: Product): ProductBody {
  return body;
}
