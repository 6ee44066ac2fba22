import { describe, expect, it } from 'vitest';

import { contentDisposition, safeFileName } from './file-name.ts';

describe('safeFileName', () => {
  it.each([
    ['发票 2026-01.pdf', '发票 2026-01.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\scan.png', 'scan.png'],
    ['a\u0000b\r\nSet-Cookie: x.pdf', 'abSet-Cookie_ x.pdf'],
    ['invoice\u202Egpj.exe', 'invoicegpj.exe'],
    ['zero\u200Bwidth\uFEFF.pdf', 'zerowidth.pdf'],
    ['e\u0301.pdf', 'é.pdf'],
    ['CON', '_CON'],
    ['nul.pdf', '_nul.pdf'],
    ['com1.tar.gz', '_com1.tar.gz'],
    ['console.pdf', 'console.pdf'],
    ['...', 'file'],
    ['', 'file'],
    ['.htaccess', 'htaccess'],
    ['name. . .', 'name'],
    ['what?<is>"this"|*.pdf', 'what__is__this___.pdf'],
    ['lone\uD800surrogate.pdf', 'lonesurrogate.pdf'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it('keeps at most 200 bytes, whole characters and the extension', () => {
    for (const name of [`${'长'.repeat(300)}.pdf`, `${'a'.repeat(300)}.ofd`, `${'🧾'.repeat(90)}.xml`, 'x'.repeat(300)]) {
      const safe = safeFileName(name);
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
      expect(safe.isWellFormed()).toBe(true);
      expect(safe.endsWith(name.includes('.') ? name.slice(-4) : 'x')).toBe(true);
    }
  });

  it('is stable: a safe name stays as it is', () => {
    for (const name of ['CON.pdf', '../x', `${'长'.repeat(300)}.pdf`, ' . a . ']) {
      expect(safeFileName(safeFileName(name))).toBe(safeFileName(name));
    }
  });
});

describe('contentDisposition', () => {
  it('gives a plain and a full name', () => {
    expect(contentDisposition('发票 1.pdf', 'attachment')).toBe(
      `attachment; filename="__ 1.pdf"; filename*=UTF-8''%E5%8F%91%E7%A5%A8%201.pdf`,
    );
  });

  it.each(['a"; filename="evil.exe', 'x\r\nSet-Cookie: a=b', "it's (1)*%41.pdf", '\u202Efdp.exe', '🧾;.pdf'])(
    'cannot be broken out of by %j',
    (name) => {
      const header = contentDisposition(name, 'inline');
      expect(header).toMatch(/^inline; filename="[^"\\\r\n%;]*"; filename\*=UTF-8''[A-Za-z0-9%._~-]*$/);
    },
  );
});
