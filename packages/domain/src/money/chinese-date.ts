const digits = '零壹贰叁肆伍陆柒捌玖';

/**
 * A date (YYYY-MM-DD) as 票据 write it, by 支付结算办法 附件一: 零 before the months 1, 2 and 10 and before the days
 * 1–9, 10, 20 and 30; 壹 before 拾 in the others. 2026-01-15 is 贰零贰陆年零壹月壹拾伍日.
 */
export function toChineseDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const years = Array.from(year, (digit) => digits.charAt(Number(digit))).join('');
  return `${years}年${toChineseMonth(Number(month))}月${toChineseDay(Number(day))}日`;
}

function toChineseMonth(month: number): string {
  return ([1, 2, 10].includes(month) ? '零' : '') + spell(month);
}

function toChineseDay(day: number): string {
  return (day < 10 || day % 10 === 0 ? '零' : '') + spell(day);
}

function spell(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return (tens > 0 ? `${digits.charAt(tens)}拾` : '') + (ones > 0 ? digits.charAt(ones) : '');
}
