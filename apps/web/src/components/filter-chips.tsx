import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from './button.tsx';
import styles from './filter-chips.module.css';

export interface FilterChip {
  key: string;
  label: string;
  remove: () => void;
}

/** The filters in force, each removable, and one button that clears them all. Shows nothing where there are none. */
export function FilterChips({ chips, onClear }: { chips: readonly FilterChip[]; onClear: () => void }) {
  const { t } = useTranslation();
  if (chips.length === 0) {
    return null;
  }
  return (
    <div className={styles.chips}>
      {chips.map((chip) => (
        <button
          key={chip.key}
          type="button"
          className={styles.chip}
          aria-label={t('shell.verb.remove', { name: chip.label })}
          onClick={chip.remove}
        >
          {chip.label}
          <span aria-hidden>×</span>
        </button>
      ))}
      <Button look="plain" size="small" onClick={onClear}>
        {t('shell.verb.clearAll')}
      </Button>
    </div>
  );
}
