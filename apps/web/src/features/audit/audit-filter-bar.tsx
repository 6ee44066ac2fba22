import { eventTypes } from '@danku/domain/events.ts';
import { useMemo, useRef, useState } from 'react';
import { Field, SelectField, TextField } from '../../components/field.tsx';
import { useKeys } from '../../components/keys.ts';
import { PickCombobox } from '../../components/pick-combobox.tsx';
import { sayCode } from '../../i18n/say-code.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { AuditFilters } from './audit-filters.ts';
import { isId } from './audit-filters.ts';
import { findPeople } from './audit-queries.ts';
import styles from './audit.module.css';

interface AuditFilterBarProps {
  filters: AuditFilters;
  change: (some: Partial<AuditFilters>) => void;
}

/** Who, what, on what and when; each takes hold at once. */
export function AuditFilterBar({ filters, change }: AuditFilterBarProps) {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  useKeys([{ keys: 'f', label: 'shell.verb.filter', group: 'list', run: () => bar.current?.querySelector('input')?.focus() }]);
  return (
    <div ref={bar} className={styles.bar}>
      <PersonField change={change} />
      <TypeField value={filters.type} onChange={(type) => change({ type })} />
      <SubjectField key={filters.subjectId} value={filters.subjectId} onChange={(subjectId) => change({ subjectId })} />
      <TextField
        label={t('document.filter.from')}
        type="date"
        value={filters.from}
        max={filters.to}
        onChange={(event) => change({ from: event.currentTarget.value })}
      />
      <TextField
        label={t('document.filter.to')}
        type="date"
        value={filters.to}
        min={filters.from}
        onChange={(event) => change({ to: event.currentTarget.value })}
      />
    </div>
  );
}

function PersonField({ change }: Pick<AuditFilterBarProps, 'change'>) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  return (
    <Field label={t('audit.who')}>
      {(control) => (
        <PickCombobox
          {...control}
          value={text}
          placeholder={t('people.search')}
          onChange={setText}
          search={findPeople}
          onPick={({ id, name }) => {
            setText('');
            change({ actorId: id, actor: name });
          }}
        />
      )}
    </Field>
  );
}

/** The types by what they are about: documents, files, people … */
function TypeField({ value, onChange }: { value: string; onChange: (type: string) => void }) {
  const { t } = useTranslation();
  const groups = useMemo(() => Map.groupBy(eventTypes, (type) => type.split('.')[0] ?? ''), []);
  return (
    <SelectField label={t('audit.what')} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{t('shell.unit.all')}</option>
      {[...groups].map(([subject, types]) => (
        <optgroup key={subject} label={sayCode(t, 'audit.about', subject, 'audit.subject')}>
          {types.map((type) => (
            <option key={type} value={type}>
              {sayCode(t, 'event', type, 'audit.what')}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  );
}

/** The id of what happened; an address of a document can be pasted whole. */
function SubjectField({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const isGood = text === '' || isId(text);
  const type = (typed: string) => {
    const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(typed)?.[0] ?? typed.trim();
    setText(id);
    if (id === '' || isId(id)) {
      onChange(id);
    }
  };
  return (
    <TextField
      label={t('audit.subject')}
      placeholder={t('audit.subjectHelp')}
      spellCheck={false}
      value={text}
      fault={isGood ? null : t('problem.field.invalid-format')}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
