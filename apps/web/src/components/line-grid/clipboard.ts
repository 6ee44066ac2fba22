/** Cells of a copied table: rows by line, columns by tab; quoted cells may hold both (as Excel writes them). */
export function parseTable(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:^|\t|\r\n|\n|\r)(?:"((?:[^"]|"")*)"(?=\t|\r|\n|$)|([^\t\r\n]*))/g;
  const body = text.replace(/(?:\r\n|\n|\r)$/, '');
  for (const match of body.matchAll(pattern)) {
    const opener = match[0].charAt(0);
    if (match.index > 0 && (opener === '\n' || opener === '\r')) {
      rows.push([]);
    }
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
  }
  return rows;
}

/** Whether a paste is a table rather than a word for one cell. */
export function isTable(text: string): boolean {
  return /[\t\n\r]/.test(text.replace(/(?:\r\n|\n|\r)$/, ''));
}
