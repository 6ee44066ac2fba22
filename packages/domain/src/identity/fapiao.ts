import { parseMoney } from '../money/money.ts';
import { isDate } from '../time/zone.ts';

/** 数电票 has a number of twenty digits and no code; the older ones eight digits and a code of ten or twelve. */
export type FapiaoShape = 'digital' | 'coded';

/** Which of the two a code and a number are; null when neither. A missing code is the empty string or null. */
export function fapiaoShape(code: string | null, number: string): FapiaoShape | null {
  const bareCode = (code ?? '').trim();
  const bareNumber = number.trim();
  if (bareCode === '' && /^\d{20}$/.test(bareNumber)) {
    return 'digital';
  }
  return /^(\d{10}|\d{12})$/.test(bareCode) && /^\d{8}$/.test(bareNumber) ? 'coded' : null;
}

/** What the type code in the QR text stands for, in the choices of an invoice's type where there is one [K]. */
export const fapiaoTypes: Readonly<Record<string, string>> = {
  '01': 'special',
  '04': 'ordinary',
  '08': 'electronic-special',
  '10': 'electronic-ordinary',
  '11': 'roll',
  '14': 'toll',
  '31': 'digital-special',
  '32': 'digital-ordinary',
};

export type FapiaoQr = {
  /** The two digits as printed; `fapiaoTypes` says what they stand for. */
  type: string;
  /** Empty on 数电票. */
  code: string;
  number: string;
  /** Minor units of CNY. */
  amount: bigint;
  /** Which printed total the amount must be compared with: 合计金额 on coded papers, 价税合计 on 数电票 [K]. */
  amountIs: 'net' | 'gross';
  /** YYYY-MM-DD. */
  date: string;
  /** 校验码, empty on 数电票. */
  checkCode: string;
  crc: string;
};

/**
 * Reads the text of an invoice's QR code: `01,type,code,number,amount,yyyymmdd,校验码,crc`. Full-width commas and a
 * left-out empty code field are accepted. Null when it is not an invoice's.
 */
export function parseFapiaoQr(text: string): FapiaoQr | null {
  const parts = text
    .normalize('NFKC')
    .replaceAll('、', ',')
    .split(',')
    .map((part) => part.trim());
  if (/^\d{20}$/.test(parts[2] ?? '')) {
    parts.splice(2, 0, '');
  }
  const [version = '', type = '', code = '', number = '', amountText = '', day = '', checkCode = '', crc = ''] = parts;
  const shape = fapiaoShape(code, number);
  const amount = parseMoney(amountText, 'CNY');
  const date = day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  if (version !== '01' || !/^\d{2}$/.test(type) || shape === null || amount === null || !isDate(date)) {
    return null;
  }
  return { type, code, number, amount, amountIs: shape === 'digital' ? 'gross' : 'net', date, checkCode, crc };
}

/** The last six digits of the 校验码, which the online check of ordinary invoices asks for [K]. */
export function onlineCheckCode(checkCode: string): string {
  return checkCode.slice(-6);
}
