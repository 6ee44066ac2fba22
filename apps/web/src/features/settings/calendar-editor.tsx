import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { AreaField, FieldColumns, TickField } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Calendar } from './calendar-draft.ts';
import { areHoursGood, readDays } from './calendar-draft.ts';
import styles from './settings.module.css';

interface CalendarEditorProps {
  calendar: Calendar;
  onChange: (calendar: Calendar) => void;
  /** Told when a list of days holds something that is no date. */
  onDaysGood: (isGood: boolean) => void;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Working days and hours, with the holidays and the weekends that are worked instead. */
export function CalendarEditor({ calendar, onChange, onDaysGood }: CalendarEditorProps) {
  const { t } = useTranslation();
  const toggle = (day: number) => {
    const { weekdays: chosen } = calendar;
    onChange({
      ...calendar,
      weekdays: chosen.includes(day) ? chosen.filter((one) => one !== day) : [...chosen, day].toSorted((a, b) => a - b),
    });
  };
  return (
    <Section title={t('settings.calendar.title')} help={t('settings.calendar.help')}>
      <div role="group" aria-label={t('settings.calendar.weekdays')} className={styles.ticks}>
        {weekdays.map((day) => (
          <TickField
            key={day}
            label={t(`settings.day.${day}`)}
            checked={calendar.weekdays.includes(day)}
            onChange={() => toggle(day)}
          />
        ))}
      </div>
      <Hours hours={calendar.hours} onChange={(hours) => onChange({ ...calendar, hours })} />
      <FieldColumns>
        <Days
          label={t('settings.calendar.holidays')}
          days={calendar.holidays}
          onChange={(holidays) => onChange({ ...calendar, holidays })}
          onGood={onDaysGood}
        />
        <Days
          label={t('settings.calendar.makeUpDays')}
          days={calendar.makeUpDays}
          onChange={(makeUpDays) => onChange({ ...calendar, makeUpDays })}
          onGood={onDaysGood}
        />
      </FieldColumns>
    </Section>
  );
}

function Hours({ hours, onChange }: { hours: Calendar['hours']; onChange: (hours: Calendar['hours']) => void }) {
  const { t } = useTranslation();
  const put = (index: number, some: Partial<Calendar['hours'][number]>) =>
    onChange(hours.map((span, at) => (at === index ? { ...span, ...some } : span)));
  return (
    <div role="group" aria-label={t('settings.calendar.hours')} className={styles.spans}>
      {hours.map((span, index) => (
        <div key={index} className={styles.span}>
          <input
            className={styles.cell}
            type="time"
            aria-label={`${t('settings.calendar.from')} ${index + 1}`}
            value={span.from}
            onChange={(event) => put(index, { from: event.currentTarget.value })}
          />
          <span aria-hidden>–</span>
          <input
            className={styles.cell}
            type="time"
            aria-label={`${t('settings.calendar.to')} ${index + 1}`}
            value={span.to}
            onChange={(event) => put(index, { to: event.currentTarget.value })}
          />
          <Button
            look="plain"
            size="small"
            disabled={hours.length === 1}
            aria-label={t('shell.verb.remove', { name: `${span.from}–${span.to}` })}
            onClick={() => onChange(hours.toSpliced(index, 1))}
          >
            ×
          </Button>
        </div>
      ))}
      {!areHoursGood(hours) && <p role="alert">{t('settings.calendar.hoursFault')}</p>}
      <Button size="small" disabled={hours.length >= 6} onClick={() => onChange([...hours, { from: '', to: '' }])}>
        {t('settings.calendar.addHours')}
      </Button>
    </div>
  );
}

interface DaysProps {
  label: string;
  days: readonly string[];
  onChange: (days: string[]) => void;
  onGood: (isGood: boolean) => void;
}

/** A list of dates as text, so that a year's holidays can be pasted at once. */
function Days({ label, days, onChange, onGood }: DaysProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(days.join('\n'));
  const read = readDays(text);
  return (
    <AreaField
      label={label}
      rows={6}
      spellCheck={false}
      value={text}
      help={t('settings.calendar.daysHelp')}
      fault={read.ok ? null : t('settings.calendar.dayFault', { text: read.text })}
      onChange={(event) => {
        const typed = readDays(event.currentTarget.value);
        setText(event.currentTarget.value);
        onGood(typed.ok);
        if (typed.ok) {
          onChange(typed.days);
        }
      }}
    />
  );
}
