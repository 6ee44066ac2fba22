import { childrenNamed } from '../../xml.ts';
import type { XmlElement } from '../../xml.ts';
import type { GlyphPath, GlyphSource } from '../glyph-paths.ts';
import type { SvgPage } from '../svg-page.ts';
import type { OfdResources } from './ofd-resources.ts';
import { numberOf } from './ofd-values.ts';

/** More steps than any line has characters; a longer list is an attack. */
const maximumSteps = 100_000;

/** Steps between characters, `g 3 1.5` standing for 1.5 three times. */
export function stepsOf(value: string | undefined): number[] {
  const parts = (value ?? '').trim().split(/[\s,]+/);
  const steps: number[] = [];
  for (let at = 0; at < parts.length && steps.length < maximumSteps; at += 1) {
    if (parts[at] !== 'g') {
      steps.push(Number(parts[at]));
      continue;
    }
    const times = Math.min(Number(parts[at + 1]), maximumSteps);
    const step = Number(parts[at + 2]);
    for (let time = 0; time < times; time += 1) {
      steps.push(step);
    }
    at += 2;
  }
  return value === undefined || value.trim() === '' ? [] : steps.map((step) => (Number.isFinite(step) ? step : 0));
}

/** Draws the text codes of a text object in its own coordinates; the caller has set transform and colour. */
export function drawText(page: SvgPage, object: XmlElement, resources: OfdResources): void {
  const size = numberOf(object.attributes['Size'], 3.5);
  const horizontal = numberOf(object.attributes['HScale'], 1);
  const font = resources.fonts.get(object.attributes['Font'] ?? '');
  let [x, y] = [0, 0];
  for (const code of childrenNamed(object, 'TextCode')) {
    [x, y] = [numberOf(code.attributes['X'], x), numberOf(code.attributes['Y'], y)];
    drawCode(page, code, { x, y, size, horizontal, glyphs: glyphsOf(object, code, font, resources.house) });
  }
}

type Placed = { x: number; y: number; size: number; horizontal: number; glyphs: (GlyphPath | undefined)[] };

function drawCode(page: SvgPage, code: XmlElement, { x, y, size, horizontal, glyphs }: Placed): void {
  const [stepsX, stepsY] = [stepsOf(code.attributes['DeltaX']), stepsOf(code.attributes['DeltaY'])];
  const isPlaced = stepsX.length > 0 || stepsY.length > 0;
  let pen = [x, y] as const;
  let room = 0;
  for (const [index, glyph] of glyphs.entries()) {
    const scale = size / (glyph?.unitsPerEm ?? 1000);
    const advance = (glyph?.advance ?? 500) * scale * horizontal;
    const step = stepsX[index] ?? stepsX.at(-1) ?? 0;
    room = step > 0 ? step : room;
    // Our letters may be wider than those the writer had in mind; they are narrowed to the step left for them.
    // The last of a row has no step of its own and takes its neighbour's, unless it is a full Han square.
    const isLetter = advance < size * 0.98;
    const squeeze = room > 0 && (step > 0 || isLetter) ? Math.min(1, Math.max(0.5, room / advance)) : 1;
    if (glyph !== undefined) {
      page.addGlyph(glyph, [scale * horizontal * squeeze, 0, 0, -scale, pen[0], pen[1]]);
    }
    pen = isPlaced ? [pen[0] + step, pen[1] + (stepsY[index] ?? 0)] : [pen[0] + advance, pen[1]];
  }
}

/** One glyph a character: the embedded font's by number where the file names it, else by sign, else ours. */
function glyphsOf(object: XmlElement, code: XmlElement, font: GlyphSource | undefined, house: GlyphSource) {
  const glyphs = [...code.text].map((sign) => font?.ofSign(sign) ?? house.ofSign(sign));
  if (font === undefined) {
    return glyphs;
  }
  for (const transform of childrenNamed(object, 'CGTransform')) {
    const start = numberOf(transform.attributes['CodePosition'], 0);
    const numbersOfGlyphs = (childrenNamed(transform, 'Glyphs')[0]?.text ?? '').trim().split(/\s+/).map(Number);
    for (const [offset, id] of numbersOfGlyphs.entries()) {
      if (start + offset < glyphs.length && Number.isInteger(id)) {
        glyphs[start + offset] = font.ofGlyph(id) ?? glyphs[start + offset];
      }
    }
  }
  return glyphs;
}
