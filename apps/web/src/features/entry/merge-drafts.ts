import type { Values } from '@danku/domain/documents/kinds.ts';
import { isSameValue } from '@danku/domain/documents/same-value.ts';
import type { DraftContent } from './draft-content.ts';

/** A value that both changed, each to something else. The path "/lines" stands for all lines, where their number changed. */
export interface Clash {
  path: string;
  mine: string | null;
  theirs: string | null;
}

export interface Merge {
  /** Everything that does not clash is in it already; where it clashes it holds mine. */
  content: DraftContent;
  clashes: readonly Clash[];
  /** How many values of theirs were taken over without a question. */
  taken: number;
}

export type Choice = 'mine' | 'theirs';

/** Brings two drafts together that grew from the same base, value by value. Nothing is lost: what both changed becomes a clash. */
export function mergeDrafts(base: DraftContent, mine: DraftContent, theirs: DraftContent): Merge {
  const fields = mergeValues('/fields', base.fields, mine.fields, theirs.fields);
  const lines = mergeLines(base.lines, mine.lines, theirs.lines);
  const customerId = mine.customerId === base.customerId ? theirs.customerId : mine.customerId;
  return {
    content: { fields: fields.values, lines: lines.lines, customerId },
    clashes: [...fields.clashes, ...lines.clashes],
    taken: fields.taken + lines.taken,
  };
}

/** The draft after a person has chosen, for each clash, whose value stays. The customer goes with the buyer's name. */
export function settleMerge(merge: Merge, theirs: DraftContent, choices: Readonly<Record<string, Choice>>): DraftContent {
  const content: DraftContent = {
    ...merge.content,
    fields: { ...merge.content.fields },
    lines: merge.content.lines.map((line) => ({ ...line })),
  };
  for (const { path, theirs: value } of merge.clashes.filter((clash) => choices[clash.path] === 'theirs')) {
    const [, part, first = '', second = ''] = path.split('/');
    if (path === '/lines') {
      content.lines = theirs.lines;
    } else if (part === 'fields') {
      content.fields[first] = value;
    } else {
      const line = content.lines[Number(first)];
      if (line !== undefined) {
        line[second] = value;
      }
    }
  }
  return choices['/fields/buyerName'] === 'theirs' ? { ...content, customerId: theirs.customerId } : content;
}

function mergeLines(base: Values[], mine: Values[], theirs: Values[]): { lines: Values[]; clashes: Clash[]; taken: number } {
  if (isSameValue(mine, theirs) || isSameValue(base, theirs)) {
    return { lines: mine, clashes: [], taken: 0 };
  }
  if (isSameValue(base, mine)) {
    return { lines: theirs, clashes: [], taken: 1 };
  }
  if (base.length !== mine.length || base.length !== theirs.length) {
    return { lines: mine, clashes: [{ path: '/lines', mine: String(mine.length), theirs: String(theirs.length) }], taken: 0 };
  }
  const merged = base.map((line, row) => mergeValues(`/lines/${row}`, line, mine[row] ?? {}, theirs[row] ?? {}));
  return {
    lines: merged.map(({ values }) => values),
    clashes: merged.flatMap(({ clashes }) => clashes),
    taken: merged.reduce((sum, { taken }) => sum + taken, 0),
  };
}

function mergeValues(prefix: string, base: Values, mine: Values, theirs: Values) {
  const values: Values = { ...mine };
  const clashes: Clash[] = [];
  let taken = 0;
  for (const key of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const [old, own, other] = [base[key] ?? null, mine[key] ?? null, theirs[key] ?? null];
    if (isSameValue(own, other) || isSameValue(old, other)) {
      continue;
    }
    if (isSameValue(old, own)) {
      values[key] = other;
      taken += 1;
    } else {
      clashes.push({ path: `${prefix}/${key}`, mine: own, theirs: other });
    }
  }
  return { values, clashes, taken };
}
