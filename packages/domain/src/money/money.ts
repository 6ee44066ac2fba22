/** ISO 4217 currencies whose minor unit is not the hundredth. */
const unusualDigits: Readonly<Record<string, number>> = {
  BHD: 3,
  CLP: 0,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  OMR: 3,
  PYG: 0,
  TND: 3,
  UGX: 0,
  VND: 0,
  XAF: 0,
  XOF: 0,
};

/** The largest amount kept, in minor units: eighteen digits, which a PostgreSQL bigint holds with room for sums. */
export const largestMinor = 999_999_999_999_999_999n;

/** How many digits follow the decimal point in this currency: CNY 2, JPY 0, KWD 3. */
export function currencyDigits(currency: string): number {
  return unusualDigits[currency.toUpperCase()] ?? 2;
}

const plain = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?$/;

/**
 * Reads an amount as people and papers write it: thousands separators, a currency sign or code, full-width
 * characters, more digits than the currency has (rounded half up, away from zero). Null when it is no amount.
 */
export function parseMoney(text: string, currency: string): bigint | null {
  const bare = text
    .normalize('NFKC')
    .replace(/[−–—]/g, '-')
    .replace(/[\s'¥$€£₩]|元|圆|人民币|RMB/gi, '')
    .replace(new RegExp(`^([+-]?)${currency}|${currency}$`, 'i'), '$1');
  const match = plain.exec(bare);
  const whole = match?.[2]?.replaceAll(',', '') ?? '';
  const fraction = match?.[3] ?? '';
  if (match === null || whole + fraction === '') {
    return null;
  }
  const digits = currencyDigits(currency);
  const kept = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  const minor = kept + (fraction.charAt(digits) >= '5' ? 1n : 0n);
  if (minor > largestMinor) {
    return null;
  }
  return match[1] === '-' ? -minor : minor;
}

/** As parseMoney, for text that is known to be an amount; a RangeError when it is not. */
export function toMinor(text: string, currency: string): bigint {
  const minor = parseMoney(text, currency);
  if (minor === null) {
    throw new RangeError(`not an amount in ${currency}: ${text}`);
  }
  return minor;
}

/** The decimal text of an amount, as it travels over HTTP: 113000n in CNY is "1130.00". */
export function toDecimal(minor: bigint, currency: string): string {
  const digits = currencyDigits(currency);
  const sign = minor < 0n ? '-' : '';
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  const point = text.length - digits;
  return digits === 0 ? sign + text : `${sign}${text.slice(0, point)}.${text.slice(point)}`;
}

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formats.get(key);
  if (known !== undefined) {
    return known;
  }
  const digits = currencyDigits(currency);
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, made);
  return made;
}

function isNumeric(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** The amount for people, with sign and separators of their locale. Exact: the text never becomes a float. */
export function formatMoney(minor: bigint, currency: string, locale: string): string {
  const decimal = toDecimal(minor, currency);
  return isNumeric(decimal) ? formatOf(currency, locale).format(decimal) : decimal;
}
