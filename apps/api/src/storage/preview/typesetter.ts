import type { GlyphPath, GlyphSource } from './glyph-paths.ts';
import { numbers } from './svg-page.ts';
import type { SvgPage } from './svg-page.ts';

export type TextStyle = { size: number; width: number; align?: 'left' | 'right'; colour?: string };
export type Typesetter = ReturnType<typeof createTypesetter>;

/** Sets lines of text on a page in millimetres, cut with an ellipsis where they outgrow their width. */
export function createTypesetter(page: SvgPage, font: GlyphSource) {
  const glyphsOf = (text: string) => [...text].map((sign) => font.ofSign(sign)).filter((glyph) => glyph !== undefined);

  return {
    text(x: number, y: number, value: string, { size, width, align = 'left', colour = 'rgb(20,20,20)' }: TextStyle): void {
      const glyphs = fitted(glyphsOf(value), glyphsOf('…'), width / size);
      let pen = align === 'left' ? x : x - lengthOf(glyphs) * size;
      page.add(`<g fill="${colour}">`);
      for (const glyph of glyphs) {
        const scale = size / glyph.unitsPerEm;
        page.addGlyph(glyph, [scale, 0, 0, -scale, pen, y]);
        pen += glyph.advance * scale;
      }
      page.add('</g>');
    },
    rule(x: number, y: number, end: number): void {
      page.add(`<path d="M${numbers([x, y])} L${numbers([end, y])}" stroke="rgb(190,190,190)" stroke-width="0.2"/>`);
    },
    fill(x: number, y: number, width: number, height: number): void {
      const [px, py, w, h] = [x, y, width, height].map((value) => numbers([value]));
      page.add(`<rect x="${px}" y="${py}" width="${w}" height="${h}" fill="rgb(238,240,244)"/>`);
    },
  };
}

function lengthOf(glyphs: GlyphPath[]): number {
  return glyphs.reduce((total, glyph) => total + glyph.advance / glyph.unitsPerEm, 0);
}

/** `room` in multiples of the size. */
function fitted(glyphs: GlyphPath[], ellipsis: GlyphPath[], room: number): GlyphPath[] {
  if (lengthOf(glyphs) <= room) {
    return glyphs;
  }
  const kept: GlyphPath[] = [];
  let length = lengthOf(ellipsis);
  for (const glyph of glyphs) {
    length += glyph.advance / glyph.unitsPerEm;
    if (length > room) {
      break;
    }
    kept.push(glyph);
  }
  return [...kept, ...ellipsis];
}
