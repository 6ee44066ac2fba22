/** The parts of a 档号: 全宗-年度-保管期限-机构-分类-件号. `retentionYears` null means 永久. */
export type ArchiveNumberParts = {
  fonds: string;
  year: number;
  retentionYears: number | null;
  department: string;
  category: string;
  item: number;
};

const shape = /^([A-Z0-9]+)-(\d{4})-(?:(\d{1,3})Y|(PERM))-([A-Z0-9]+)-([A-Z0-9]+)-(\d{6,})$/;

/** For example Z001-2026-30Y-FIN-INV-000057. RangeError when a part does not fit the pattern. */
export function formatArchiveNumber(parts: ArchiveNumberParts): string {
  const retention = parts.retentionYears === null ? 'PERM' : `${parts.retentionYears}Y`;
  const item = String(parts.item).padStart(6, '0');
  const number = [parts.fonds, parts.year, retention, parts.department, parts.category, item].join('-');
  if (!shape.test(number)) {
    throw new RangeError(`not an archive number: ${number}`);
  }
  return number;
}

/** The parts of a 档号, or null when it is none. */
export function parseArchiveNumber(text: string): ArchiveNumberParts | null {
  const match = shape.exec(text);
  if (match === null) {
    return null;
  }
  const [, fonds = '', year, years, , department = '', category = '', item] = match;
  return {
    fonds,
    year: Number(year),
    retentionYears: years === undefined ? null : Number(years),
    department,
    category,
    item: Number(item),
  };
}
