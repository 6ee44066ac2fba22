import { childNamed, childrenNamed, descendantsNamed, parseXml, textAt } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import type { InvoiceData } from './invoice-data.ts';
import { PreviewFailure } from './preview-failure.ts';

/** Reads UBL 2.1, UN/CEFACT CII (also its ZUGFeRD 1 ancestor), 数电票 and the older tax-office XML, for display only. */
export function readInvoiceXml(bytes: Uint8Array): InvoiceData {
  const root = parseXml(bytes);
  switch (root.name) {
    case 'Invoice':
    case 'CreditNote':
      return readUbl(root);
    case 'CrossIndustryInvoice':
    case 'CrossIndustryDocument':
      return readCii(root);
    case 'EInvoice':
      return readFapiao(root);
    case 'eInvoice':
      return readOldFapiao(root);
    default:
      throw new PreviewFailure('damaged');
  }
}

function readUbl(root: XmlElement): InvoiceData {
  const totals = childNamed(root, 'LegalMonetaryTotal');
  const lines = [...childrenNamed(root, 'InvoiceLine'), ...childrenNamed(root, 'CreditNoteLine')];
  return {
    isCreditNote: root.name === 'CreditNote',
    number: textAt(root, 'ID'),
    date: textAt(root, 'IssueDate'),
    currency: textAt(root, 'DocumentCurrencyCode'),
    seller: ublParty(childNamed(root, 'AccountingSupplierParty')),
    buyer: ublParty(childNamed(root, 'AccountingCustomerParty')),
    lines: lines.map((line) => {
      const quantity = childNamed(line, 'InvoicedQuantity') ?? childNamed(line, 'CreditedQuantity');
      return {
        description: textAt(line, 'Item', 'Name'),
        specification: textAt(line, 'Item', 'SellersItemIdentification', 'ID'),
        unit: quantity?.attributes['unitCode'] ?? '',
        quantity: quantity?.text.trim() ?? '',
        unitPrice: textAt(line, 'Price', 'PriceAmount'),
        net: textAt(line, 'LineExtensionAmount'),
        rate: percent(textAt(line, 'Item', 'ClassifiedTaxCategory', 'Percent')),
        tax: textAt(line, 'TaxTotal', 'TaxAmount'),
      };
    }),
    net: textAt(totals, 'TaxExclusiveAmount'),
    tax: textAt(root, 'TaxTotal', 'TaxAmount'),
    gross: textAt(totals, 'TaxInclusiveAmount') || textAt(totals, 'PayableAmount'),
    grossInWords: '',
    remark: childrenNamed(root, 'Note')
      .map((note) => note.text.trim())
      .join(' '),
  };
}

function ublParty(holder: XmlElement | undefined) {
  const party = childNamed(holder, 'Party');
  return {
    name: textAt(party, 'PartyLegalEntity', 'RegistrationName') || textAt(party, 'PartyName', 'Name'),
    taxId: textAt(party, 'PartyTaxScheme', 'CompanyID'),
  };
}

function readCii(root: XmlElement): InvoiceData {
  const first = (name: string) => descendantsNamed(root, name)[0];
  const document = first('ExchangedDocument') ?? first('HeaderExchangedDocument');
  const totals = first('SpecifiedTradeSettlementHeaderMonetarySummation') ?? first('SpecifiedTradeSettlementMonetarySummation');
  return {
    isCreditNote: textAt(document, 'TypeCode') === '381',
    number: textAt(document, 'ID'),
    date: textAt(document, 'IssueDateTime', 'DateTimeString').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'),
    currency: first('InvoiceCurrencyCode')?.text.trim() ?? '',
    seller: ciiParty(first('SellerTradeParty')),
    buyer: ciiParty(first('BuyerTradeParty')),
    lines: descendantsNamed(root, 'IncludedSupplyChainTradeLineItem').map(ciiLine),
    net: textAt(totals, 'TaxBasisTotalAmount'),
    tax: textAt(totals, 'TaxTotalAmount'),
    gross: textAt(totals, 'GrandTotalAmount'),
    grossInWords: '',
    remark: childrenNamed(document, 'IncludedNote')
      .map((note) => textAt(note, 'Content'))
      .join(' '),
  };
}

function ciiLine(line: XmlElement) {
  const below = (name: string) => descendantsNamed(line, name)[0];
  const quantity = below('BilledQuantity');
  return {
    description: textAt(below('SpecifiedTradeProduct'), 'Name'),
    specification: textAt(below('SpecifiedTradeProduct'), 'SellerAssignedID'),
    unit: quantity?.attributes['unitCode'] ?? '',
    quantity: quantity?.text.trim() ?? '',
    unitPrice: textAt(below('NetPriceProductTradePrice'), 'ChargeAmount'),
    net: below('LineTotalAmount')?.text.trim() ?? '',
    rate: percent((below('RateApplicablePercent') ?? below('ApplicablePercent'))?.text.trim() ?? ''),
    tax: '',
  };
}

function ciiParty(party: XmlElement | undefined) {
  const registration = childrenNamed(party, 'SpecifiedTaxRegistration').at(-1);
  return { name: textAt(party, 'Name'), taxId: textAt(registration, 'ID') };
}

function readFapiao(root: XmlElement): InvoiceData {
  const data = childNamed(root, 'EInvoiceData');
  const basic = childNamed(data, 'BasicInformation');
  const party = (name: string, prefix: string) => {
    const found = childNamed(data, name);
    return { name: textAt(found, `${prefix}Name`), taxId: textAt(found, `${prefix}IdNum`) };
  };
  const gross = textAt(basic, 'TotalTax-includedAmount');
  return {
    isCreditNote: gross.startsWith('-'),
    number: textAt(root, 'TaxSupervisionInfo', 'InvoiceNumber') || textAt(root, 'Header', 'EIid'),
    date: textAt(root, 'TaxSupervisionInfo', 'IssueTime') || textAt(basic, 'RequestTime'),
    currency: 'CNY',
    seller: party('SellerInformation', 'Seller'),
    buyer: party('BuyerInformation', 'Buyer'),
    lines: childrenNamed(data, 'IssuItemInformation').map((line) => ({
      description: textAt(line, 'ItemName'),
      specification: textAt(line, 'SpecMod'),
      unit: textAt(line, 'MeaUnits'),
      quantity: textAt(line, 'Quantity'),
      unitPrice: textAt(line, 'UnPrice'),
      net: textAt(line, 'Amount'),
      rate: fraction(textAt(line, 'TaxRate')),
      tax: textAt(line, 'ComTaxAm'),
    })),
    net: textAt(basic, 'TotalAmWithoutTax'),
    tax: textAt(basic, 'TotalTaxAm'),
    gross,
    grossInWords: textAt(basic, 'TotalTax-includedAmountInChinese'),
    remark: textAt(data, 'AdditionalInformation', 'Remark'),
  };
}

function readOldFapiao(root: XmlElement): InvoiceData {
  const party = (name: string) => {
    const found = childNamed(root, name);
    return { name: textAt(found, `${name}Name`), taxId: textAt(found, `${name}TaxID`) };
  };
  const gross = textAt(root, 'TaxInclusiveTotalAmount');
  return {
    isCreditNote: gross.startsWith('-'),
    number: [textAt(root, 'InvoiceCode'), textAt(root, 'InvoiceNo')].filter((part) => part !== '').join(' '),
    date: textAt(root, 'IssueDate'),
    currency: 'CNY',
    seller: party('Seller'),
    buyer: party('Buyer'),
    lines: descendantsNamed(root, 'GoodsInfo').map((line) => ({
      description: textAt(line, 'Item'),
      specification: textAt(line, 'Specification'),
      unit: textAt(line, 'MeasurementDimension'),
      quantity: textAt(line, 'Quantity'),
      unitPrice: textAt(line, 'Price'),
      net: textAt(line, 'Amount'),
      rate: textAt(line, 'TaxScheme'),
      tax: textAt(line, 'TaxAmount'),
    })),
    net: textAt(root, 'TaxExclusiveTotalAmount'),
    tax: textAt(root, 'TaxTotalAmount'),
    gross,
    grossInWords: '',
    remark: textAt(root, 'Note'),
  };
}

function percent(value: string): string {
  return value === '' ? '' : `${value}%`;
}

/** 0.13 → 13%, by moving the point in the text; a rate that is no fraction (免税) stays. */
function fraction(value: string): string {
  const [, digits] = /^0\.(\d{2,4})$/.exec(value.padEnd(4, '0')) ?? [];
  if (digits === undefined || !value.startsWith('0.')) {
    return value;
  }
  const rest = digits.slice(2).replace(/0+$/, '');
  return `${Number(digits.slice(0, 2))}${rest === '' ? '' : `.${rest}`}%`;
}
