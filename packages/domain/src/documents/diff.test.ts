import { describe, expect, it } from 'vitest';
import { type ContentRecord, diffContent } from './diff.ts';

const pen = { description: '笔', quantity: '10', unitPrice: '1.50' };
const ink = { description: '墨水', quantity: '2', unitPrice: '9.00' };
const paper = { description: '纸', quantity: '5', unitPrice: '20.00' };
const glue = { description: '胶水', quantity: '1', unitPrice: '3.00' };
const fields = { number: 'SO-1', issueDate: '2026-01-05', remark: '' };

const diffLines = (before: ContentRecord[], after: ContentRecord[]) =>
  diffContent({ fields, lines: before }, { fields, lines: after });

const diffFields = (before: ContentRecord, after: ContentRecord) =>
  diffContent({ fields: before, lines: [] }, { fields: after, lines: [] });

describe('fields', () => {
  it('names what changed, was added and was removed', () => {
    expect(diffFields(fields, { number: 'SO-2', remark: '加急' })).toEqual([
      { path: '/fields/number', before: 'SO-1', after: 'SO-2', kind: 'changed' },
      { path: '/fields/issueDate', before: '2026-01-05', after: null, kind: 'removed' },
      { path: '/fields/remark', before: '', after: '加急', kind: 'added' },
    ]);
  });

  it('sees no difference between nothing, null and an empty text, and compares deeply', () => {
    expect(diffFields({ a: null, b: '', c: [1, { d: 2 }] }, { b: undefined, c: [1, { d: 2 }] })).toEqual([]);
    expect(diffFields({ c: [1] }, { c: { 0: 1 } })).toHaveLength(1);
    expect(diffFields({ c: 5n }, { c: 6n })).toHaveLength(1);
  });

  it('escapes the pointer', () => {
    expect(diffFields({}, { 'a/b~c': 1 })[0]?.path).toBe('/fields/a~1b~0c');
  });
});

describe('lines', () => {
  it.each([0, 1, 2, 3])('an inserted line at %s is the only difference', (at) => {
    const before = [pen, ink, paper];
    expect(diffLines(before, before.toSpliced(at, 0, glue))).toEqual([
      { path: `/lines/${at}`, before: null, after: glue, kind: 'added' },
    ]);
  });

  it.each([0, 1, 2])('a removed line at %s is the only difference', (at) => {
    const before = [pen, ink, paper];
    expect(diffLines(before, before.toSpliced(at, 1))).toEqual([
      { path: `/lines/${at}`, before: before[at], after: null, kind: 'removed' },
    ]);
  });

  it('a value changed below an inserted line is found at its new place', () => {
    expect(diffLines([pen, ink], [glue, pen, { ...ink, quantity: '3' }])).toEqual([
      { path: '/lines/0', before: null, after: glue, kind: 'added' },
      { path: '/lines/2/quantity', before: '2', after: '3', kind: 'changed' },
    ]);
  });

  it('a changed item text is a change, not a removal and an addition', () => {
    expect(diffLines([pen, ink, paper], [pen, { ...ink, description: '红墨水' }, paper])).toEqual([
      { path: '/lines/1/description', before: '墨水', after: '红墨水', kind: 'changed' },
    ]);
  });

  it('tells repeated items apart by their other values', () => {
    const more = { ...pen, quantity: '99' };
    expect(diffLines([pen, more], [more])).toEqual([{ path: '/lines/0', before: pen, after: null, kind: 'removed' }]);
    expect(diffLines([more], [pen, more])).toEqual([{ path: '/lines/0', before: null, after: pen, kind: 'added' }]);
  });

  it('finds nothing in equal contents and everything in an emptied one', () => {
    expect(diffLines([pen, ink], [pen, ink])).toEqual([]);
    expect(diffLines([pen, ink], []).map((difference) => difference.kind)).toEqual(['removed', 'removed']);
    expect(diffLines([], [pen]).map((difference) => difference.path)).toEqual(['/lines/0']);
  });

  it('keeps up with long papers', () => {
    const before = Array.from({ length: 500 }, (_, index) => ({
      description: `品名${index % 50}`,
      quantity: String(index),
    }));
    const after = before.toSpliced(10, 1).toSpliced(300, 0, glue).with(400, { description: '品名0', quantity: 'x' });
    expect(diffLines(before, after)).toHaveLength(3);
  });
});
