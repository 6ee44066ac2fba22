import type { ReactNode } from 'react';
import type { WordKey } from '@danku/words/keys.ts';
import { Button } from '../../components/button.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import frame from '../../components/list-with-panel.module.css';
import type { MasterFilters } from './master-data-queries.ts';

interface MasterFrameProps {
  filters: MasterFilters;
  put: (name: string, value: string) => void;
  searchLabel: WordKey;
  /** More filters beside the search. */
  more?: ReactNode;
  table: ReactNode;
  /** What is open beside the list. */
  panel: ReactNode;
}

/** A list of master data with its search above, and beside it what is open. */
export function MasterFrame({ filters, put, searchLabel, more, table, panel }: MasterFrameProps) {
  const { t } = useTranslation();
  return (
    <div className={frame.page}>
      <div className={frame.list}>
        <div className={frame.bar}>
          <input
            type="search"
            className={frame.search}
            aria-label={t(searchLabel)}
            placeholder={t(searchLabel)}
            defaultValue={filters.q}
            onChange={(event) => put('q', event.currentTarget.value.trim())}
          />
          {more}
          <select
            className={frame.search}
            aria-label={t('people.state')}
            value={filters.active}
            onChange={(event) => put('active', event.currentTarget.value)}
          >
            <option value="true">{t('people.active')}</option>
            <option value="false">{t('people.deactivated')}</option>
            <option value="">{t('shell.unit.all')}</option>
          </select>
        </div>
        <div className={frame.table}>{table}</div>
      </div>
      {panel}
    </div>
  );
}

/** The panel beside a list. */
export function MasterPanel({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <aside className={frame.panel} aria-label={title}>
      <div className={frame.panelHead}>
        <h2>{title}</h2>
        <Button look="plain" size="small" aria-label={t('shell.verb.close')} onClick={onClose}>
          ×
        </Button>
      </div>
      {children}
    </aside>
  );
}
