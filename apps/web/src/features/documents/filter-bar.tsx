import type { Stage } from '@danku/domain/documents/flow.ts';
import { stages } from '@danku/domain/documents/flow.ts';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { useKeys } from '../../components/keys.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { DocumentFilters } from './document-filters.ts';
import { FilterPanel } from './filter-panel.tsx';
import styles from './documents.module.css';

interface FilterBarProps {
  filters: DocumentFilters;
  change: (some: Partial<DocumentFilters>, replace?: boolean) => void;
}

/** Above the list: the stages as tabs that can be several, the search in the list, and a panel with the rest (`f`). */
export function FilterBar({ filters, change }: FilterBarProps) {
  const { t } = useTranslation();
  const panel = useId();
  const [isOpen, setOpen] = useState(false);
  useKeys([{ keys: 'f', label: 'shell.verb.filter', group: 'list', run: () => setOpen(!isOpen) }]);
  const toggle = (stage: Stage) =>
    change({ stage: filters.stage.includes(stage) ? filters.stage.filter((one) => one !== stage) : [...filters.stage, stage] });
  return (
    <>
      <div className={styles.bar}>
        <div role="group" aria-label={t('document.filter.stage')} className={styles.stages}>
          <StageToggle isOn={filters.stage.length === 0} onPress={() => change({ stage: [] })} label={t('shell.unit.all')} />
          {stages.map((stage) => (
            <StageToggle
              key={stage}
              isOn={filters.stage.includes(stage)}
              onPress={() => toggle(stage)}
              label={t(`stage.${stage}`)}
            />
          ))}
        </div>
        <SearchText value={filters.q} onChange={(q) => change({ q }, true)} />
        <Button size="small" shortcut="F" aria-expanded={isOpen} aria-controls={panel} onClick={() => setOpen(!isOpen)}>
          {t('shell.verb.filter')}
        </Button>
      </div>
      <div id={panel} hidden={!isOpen}>
        {isOpen && <FilterPanel filters={filters} change={change} />}
      </div>
    </>
  );
}

function StageToggle({ label, isOn, onPress }: { label: string; isOn: boolean; onPress: () => void }) {
  return (
    <button type="button" className={styles.stage} aria-pressed={isOn} onClick={onPress}>
      {label}
    </button>
  );
}

const pause = 250;

/** Searches while one types, a moment after the last key, and follows the address where that changes by itself. */
function SearchText({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const [followed, setFollowed] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (followed !== value) {
    setFollowed(value);
    setText(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (typed: string) => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setFollowed(typed.trim());
      onChange(typed.trim());
    }, pause);
  };
  return (
    <input
      type="search"
      className={styles.searchText}
      aria-label={t('document.filter.search')}
      placeholder={t('document.filter.search')}
      value={text}
      maxLength={200}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
