import type { Place } from '@danku/domain/events.ts';

/** One page of a document as a picture; `thumbnail` is a smaller one for the strip below. */
export interface ImagePage {
  id: string;
  url: string;
  thumbnail?: string;
  /** Degrees clockwise by which the page is shown turned; places stay those of the page as it is stored. */
  rotation?: number;
}

/** A marked place on a page, such as where a value was read. Tones are those of the cells beside the image. */
export interface ImageBox {
  id: string;
  place: Place;
  tone: 'confirmed' | 'doubt' | 'wrong';
  label: string;
}
