import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { create } from 'fontkit';
import type { Font, Glyph } from 'fontkit';

/** An outline in font units, y upwards, and how far the pen moves; both for a font of `unitsPerEm`. */
export type GlyphPath = { key: string; outline: string; advance: number; unitsPerEm: number };
export type GlyphSource = {
  ofSign: (sign: string) => GlyphPath | undefined;
  ofGlyph: (id: number) => GlyphPath | undefined;
};

export const houseFontPath = fileURLToPath(
  import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
);

/** Noto Sans SC out of its package: a server need not have a single font, and no font is ever looked for. */
export function openHouseFont(): GlyphSource {
  return glyphSource(readFileSync(houseFontPath), 'house') ?? { ofSign: () => undefined, ofGlyph: () => undefined };
}

/** Undefined where the bytes are no font that can be read. */
export function glyphSource(bytes: Buffer, name: string): GlyphSource | undefined {
  try {
    const font = create(bytes);
    return font.type === 'TTF' ? sourceOf(font, name) : undefined;
  } catch {
    return undefined;
  }
}

function sourceOf(font: Font, name: string): GlyphSource {
  const known = new Map<number, GlyphPath | undefined>();
  const pathOf = (id: number, make: () => Glyph | null): GlyphPath | undefined => {
    if (!known.has(id)) {
      known.set(id, outlineOf(make, font, `${name}-${id}`));
    }
    return known.get(id);
  };
  return {
    ofSign(sign) {
      const code = sign.codePointAt(0) ?? 0;
      return font.hasGlyphForCodePoint(code)
        ? pathOf(font.glyphForCodePoint(code).id, () => font.glyphForCodePoint(code))
        : undefined;
    },
    ofGlyph: (id) => pathOf(id, () => font.getGlyph(id)),
  };
}

/** Embedded fonts may be broken in any glyph; a glyph that cannot be read is left out. */
function outlineOf(make: () => Glyph | null, font: Font, key: string): GlyphPath | undefined {
  try {
    const glyph = make();
    return glyph === null
      ? undefined
      : { key, outline: glyph.path.toSVG(), advance: glyph.advanceWidth, unitsPerEm: font.unitsPerEm };
  } catch {
    return undefined;
  }
}
