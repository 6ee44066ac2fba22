import type { Values } from '@danku/domain/documents/kinds.ts';
import { describe, expect, it } from 'vitest';
import type { DraftContent } from './draft-content.ts';
import { mergeDrafts, settleMerge } from './merge-drafts.ts';

const draft = (fields: Values, lines: Values[] = [], customerId: string | null = null): DraftContent => ({
  fields,
  lines,
  customerId,
});

describe('mergeDrafts', () => {
  it('takes what only one of the two changed', () => {
    const merge = mergeDrafts(
      draft({ number: '1', remark: 'a' }),
      draft({ number: '2', remark: 'a' }),
      draft({ number: '1', remark: 'b' }),
    );
    expect(merge).toMatchObject({ content: { fields: { number: '2', remark: 'b' } }, clashes: [], taken: 1 });
  });

  it('keeps both values of what both changed, until somebody chooses', () => {
    const [base, mine, theirs] = [draft({ number: '1' }), draft({ number: '2' }), draft({ number: '3' })];
    const merge = mergeDrafts(base, mine, theirs);
    expect(merge.clashes).toEqual([{ path: '/fields/number', mine: '2', theirs: '3' }]);
    expect(settleMerge(merge, theirs, {}).fields['number']).toBe('2');
    expect(settleMerge(merge, theirs, { '/fields/number': 'theirs' }).fields['number']).toBe('3');
  });

  it('does not quarrel about equal changes, nor about nothing against blank', () => {
    expect(
      mergeDrafts(draft({ number: '1', remark: null }), draft({ number: '2', remark: '' }), draft({ number: '2' })).clashes,
    ).toEqual([]);
  });

  it('merges lines cell by cell where their number is the same', () => {
    const merge = mergeDrafts(
      draft({}, [{ quantity: '1', unit: '个' }]),
      draft({}, [{ quantity: '2', unit: '个' }]),
      draft({}, [{ quantity: '3', unit: '盒' }]),
    );
    expect(merge.clashes).toEqual([{ path: '/lines/0/quantity', mine: '2', theirs: '3' }]);
    expect(merge.content.lines).toEqual([{ quantity: '2', unit: '盒' }]);
    expect(settleMerge(merge, draft({}), { '/lines/0/quantity': 'theirs' }).lines).toEqual([{ quantity: '3', unit: '盒' }]);
  });

  it('lets one choose between two lists of lines', () => {
    const theirs = draft({}, []);
    const merge = mergeDrafts(draft({}, [{ unit: 'a' }]), draft({}, [{ unit: 'a' }, { unit: 'b' }]), theirs);
    expect(merge.clashes).toEqual([{ path: '/lines', mine: '2', theirs: '0' }]);
    expect(settleMerge(merge, theirs, { '/lines': 'theirs' }).lines).toEqual([]);
  });

  it('lets the customer go with the name of the buyer', () => {
    const theirs = draft({ buyerName: '丙' }, [], 'c3');
    const merge = mergeDrafts(draft({ buyerName: '甲' }, [], 'c1'), draft({ buyerName: '乙' }, [], 'c2'), theirs);
    expect(settleMerge(merge, theirs, {})).toMatchObject({ customerId: 'c2' });
    expect(settleMerge(merge, theirs, { '/fields/buyerName': 'theirs' })).toMatchObject({ customerId: 'c3' });
  });
});
