/** Excel takes a file for UTF-8 only when it begins with this. */
export const byteOrderMark = '\uFEFF';

/** What a spreadsheet reads as the beginning of a formula, in both widths; tab and line ends hide one from the eye. */
const formula = /^[=+\-@＝＋－＠\t\r\n]/;

/** One line of CSV (RFC 4180). Text that a spreadsheet would run is made text by an apostrophe. */
export function csvLine(values: readonly (string | null)[]): string {
  return `${values.map(csvValue).join(',')}\r\n`;
}

function csvValue(value: string | null): string {
  const text = value ?? '';
  const safe = formula.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
