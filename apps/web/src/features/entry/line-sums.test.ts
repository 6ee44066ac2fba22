import { definitionOf } from '@danku/domain/documents/content.ts';
import type { Values } from '@danku/domain/documents/kinds.ts';
import { describe, expect, it } from 'vitest';
import type { DraftContent } from './draft-content.ts';
import { sumsOf, withSums } from './line-sums.ts';

const invoice = definitionOf('INV');
const draft = (lines: Values[], fields: Values = {}): DraftContent => ({ fields, lines, customerId: null });

function typed(before: DraftContent, row: number, values: Values, fields: Values = {}): DraftContent {
  const lines = before.lines.map((line, index) => (index === row ? { ...line, ...values } : line));
  return withSums(invoice, before, { ...before, fields: { ...before.fields, ...fields }, lines }, 'CNY');
}

describe('withSums', () => {
  it('works out net, tax and totals from quantity, price and rate', () => {
    const start = draft([{ description: '贴片电容', unitPrice: '135.5', taxRate: '0.13' }]);
    const after = typed(start, 0, { quantity: '20' });
    expect(after.lines[0]).toMatchObject({ netAmount: '2710.00', taxAmount: '352.30' });
    expect(after.fields).toMatchObject({ netTotal: '2710.00', taxTotal: '352.30', grossTotal: '3062.30' });
    const again = typed(after, 0, { quantity: '2' });
    expect(again.lines[0]).toMatchObject({ netAmount: '271.00', taxAmount: '35.23' });
    expect(again.fields['grossTotal']).toBe('306.23');
  });

  it('follows a price while it is typed digit by digit, and one that is cleared and typed anew', () => {
    const start = draft([{ quantity: '20', taxRate: '0.13' }]);
    const prices = ['1', '13', '135', '135.', '135.5', null, '4', '4.', '4.2', '4.25'];
    const after = prices.reduce((now, unitPrice) => typed(now, 0, { unitPrice }), start);
    expect(after.lines[0]).toMatchObject({ netAmount: '85.00', taxAmount: '11.05' });
    expect(after.fields).toMatchObject({ netTotal: '85.00', taxTotal: '11.05', grossTotal: '96.05' });
    const cleared = typed(after, 0, { unitPrice: null });
    expect(cleared.lines[0]).toMatchObject({ netAmount: null, taxAmount: null });
    expect(cleared.fields).toMatchObject({ netTotal: null, taxTotal: null, grossTotal: null });
  });

  it('leaves what somebody typed over it', () => {
    const start = typed(draft([{ unitPrice: '10', taxRate: '0.13' }]), 0, { quantity: '3' });
    const over = typed(start, 0, { netAmount: '29.99' });
    expect(over.lines[0]).toMatchObject({ netAmount: '29.99', taxAmount: '3.90' });
    expect(typed(over, 0, { quantity: '4' }).lines[0]).toMatchObject({ netAmount: '29.99' });
  });

  it('leaves a total as the paper has it', () => {
    const start = typed(draft([{ unitPrice: '10', taxRate: '0.13' }], { grossTotal: '33.89' }), 0, { quantity: '3' });
    expect(start.fields).toMatchObject({ netTotal: '30.00', taxTotal: '3.90', grossTotal: '33.89' });
  });

  it('splits prices that contain tax, and reckons no tax where there is none', () => {
    const order = definitionOf('SO');
    const line = { quantity: '1', unitPrice: '113', taxRate: '0.13' };
    const gross = withSums(order, draft([]), draft([line], { priceBasis: 'gross' }), 'CNY');
    expect(gross.lines[0]).toMatchObject({ netAmount: '100.00', taxAmount: '13.00' });
    const none = withSums(order, draft([]), draft([line], { priceBasis: 'none' }), 'CNY');
    expect(none.lines[0]).toMatchObject({ netAmount: '113.00' });
    expect(none.lines[0]).not.toHaveProperty('taxAmount');
  });

  it('reckons exempt lines without tax, and nothing from half a line', () => {
    const after = typed(draft([{ unitPrice: '5', taxRate: 'exempt' }]), 0, { quantity: '2' });
    expect(after.lines[0]).toMatchObject({ netAmount: '10.00', taxAmount: '0.00' });
    expect(typed(draft([{}]), 0, { quantity: '2' }).lines[0]).toEqual({ quantity: '2' });
  });

  it('does not touch other lines when one is deleted', () => {
    const start = draft([
      { quantity: '1', unitPrice: '1', netAmount: '9.00' },
      { quantity: '2', unitPrice: '2', netAmount: '8.00' },
    ]);
    const after = withSums(invoice, start, { ...start, lines: start.lines.slice(1) }, 'CNY');
    expect(after.lines[0]).toBe(start.lines[1]);
  });

  it('sums the lines of a receipt into its one amount', () => {
    expect(sumsOf(definitionOf('RC'), draft([{ netAmount: '1.50' }, { netAmount: '2' }]), 'CNY')).toEqual({
      netTotal: null,
      taxTotal: null,
      grossTotal: '3.50',
    });
  });
});
