import type { GlyphPath } from './glyph-paths.ts';
import { PreviewFailure } from './preview-failure.ts';
import { longSide } from './preview-page.ts';

/** Marks and text of one page; a page that outgrows this is no paper. */
const maximumLength = 40_000_000;
const maximumDotsPerMillimetre = 300 / 25.4;

/** One SVG page of our own: only paths, pictures as data and places of glyphs; no text, style, script or link. */
export type SvgPage = ReturnType<typeof createSvgPage>;

/** `box` in millimetres, as x, y, width, height. */
export function createSvgPage(box: readonly [number, number, number, number]) {
  const glyphs = new Map<string, string>();
  const parts: string[] = [];
  let length = 0;

  function add(part: string): void {
    length += part.length;
    if (length > maximumLength) {
      throw new PreviewFailure('too-large');
    }
    parts.push(part);
  }

  return {
    add,
    /** Draws a glyph whose matrix takes font units (y upwards) to the place where it stands. */
    addGlyph(glyph: GlyphPath, matrix: readonly number[]): void {
      if (glyph.outline === '') {
        return;
      }
      if (!glyphs.has(glyph.key)) {
        glyphs.set(glyph.key, glyph.outline);
        length += glyph.outline.length;
      }
      add(`<use href="#${glyph.key}" transform="matrix(${numbers(matrix)})"/>`);
    },
    toString(): string {
      const [, , width, height] = box;
      const scale = Math.min(longSide / Math.max(width, height), maximumDotsPerMillimetre);
      const pixels = (value: number) => Math.max(1, Math.round(value * scale));
      const outlines = [...glyphs].map(([key, outline]) => `<path id="${key}" d="${outline}"/>`).join('');
      return (
        `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels(width)}" height="${pixels(height)}" ` +
        `viewBox="${numbers(box)}" preserveAspectRatio="none"><defs>${outlines}</defs>${parts.join('')}</svg>`
      );
    },
  };
}

/** Numbers for an attribute; whatever is no number becomes 0, so nothing can be smuggled in. */
export function numbers(values: readonly number[]): string {
  return values.map((value) => (Number.isFinite(value) ? String(Math.round(value * 1e5) / 1e5) : '0')).join(' ');
}
