import type { DocumentRow } from '@danku/contract/document-shapes.ts';
import { Button } from '../../components/button.tsx';
import { notify } from '../../components/notices.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './documents.module.css';
import { csvOf } from './documents-csv.ts';

/** What can be done with the ticked rows. */
export function ChosenBar({ rows, onClear }: { rows: readonly DocumentRow[]; onClear: () => void }) {
  const { t } = useTranslation();
  const copy = async () => {
    const numbers = rows.map((row) => row.number ?? row.registryNumber ?? row.draftNumber);
    try {
      await navigator.clipboard.writeText(numbers.join('\n'));
      notify(t('document.list.copied'), { tone: 'ok' });
    } catch {
      notify(numbers.join(' '), { stays: null });
    }
  };
  const save = () => {
    const address = URL.createObjectURL(new Blob([csvOf(t, rows)], { type: 'text/csv;charset=utf-8' }));
    const link = Object.assign(document.createElement('a'), { href: address, download: `${t('document.title')}.csv` });
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <div className={styles.chosen}>
      <span role="status">{t('shell.state.selected', { count: rows.length })}</span>
      <Button size="small" onClick={() => void copy()}>
        {t('document.list.copyNumbers')}
      </Button>
      <Button size="small" onClick={save}>
        {t('document.list.exportChosen')}
      </Button>
      <Button size="small" look="plain" onClick={onClear}>
        {t('shell.verb.clear')}
      </Button>
    </div>
  );
}
