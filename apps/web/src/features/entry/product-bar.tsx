import type { Product } from '@danku/contract/master-data.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { PickCombobox } from '../../components/pick-combobox.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { searchProducts } from './entry-queries.ts';
import panel from './panel.module.css';

interface ProductBarProps {
  row: number;
  initial: string;
  onPick: (product: Product) => void;
  onCancel: () => void;
}

/** F4 in a line: the product is looked for here, and fills the line. */
export function ProductBar({ row, initial, onPick, onCancel }: ProductBarProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(initial);
  const label = `${t('entry.check.line', { row: row + 1 })} · ${t('entry.product.title')}`;
  return (
    <div className={panel.panel}>
      <div className={panel.bar} style={{ width: '100%' }}>
        <span style={{ whiteSpace: 'nowrap' }}>{label}</span>
        <div style={{ flex: 1 }}>
          <PickCombobox<Product & { hint: string }>
            className={panel.input}
            aria-label={label}
            autoFocus
            placeholder={t('entry.product.placeholder')}
            value={text}
            onChange={setText}
            search={searchProducts}
            onPick={onPick}
            onKeyDown={(event) => event.key === 'Escape' && onCancel()}
          />
        </div>
        <Button onClick={onCancel}>{t('shell.verb.cancel')}</Button>
      </div>
    </div>
  );
}
