import sharp from 'sharp';

import { PreviewFailure } from './preview-failure.ts';
import { toPreviewPage } from './preview-page.ts';
import type { PreviewPage } from './preview-page.ts';
import type { PreviewLimits } from './render-previews.ts';

/** Every page of a TIFF; the first frame of anything else. Orientation of the camera is honoured. */
export async function* renderImage(bytes: Buffer, limits: PreviewLimits): AsyncGenerator<PreviewPage> {
  const { format, pages = 1 } = await inspect(bytes, 0, limits);
  const count = format === 'tiff' ? pages : 1;
  if (count > limits.pages) {
    throw new PreviewFailure('too-many-pages');
  }
  for (let page = 0; page < count; page += 1) {
    await inspect(bytes, page, limits);
    yield await toPreviewPage(openPage(bytes, page, limits).autoOrient());
  }
}

function openPage(bytes: Buffer, page: number, limits: PreviewLimits) {
  return sharp(bytes, { page, limitInputPixels: limits.pixels, failOn: 'truncated' });
}

/** Reads the header only, so that a picture too large is refused before a pixel of it is unpacked. */
async function inspect(bytes: Buffer, page: number, limits: PreviewLimits) {
  const found = await openPage(bytes, page, limits).metadata();
  if (found.width * found.height > limits.pixels) {
    throw new PreviewFailure('too-large');
  }
  return found;
}
