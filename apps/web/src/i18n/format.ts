import type { Language } from '@danku/words/language.ts';

/** A decimal string as a person reads it: grouped, with a true minus sign; never through a float. */
export function formatDecimal(value: string, language: Language, options: Intl.NumberFormatOptions = {}): string {
  if (!isNumeric(value)) {
    return value;
  }
  return new Intl.NumberFormat(language, options).format(value).replace('-', '−');
}

/** An amount ("1130.00") with the sign of its currency, or without where the column already says it. */
export function formatMoney(value: string, language: Language, currency?: string): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 4 };
  return formatDecimal(
    value,
    language,
    currency === undefined ? digits : { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...digits },
  );
}

/** Quantities and prices keep the places they were printed with. */
export function formatQuantity(value: string, language: Language): string {
  return formatDecimal(value, language, { maximumFractionDigits: 13 });
}

export function formatPercent(value: string, language: Language): string {
  return formatDecimal(value, language, { style: 'percent', maximumFractionDigits: 2 });
}

/** A moment in the person's own time zone: "2026-11-24 09:30". Dates are written as in the books, in both languages. */
export function formatDateTime(iso: string, precision: 'minute' | 'second' | 'day' | 'time' = 'minute'): string {
  const moment = new Date(iso);
  const day = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  const clock = [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map((part) => String(part).padStart(2, '0'));
  if (precision === 'day') {
    return day;
  }
  const time = clock.slice(0, precision === 'second' ? 3 : 2).join(':');
  return precision === 'time' ? time : `${day} ${time}`;
}

/** A length of time in its two largest parts: "1 小时 40 分", "1 hr 40 min". */
export function formatDuration(milliseconds: number, language: Language): string {
  const minutes = Math.max(0, Math.round(Math.abs(milliseconds) / 60_000));
  const parts: [number, string][] = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor(minutes / 60) % 24, 'hour'],
    [minutes % 60, 'minute'],
  ];
  const shown = parts.filter(([count]) => count > 0).slice(0, 2);
  return (shown.length === 0 ? [[0, 'minute'] as const] : shown)
    .map(([count, unit]) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(count))
    .join(' ');
}

/** A file's size: "1.4 MB". */
export function formatBytes(bytes: number, language: Language): string {
  const step = bytes < 1024 ** 2 ? { unit: 'kilobyte', size: 1024 } : { unit: 'megabyte', size: 1024 ** 2 };
  return new Intl.NumberFormat(language, { style: 'unit', unit: step.unit, maximumFractionDigits: 1 }).format(bytes / step.size);
}

function isNumeric(text: string): text is `${number}` {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}
