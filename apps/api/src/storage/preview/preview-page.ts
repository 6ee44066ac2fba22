import sharp from 'sharp';
import type { Sharp } from 'sharp';

/** One page as people see it: WebP, size in pixels. */
export type PreviewPage = { width: number; height: number; webp: Buffer };

/** The long side of a page picture, in pixels: 170 dpi on A4. */
export const longSide = 2000;

/** A picture turned upright, on white, at most `longSide` long. */
export async function toPreviewPage(image: Sharp): Promise<PreviewPage> {
  const { data, info } = await image
    .flatten({ background: 'white' })
    .resize(longSide, longSide, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80, effort: 2, smartSubsample: true })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, webp: data };
}

/** Rasterises an SVG of ours; it holds no text and no reference, so no font or file is looked for. */
export function svgToPreviewPage(svg: string): Promise<PreviewPage> {
  return toPreviewPage(sharp(Buffer.from(svg), { limitInputPixels: longSide * longSide }));
}
