import { PreviewFailure } from './preview-failure.ts';
import type { PreviewPage } from './preview-page.ts';
import type { PreviewLimits } from './render-previews.ts';
// eslint-disable-next-line
export async function* renderXml(_bytes: Buffer, _limits: PreviewLimits): AsyncGenerator<PreviewPage> {
  throw new PreviewFailure('damaged');
}
