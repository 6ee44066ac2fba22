import sharp from 'sharp';

import { childNamed, childrenNamed, textAt } from '../../xml.ts';
import type { XmlElement } from '../../xml.ts';
import { glyphSource, openHouseFont } from '../glyph-paths.ts';
import type { GlyphSource } from '../glyph-paths.ts';
import { longSide } from '../preview-page.ts';
import { locate } from './ofd-package.ts';
import type { OfdPackage } from './ofd-package.ts';

/** Pictures beyond this many pixels are left out. */
const maximumPixels = 120_000_000;

/** Everything pages refer to by number. */
export type OfdResources = {
  house: GlyphSource;
  fonts: Map<string, GlyphSource>;
  drawParams: Map<string, XmlElement>;
  units: Map<string, XmlElement>;
  /** A data URI of a picture, made anew by us as PNG; undefined where it cannot be read. */
  picture: (id: string) => Promise<string | undefined>;
};

export function createResources(files: OfdPackage): OfdResources & { add: (path: string) => void } {
  const fonts = new Map<string, GlyphSource>();
  const drawParams = new Map<string, XmlElement>();
  const units = new Map<string, XmlElement>();
  const media = new Map<string, string>();
  const pictures = new Map<string, string | undefined>();

  function add(path: string): void {
    const resource = files.xmlAt(path);
    const base = locate(path, resource?.attributes['BaseLoc'] ?? '.');
    const fileAt = (location: string) => locate(`${base}/x`, location);
    for (const font of childrenNamed(childNamed(resource, 'Fonts'), 'Font')) {
      const bytes = files.bytesAt(fileAt(textAt(font, 'FontFile')));
      const source = bytes === undefined ? undefined : glyphSource(bytes, `font-${fonts.size}`);
      if (source !== undefined) {
        fonts.set(idOf(font), source);
      }
    }
    childrenNamed(childNamed(resource, 'DrawParams'), 'DrawParam').forEach((element) => drawParams.set(idOf(element), element));
    childrenNamed(childNamed(resource, 'CompositeGraphicUnits'), 'CompositeGraphicUnit').forEach((element) =>
      units.set(idOf(element), element),
    );
    childrenNamed(childNamed(resource, 'MultiMedias'), 'MultiMedia').forEach((element) =>
      media.set(idOf(element), fileAt(textAt(element, 'MediaFile'))),
    );
  }

  async function picture(id: string): Promise<string | undefined> {
    if (!pictures.has(id)) {
      pictures.set(id, await pictureOf(files.bytesAt(media.get(id) ?? '')));
    }
    return pictures.get(id);
  }

  return { house: openHouseFont(), fonts, drawParams, units, picture, add };
}

function idOf(element: XmlElement): string {
  return element.attributes['ID'] ?? '';
}

/** Drawn anew, so that whatever else hides in the file stays behind. SVG is no picture format of OFD. */
export async function pictureOf(bytes: Buffer | undefined): Promise<string | undefined> {
  if (bytes === undefined) {
    return undefined;
  }
  try {
    const image = sharp(bytes, { limitInputPixels: maximumPixels });
    const { format } = await image.metadata();
    if (format === 'svg') {
      return undefined;
    }
    const png = await image
      .resize(longSide, longSide, { fit: 'inside', withoutEnlargement: true })
      .png({ compressionLevel: 3 })
      .toBuffer();
    return `data:image/png;base64,${png.toString('base64')}`;
  } catch {
    return undefined;
  }
}
