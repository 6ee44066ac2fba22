import type { Content, Kind, Values } from '@danku/domain/documents/kinds.ts';

import { chinesePageWords, type DemoLine, type DemoPage, type PageWords } from './demo-page.ts';

const titles: Record<Kind, string> = {
  QT: '报价单',
  SC: '销售合同',
  SO: '销售订单',
  DN: '送货单',
  POD: '签收单',
  INV: '电子发票（增值税专用发票）',
  CN: '电子发票（红字增值税专用发票）',
  RT: '退货单',
  RC: '收款收据',
  ST: '对账单',
};

/** What else stands on the papers, as they call it. */
const remarks: readonly (readonly [key: string, label: string])[] = [
  ['orderNumber', '订单号'],
  ['deliveryNumber', '送货单号'],
  ['originalNumber', '对应蓝字发票'],
  ['redLetterNumber', '红字信息确认单'],
  ['validUntil', '有效期至'],
  ['effectiveFrom', '生效'],
  ['expiresOn', '到期'],
  ['dueDate', '交货日期'],
  ['shipTo', '送货地址'],
  ['salesperson', '业务员'],
  ['paymentTerms', '付款方式'],
  ['warehouse', '仓库'],
  ['carrier', '承运'],
  ['trackingNumber', '运单号'],
  ['vehicle', '车牌'],
  ['signer', '签收人'],
  ['returnReason', '退货原因'],
  ['bankReference', '流水号'],
  ['purpose', '用途'],
  ['periodStart', '期间自'],
  ['periodEnd', '至'],
  ['openingBalance', '期初余额'],
  ['closingBalance', '期末余额'],
  ['remark', ''],
];

/** On a receipt and a statement the columns are about other papers. */
const wordsOf: Partial<Record<Kind, PageWords>> = {
  RC: {
    ...chinesePageWords,
    buyer: '付款方',
    seller: '收款方',
    columns: { ...chinesePageWords.columns, specification: '单据号' },
  },
  ST: { ...chinesePageWords, columns: { ...chinesePageWords.columns, specification: '单据号', net: '借方', tax: '贷方' } },
};

/** The printed page of a content: what stands there is what is to be entered. */
export function pageOf(kind: Kind, { fields, lines }: Content): { page: DemoPage; words: PageWords } {
  const text = (key: string) => fields[key] ?? '';
  const page: DemoPage = {
    kind,
    title: titles[kind],
    number: text('number'),
    date: text('issueDate').replace(/^(\d+)-(\d+)-(\d+)$/, '$1年$2月$3日'),
    seller: { name: text('sellerName'), taxId: text('sellerTaxId') },
    buyer: { name: text('buyerName'), taxId: text('buyerTaxId') },
    lines: lines.map(lineOf),
    totals: { net: text('netTotal'), tax: text('taxTotal'), gross: grossOf(kind, fields), words: text('grossTotalInWords') },
    remark: remarkOf(fields),
    signer: text('drawer'),
  };
  const words = wordsOf[kind] ?? chinesePageWords;
  return kind === 'INV' ? { page: { ...page, qrText: qrText(fields) }, words } : { page, words };
}

function grossOf(kind: Kind, fields: Values): string {
  return (kind === 'ST' ? fields['closingBalance'] : fields['grossTotal']) ?? '';
}

function lineOf(line: Values): DemoLine {
  const text = (key: string) => line[key] ?? '';
  return {
    description: text('description'),
    specification: text('specification') || text('reference') || text('lot'),
    unit: text('unit'),
    quantity: text('quantity'),
    unitPrice: text('unitPrice'),
    net: text('netAmount') || text('debit'),
    rate: percent(text('taxRate')),
    tax: text('taxAmount') || text('credit'),
  };
}

function percent(rate: string): string {
  return /^0\.\d\d$/.test(rate) ? `${String(Number(rate.slice(2)))}%` : rate;
}

function remarkOf(fields: Values): string {
  return remarks
    .filter(([key]) => (fields[key] ?? '') !== '')
    .map(([key, label]) => `${label}${label === '' ? '' : ' '}${fields[key] ?? ''}`)
    .join('；');
}

function qrText(fields: Values): string {
  return `01,31,,${fields['number'] ?? ''},${fields['grossTotal'] ?? ''},${(fields['issueDate'] ?? '').replaceAll('-', '')},,7A3F`;
}
