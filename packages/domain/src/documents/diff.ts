import { alignLines, type LinePair } from './line-alignment.ts';
import { isBlank, isSameValue } from './same-value.ts';

export type ContentRecord = Readonly<Record<string, unknown>>;
export type Content = { fields: ContentRecord; lines: readonly ContentRecord[] };

/**
 * One difference. `path` is a JSON pointer into the later content, or into the earlier one for a line that was
 * removed; a value that was not there is null. An added or removed line is one difference holding the whole line.
 */
export type Difference = {
  path: string;
  before: unknown;
  after: unknown;
  kind: 'changed' | 'added' | 'removed';
};

/**
 * What changed between two contents of a document: fields first, then lines in their order. Lines are matched by
 * their item text (the value of `lineKey`) and position, so an inserted line does not mark all that follow as changed.
 */
export function diffContent(before: Content, after: Content, lineKey = 'description'): Difference[] {
  const pairs = alignLines(before.lines, after.lines, lineKey);
  return [...diffRecord('/fields', before.fields, after.fields), ...pairs.flatMap((pair) => diffLine(pair, before, after))];
}

function diffLine(pair: LinePair, before: Content, after: Content): Difference[] {
  const old = pair.before === null ? undefined : before.lines[pair.before];
  const now = pair.after === null ? undefined : after.lines[pair.after];
  if (old !== undefined && now !== undefined) {
    return diffRecord(`/lines/${pair.after}`, old, now);
  }
  if (now !== undefined) {
    return [{ path: `/lines/${pair.after}`, before: null, after: now, kind: 'added' }];
  }
  return [{ path: `/lines/${pair.before}`, before: old ?? null, after: null, kind: 'removed' }];
}

function diffRecord(path: string, before: ContentRecord, after: ContentRecord): Difference[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key): Difference[] => {
    const [old, now] = [before[key], after[key]];
    if (isSameValue(old, now)) {
      return [];
    }
    const pointer = key.replaceAll('~', '~0').replaceAll('/', '~1');
    return [{ path: `${path}/${pointer}`, before: old ?? null, after: now ?? null, kind: kindOf(old, now) }];
  });
}

function kindOf(before: unknown, after: unknown): Difference['kind'] {
  if (isBlank(before)) {
    return 'added';
  }
  return isBlank(after) ? 'removed' : 'changed';
}
