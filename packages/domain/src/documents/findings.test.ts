import { describe, expect, it } from 'vitest';
import { columnsOf, definitionOf, tidyContent, unknownKeys } from './content.ts';
import { checkContent, directionOf, hasInvalidTaxId } from './findings.ts';
import { kindDefinitions } from './kind-definitions.ts';
import type { Content, Kind } from './kinds.ts';
import { kinds } from './kinds.ts';

const ours = '91350100M000100Y43';
const theirs = '91440101MA5CJQ4N59';
const facts = { today: '2026-11-24', tenantCurrency: 'CNY', ownTaxIds: [ours], customer: null };

const invoice: Content = {
  fields: {
    invoiceType: 'digital-special',
    number: '24442000000312847561',
    issueDate: '2026-08-22',
    buyerName: '杭州云栖智能科技有限公司',
    buyerTaxId: theirs,
    sellerName: '华信商贸有限公司',
    sellerTaxId: ours,
    netTotal: '239.97',
    taxTotal: '31.19',
    grossTotal: '271.16',
    grossTotalInWords: '贰佰柒拾壹元壹角陆分',
  },
  lines: [
    {
      description: '*电子元件*贴片电容',
      quantity: '3',
      unitPrice: '33.33',
      netAmount: '99.99',
      taxRate: '0.13',
      taxAmount: '13.00',
    },
    { description: '排针', quantity: '7', unitPrice: '19.99', netAmount: '139.93', taxRate: '0.13', taxAmount: '18.19' },
    { description: '服务', quantity: '1', unitPrice: '0.05', netAmount: '0.05', taxRate: '0.06', taxAmount: '0.00' },
  ],
};
const changed = (fields: Content['fields'], lines = invoice.lines): Content => ({
  fields: { ...invoice.fields, ...fields },
  lines,
});
const codes = (content: Content, given: Partial<typeof facts> = {}, kind: Kind = 'INV') =>
  checkContent(definitionOf(kind), tidyContent(definitionOf(kind), content), { ...facts, ...given }).map(
    ({ code, path }) => `${code} ${path}`,
  );

describe('checks of the content', () => {
  it('finds nothing on a right invoice', () => {
    expect(codes(invoice)).toEqual([]);
  });

  it('accepts both legal spellings of 大写, blocks another value and tells of a missing 零', () => {
    const amounts = { netTotal: '107000.53', taxTotal: '0.00', grossTotal: '107000.53' };
    const line = [{ description: '货', netAmount: '107000.53', taxRate: 'exempt', taxAmount: '0.00' }];
    expect(codes(changed({ ...amounts, grossTotalInWords: '壹拾万零柒仟元伍角叁分' }, line))).toEqual([]);
    expect(codes(changed({ ...amounts, grossTotalInWords: '壹拾万捌仟元整' }, line))).toEqual([
      'words-differ /fields/grossTotalInWords',
    ]);
  });

  it('checks a credit code’s check digit and suggests the one on record', () => {
    const wrong = `${theirs.slice(0, 17)}8`;
    const customer = { name: '杭州云栖智能科技有限公司', taxId: theirs };
    const found = checkContent(definitionOf('INV'), changed({ buyerTaxId: wrong }), { ...facts, customer });
    expect(found).toContainEqual({
      code: 'tax-id-invalid',
      severity: 'warning',
      path: '/fields/buyerTaxId',
      params: { fault: 'check-digit', suggestion: theirs },
    });
    expect(hasInvalidTaxId(changed({ buyerTaxId: wrong }))).toBe(true);
    expect(hasInvalidTaxId(changed({ buyerTaxId: 'DE123456789' }))).toBe(false);
  });

  it('checks line and header arithmetic within the tolerances', () => {
    const [first, ...rest] = invoice.lines;
    expect(codes(changed({}, [{ ...first, taxAmount: '13.06' }, ...rest]))).toEqual([]);
    expect(codes(changed({}, [{ ...first, taxAmount: '13.07' }, ...rest]))).toEqual(['line-tax /lines/0/taxAmount']);
    expect(codes(changed({ grossTotal: '271.17', grossTotalInWords: null }))).toEqual(['total-gross /fields/grossTotal']);
    expect(codes(changed({}, [{ ...first, quantity: '4' }, ...rest]))).toEqual(['line-net /lines/0/netAmount']);
  });

  it('knows both shapes of invoice numbers', () => {
    expect(codes(changed({ number: '12345678' }))).toEqual(['fapiao-number-shape /fields/number']);
    expect(codes(changed({ number: '12345678', invoiceCode: '011001605111' }))).toEqual([]);
    expect(codes(changed({ number: 'EX-2026-7', invoiceType: 'export' }))).toEqual([]);
  });

  it('asks for required values and refuses wrong shapes, each at its place', () => {
    expect(codes(changed({ number: ' ', grossTotal: 'twelve' }))).toEqual([
      'required /fields/number',
      'not-an-amount /fields/grossTotal',
    ]);
    expect(codes(changed({ issueDate: '2026-02-30' }))).toEqual(['not-a-date /fields/issueDate']);
    expect(codes(changed({}, []))).toEqual(['no-lines /lines']);
    expect(codes(changed({ invoiceType: 'blue' }))).toEqual(['not-a-choice /fields/invoiceType']);
    expect(codes(changed({ drawer: '长'.repeat(61) }))).toEqual(['too-long /fields/drawer']);
  });

  it('tells future dates and dates out of order', () => {
    expect(codes(changed({ issueDate: '2026-11-25' }))).toEqual(['date-in-future /fields/issueDate']);
    const quote = { fields: { number: 'Q1', issueDate: '2026-01-02', validUntil: '2026-01-01' }, lines: [] };
    expect(codes(quote, {}, 'QT')).toContain('dates-out-of-order /fields/validUntil');
  });

  it('recognises a purchase and flags a foreign seller', () => {
    const purchase = changed({ buyerTaxId: ours, sellerTaxId: theirs });
    expect(directionOf(purchase, [ours])).toBe('purchase');
    expect(codes(purchase)).toContain('is-purchase /fields/buyerTaxId');
    expect(codes(changed({}), { ownTaxIds: [] })).toEqual(['seller-not-own /fields/sellerTaxId']);
  });

  it('wants negative totals on a red invoice only', () => {
    const red = { ...invoice.fields, originalNumber: '1', redReason: 'goods-returned' };
    expect(codes({ fields: red, lines: invoice.lines }, {}, 'CN')).toContain('must-be-negative /fields/grossTotal');
    expect(codes(changed({ netTotal: '-1', taxTotal: '0', grossTotal: '-1', grossTotalInWords: null }))).toContain(
      'must-be-positive /fields/grossTotal',
    );
  });

  it('balances a statement', () => {
    const statement = {
      fields: {
        periodStart: '2026-05-01',
        periodEnd: '2026-05-31',
        openingBalance: '100',
        debitTotal: '50',
        creditTotal: '30',
        closingBalance: '121',
      },
      lines: [],
    };
    expect(codes(statement, {}, 'ST')).toContain('balance-differs /fields/closingBalance');
  });

  it('lets a discount line go without quantity and rates 免税 without tax', () => {
    const lines: Content['lines'] = [
      { description: '货', quantity: '1', unitPrice: '100', netAmount: '100.00', taxRate: 'exempt', taxAmount: '0.00' },
      { description: '折扣', netAmount: '-10.00', taxRate: 'exempt', taxAmount: '0.00' },
    ];
    expect(
      codes(changed({ netTotal: '90.00', taxTotal: '0.00', grossTotal: '90.00', grossTotalInWords: '玖拾元整' }, lines)),
    ).toEqual([]);
  });
});

describe('content', () => {
  it('drops blank lines and trims values', () => {
    const tidy = tidyContent(definitionOf('SO'), {
      fields: { number: ' SO 1 ', remark: null },
      lines: [{ description: '' }, { description: ' 货 ' }],
    });
    expect(tidy).toEqual({ fields: { number: 'SO 1' }, lines: [{ description: '货' }] });
  });

  it('names keys a kind does not have', () => {
    expect(unknownKeys(definitionOf('SO'), { fields: { status: 'x' }, lines: [{ approvedBy: 'y' }] })).toEqual([
      '/fields/status',
      '/lines/0/approvedBy',
    ]);
  });

  it('draws the columns of lists from the content', () => {
    expect(columnsOf('INV', invoice.fields, 'CNY')).toMatchObject({
      number: '24442000000312847561',
      grossMinor: 27116n,
      partyTaxId: theirs,
    });
    expect(columnsOf('ST', { closingBalance: '12' }, 'CNY').grossMinor).toBe(1200n);
    expect(columnsOf('SO', { issueDate: '2026-13-01' }, 'JPY')).toMatchObject({ issueDate: null, currency: 'JPY' });
  });

  it.each(kinds)('gives %s fields with unique keys', (kind) => {
    const { fields, lineFields } = kindDefinitions[kind];
    expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
    expect(new Set(lineFields.map(({ key }) => key)).size).toBe(lineFields.length);
  });
});
