import type { Language } from '@danku/words/language.ts';
import type { Translate } from '@danku/words/translate.ts';
import { formatBytes, formatDateTime } from '../i18n/format.ts';
import { sayCode } from '../i18n/say-code.ts';
import { pathLabel } from './field-word.ts';

export interface EventFact {
  key: string;
  label: string;
  value: string;
}

export interface EventChange {
  path: string;
  label: string;
  before: string | null;
  after: string | null;
}

export type Payload = Readonly<Record<string, unknown>>;
interface Saying {
  t: Translate;
  language: Language;
  /** Names of people by their ids, where they are known. */
  names: Readonly<Record<string, string>>;
}
type Reader = (value: string, saying: Saying) => string;

const coded =
  (subject: string): Reader =>
  (code, { t }) => {
    const word = `${subject}.${code}`;
    return t.has(word) ? t(word) : code;
  };
const moment: Reader = (value) => (Number.isNaN(Date.parse(value)) ? value : formatDateTime(value));

/** How the values of payloads are said, by their name; what is not here is shown as it is. */
const readers: Readonly<Record<string, Reader>> = {
  kind: coded('kind'),
  stage: coded('stage'),
  policy: coded('policy'),
  decision: coded('action'),
  action: coded('action'),
  duty: coded('duty'),
  reasons: coded('reason'),
  warnings: coded('finding'),
  relation: coded('document.relation'),
  permissions: coded('permission'),
  roles: coded('role'),
  before: coded('role'),
  after: coded('role'),
  scope: coded('scope'),
  by: coded('event.by'),
  commitsAt: moment,
  until: moment,
  expiresAt: moment,
  path: (value, { t }) => pathLabel(t, value),
  size: (value, { language }) => formatBytes(Number(value), language),
  hash: (value) => value.slice(0, 12),
};

/** Shown by other means: as changes, as verdicts, as a move, as a link, or not at all. */
const elsewhere = new Set(['changes', 'verdicts', 'from', 'to', 'checks', 'chosen', 'slot', 'sopVersionId', 'bindingKey']);
/** What the API puts in place of a value that this reader may not see. */
const masked = '•••';
const idShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What is known of an event, each with the word of its name; the move between two stages comes first. */
export function factsOf(payload: Payload, saying: Saying): EventFact[] {
  const { t } = saying;
  const facts = Object.entries(payload).flatMap(([key, value]) => {
    const said = elsewhere.has(key) ? '' : sayPart(key, value, saying);
    return said === '' ? [] : [{ key, label: sayCode(t, 'event.detail', key, 'event.detail.other'), value: said }];
  });
  return [...moveOf(payload, t), ...facts, ...recordFacts(payload, saying)];
}

function moveOf({ from, to }: Payload, t: Translate): EventFact[] {
  if (typeof from !== 'string' || typeof to !== 'string') {
    return [];
  }
  const stage = (code: string) => sayCode(t, 'stage', code, 'document.column.stage');
  return [{ key: 'move', label: t('document.column.stage'), value: from === to ? stage(to) : `${stage(from)} → ${stage(to)}` }];
}

/** The four checks and the values that an adjudicator chose: a name and a value each. */
function recordFacts({ checks, chosen }: Payload, { t }: Saying): EventFact[] {
  const results = Object.entries(recordOf(checks)).map(([code, result]) => ({
    key: `check-${code}`,
    label: sayCode(t, 'archive.code', code, 'archive.code.other', { code }),
    value: sayCode(t, 'archive.result', textOf(result), 'archive.result.not-run'),
  }));
  const values = Object.entries(recordOf(chosen)).map(([key, value]) => ({
    key: `chosen-${key}`,
    label: pathLabel(t, `/fields/${key}`),
    value: textOf(value),
  }));
  return [...results.filter(({ value }) => value !== ''), ...values.filter(({ value }) => value !== '')];
}

function sayPart(key: string, value: unknown, saying: Saying): string {
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    const said = items.map((one) => sayPart(key, one, saying)).filter((one) => one !== '');
    return items.length > 0 && said.length === 0 ? String(items.length) : said.join(', ');
  }
  if (typeof value === 'boolean') {
    return value ? saying.t('shell.unit.yes') : '';
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([name, one]) => `${name}: ${textOf(one)}`)
      .join(', ');
  }
  const text = textOf(value);
  if (idShape.test(text)) {
    return saying.names[text] ?? '';
  }
  return text === '' ? '' : (readers[key]?.(text, saying) ?? text);
}

/** The changes of single values that an event tells of. A whole line is said by its values. */
export function changesOf({ changes }: Payload, t: Translate, names: Readonly<Record<string, string>> = {}): EventChange[] {
  const said = (value: unknown) => (value === masked ? t('audit.masked') : shown(value));
  return listOf(changes).map((change, index) => {
    const path = textOf(change['path']);
    return {
      path: path === '' ? String(index) : path,
      label: pathLabel(t, path, names),
      before: said(change['before']),
      after: said(change['after']),
    };
  });
}

/** What a reviewer found, one line each: the place, the kind of error, the value it should be, and the comment. */
export function verdictsOf({ verdicts }: Payload, t: Translate): string[] {
  return listOf(verdicts).map((verdict) => {
    const errorClass = sayCode(t, 'error-class', textOf(verdict['errorClass']), 'error-class.other');
    const parts = [pathLabel(t, textOf(verdict['path'])), errorClass, textOf(verdict['suggested']), textOf(verdict['comment'])];
    return parts.filter((part) => part !== '').join(' · ');
  });
}

/** Any value as text for a table of before and after; null where there is nothing. */
export function shown(value: unknown): string | null {
  if (value === null || value === undefined || value === '') {
    return null;
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? null : value.map((one) => shown(one) ?? '').join(', ');
  }
  if (typeof value !== 'object') {
    return textOf(value);
  }
  const parts = Object.values(value).map((one) => shown(one));
  return parts.filter((part) => part !== null).join(' · ');
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function recordOf(value: unknown): Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function listOf(value: unknown): Payload[] {
  return Array.isArray(value) ? value.map(recordOf) : [];
}
