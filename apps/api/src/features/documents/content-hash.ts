import { hash } from 'node:crypto';

/** SHA-256 of the content's canonical JSON (RFC 8785 for the plain strings and nulls it is made of): keys sorted, no spaces. */
export function contentHash(content: { fields: unknown; lines: unknown }): string {
  return hash('sha256', canonical({ fields: content.fields, lines: content.lines }));
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
