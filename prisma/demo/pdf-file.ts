import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

import type { CanvasPart } from './page-canvas.ts';
import type { SubsetFont } from './page-font.ts';

export type PdfPage = { width: number; height: number; drawn: readonly CanvasPart[] };

/** A PDF 1.4 of these pages with the one font in it. Same input, same bytes: it carries no time and no chance. */
export function writePdf(pages: PdfPage[], font: SubsetFont): Buffer {
  const firstPage = 9;
  const kids = pages.map((_, index) => `${firstPage + 2 * index} 0 R`).join(' ');
  const objects = [
    object('<< /Type /Catalog /Pages 2 0 R >>'),
    object(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`),
    ...fontObjects(font),
    object('<< /Type /ExtGState /ca 0.72 /CA 0.72 /BM /Multiply >>'),
  ];
  for (const [index, { width, height, drawn }] of pages.entries()) {
    const content = firstPage + 2 * index + 1;
    objects.push(
      object(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${content} 0 R ` +
          '/Resources << /Font << /F 3 0 R >> /ExtGState << /G 8 0 R >> >> >>',
      ),
      stream('', Buffer.from(drawn.map((part) => operatorsOf(part, font)).join('\n'))),
    );
  }
  return assemble(objects);
}

function operatorsOf(part: CanvasPart, font: SubsetFont): string {
  if (typeof part === 'string') {
    return part;
  }
  return `${part.before} <${[...part.text].map((sign) => hex(font.glyphs.get(sign)?.id ?? 0)).join('')}> Tj ET`;
}

/** Objects 3 to 7: the font as PDF wants it, with widths and the way back from glyph to sign for search and copy. */
function fontObjects({ bytes, glyphs }: SubsetFont): Buffer[] {
  const name = `DEMOAA+NotoSansSC-${createHash('sha256').update(bytes).digest('hex').slice(0, 6)}`;
  const widths = [...glyphs.values()].map(({ id, width }) => `${id} [${Math.round(width * 1000)}]`).join(' ');
  const signs = [...glyphs].map(([sign, { id }]) => `<${hex(id)}> <${Buffer.from(sign, 'utf16le').swap16().toString('hex')}>`);
  const blocks: string[] = [];
  for (let at = 0; at < signs.length; at += 100) {
    const block = signs.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  const map = [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CMapName /Signs def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
  return [
    object(
      `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 7 0 R >>`,
    ),
    object(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDToGIDMap /Identity /DW 1000 /W [${widths}] ` +
        '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R >>',
    ),
    object(
      `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [-1000 -320 2000 1000] /ItalicAngle 0 ` +
        '/Ascent 880 /Descent -120 /CapHeight 733 /StemV 80 /FontFile2 6 0 R >>',
    ),
    stream(`/Length1 ${bytes.length}`, bytes),
    stream('', Buffer.from(map)),
  ];
}

function hex(glyph: number): string {
  return glyph.toString(16).padStart(4, '0');
}

function object(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

function stream(entries: string, content: Buffer): Buffer {
  const packed = deflateSync(content);
  const head = Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode ${entries} >>\nstream\n`);
  return Buffer.concat([head, packed, Buffer.from('\nendstream')]);
}

function assemble(objects: Buffer[]): Buffer {
  const pieces = [Buffer.from('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
  let at = pieces[0]?.length ?? 0;
  const places: string[] = [];
  for (const [index, body] of objects.entries()) {
    const piece = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    places.push(`${String(at).padStart(10, '0')} 00000 n \n`);
    at += piece.length;
    pieces.push(piece);
  }
  const id = createHash('sha256').update(Buffer.concat(pieces)).digest('hex').slice(0, 32);
  const size = objects.length + 1;
  const tail =
    `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n` +
    `<< /Size ${size} /Root 1 0 R /ID [<${id}> <${id}>] >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...pieces, Buffer.from(tail)]);
}
