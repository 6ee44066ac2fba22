import type { Content } from '@danku/domain/documents/kinds.ts';
import { addDays } from '@danku/domain/time/zone.ts';

import type { Mistake } from './paper.ts';
import type { Random } from './random.ts';

/** Something a clerk gets wrong on this paper; never what an automatic check would have stopped. */
export function someMistake(content: Content, random: Random): Mistake {
  const [first] = content.lines;
  const specification = first?.['specification'] ?? null;
  const kind = random.between(0, 2);
  if (kind === 0 && specification !== null) {
    return wrongSpecification(content, specification);
  }
  return (kind === 1 ? swappedDigits(content) : null) ?? wrongDate(content);
}

function wrongSpecification(content: Content, right: string): Mistake {
  const [first = {}, ...others] = content.lines;
  const lines = [{ ...first, specification: `${right.slice(0, -1)}?` }, ...others];
  const said = {
    path: '/lines/0/specification',
    right,
    errorClass: 'wrong-line' as const,
    comment: '规格型号与票面不符，请核对第 1 行',
  };
  return { content: { ...content, lines }, ...said };
}

/** The day in the number, or two digits in the middle of an invoice's, change places; the serial part stays unique. */
function swappedDigits(content: Content): Mistake | null {
  const right = content.fields['number'] ?? '';
  const place = right.includes('-') ? right.lastIndexOf('-') - 2 : 9;
  const swapped = right.slice(0, place) + right.charAt(place + 1) + right.charAt(place) + right.slice(place + 2);
  if (swapped === right) {
    return null;
  }
  const fields = { ...content.fields, number: swapped };
  const said = { path: '/fields/number', right, errorClass: 'digits-swapped' as const, comment: '单据编号两位数字颠倒' };
  return { content: { ...content, fields }, ...said };
}

function wrongDate(content: Content): Mistake {
  const right = content.fields['issueDate'] ?? '';
  const fields = { ...content.fields, issueDate: addDays(right, -1) };
  const said = { path: '/fields/issueDate', right, errorClass: 'date' as const, comment: '开单日期与票面不符' };
  return { content: { ...content, fields }, ...said };
}
