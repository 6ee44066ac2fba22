import type { InvoiceLabels } from '../preview/invoice-data.ts';

export const labels: InvoiceLabels = {
  invoice: '发票 Invoice',
  creditNote: '红字发票 Credit note',
  number: '号码',
  date: '日期',
  seller: '销售方',
  buyer: '购买方',
  taxId: '税号',
  description: '名称',
  specification: '规格',
  unit: '单位',
  quantity: '数量',
  unitPrice: '单价',
  net: '金额',
  rate: '税率',
  tax: '税额',
  gross: '价税合计',
  grossInWords: '大写',
  remark: '备注',
  renderedFromData: '由数据绘制，非原件图像',
};
