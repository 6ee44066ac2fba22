import type { Kind } from '@danku/domain/documents/kinds.ts';

/** A paper of the demo, every value already as it is printed. An empty string leaves its place blank. */
export type DemoPage = {
  kind: Kind;
  title: string;
  number: string;
  date: string;
  seller: DemoParty;
  buyer: DemoParty;
  lines: DemoLine[];
  totals: { net: string; tax: string; gross: string; words: string };
  remark?: string;
  signer?: string;
  /** What the QR code of an invoice says. */
  qrText?: string;
};
export type DemoParty = { name: string; taxId: string };
export type DemoLine = {
  description: string;
  specification: string;
  unit: string;
  quantity: string;
  unitPrice: string;
  net: string;
  rate: string;
  tax: string;
};

/** The lines that go on one sheet; `note` numbers the sheets where there are several. */
export type Sheet = { lines: DemoLine[]; note: string; isLast: boolean };

/** The printed labels. They are the paper's own words, not the screen's, so they come with the demo. */
export type PageWords = {
  seller: string;
  buyer: string;
  sellerColumn: string;
  buyerColumn: string;
  name: string;
  taxId: string;
  number: string;
  date: string;
  invoiceNumber: string;
  invoiceDate: string;
  columns: Record<keyof DemoLine, string>;
  sum: string;
  grossInWords: string;
  grossInFigures: string;
  net: string;
  tax: string;
  gross: string;
  remark: string;
  signer: string;
  sellerSignature: string;
  buyerSignature: string;
  page: (page: number, pages: number) => string;
  seal: string;
  invoiceSeal: string;
  supervisionSeal: [string, string];
  currency: string;
};

export const chinesePageWords: PageWords = {
  seller: '供方',
  buyer: '需方',
  sellerColumn: '销售方信息',
  buyerColumn: '购买方信息',
  name: '名称：',
  taxId: '统一社会信用代码/纳税人识别号：',
  number: '编号：',
  date: '日期：',
  invoiceNumber: '发票号码：',
  invoiceDate: '开票日期：',
  columns: {
    description: '项目名称',
    specification: '规格型号',
    unit: '单位',
    quantity: '数量',
    unitPrice: '单价',
    net: '金额',
    rate: '税率',
    tax: '税额',
  },
  sum: '合计',
  grossInWords: '价税合计（大写）',
  grossInFigures: '（小写）',
  net: '不含税金额：',
  tax: '税额：',
  gross: '合计金额：',
  remark: '备注',
  signer: '开票人：',
  sellerSignature: '供方（盖章）：',
  buyerSignature: '需方（签字）：',
  page: (page, pages) => `第 ${page} 页 共 ${pages} 页`,
  seal: '业务专用章',
  invoiceSeal: '发票专用章',
  supervisionSeal: ['全国统一发票监制章', '国家税务总局'],
  currency: '¥',
};
