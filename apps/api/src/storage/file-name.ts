const maximumBytes = 200;
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;
/** Control, format (bidirectional overrides, zero width), surrogate and private characters, and line separators. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu;
const forbidden = /[<>:"|?*]/g;

/**
 * A name that is harmless on every file system, in a header and on a screen: NFC, no path, nothing invisible,
 * at most 200 bytes with its extension kept. Never empty.
 */
export function safeFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replaceAll(unseen, '').replaceAll(forbidden, '_').replaceAll(/\s+/g, ' ');
  const trimmed = plain.replaceAll(/^[\s.]+|[\s.]+$/g, '');
  const { stem, extension } = splitExtension(trimmed);
  const [first = ''] = stem.split('.');
  const safeStem = reserved.test(first.trim()) ? `_${stem}` : stem;
  return shorten(safeStem, maximumBytes - Buffer.byteLength(extension)).trimEnd() + extension || 'file';
}

/** RFC 6266 with RFC 5987: a plain name for old clients and the full one in UTF-8. */
export function contentDisposition(name: string, kind: 'attachment' | 'inline'): string {
  const safe = safeFileName(name);
  const plain = safe.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll(/["\\%;]/g, '_');
  const encoded = encodeURIComponent(safe).replaceAll(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function splitExtension(name: string): { stem: string; extension: string } {
  const at = name.lastIndexOf('.');
  const extension = at > 0 ? name.slice(at) : '';
  return /^\.[A-Za-z0-9]{1,15}$/.test(extension) ? { stem: name.slice(0, at), extension } : { stem: name, extension: '' };
}

function shorten(text: string, bytes: number): string {
  let kept = '';
  let size = 0;
  for (const sign of text) {
    size += Buffer.byteLength(sign);
    if (size > bytes) {
      break;
    }
    kept += sign;
  }
  return kept;
}
