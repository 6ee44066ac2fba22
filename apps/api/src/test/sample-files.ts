import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import sharp from 'sharp';

import { pdfOf } from '../storage/test/pdf-of.ts';

/** A PDF of so many pages, each saying `text` (ASCII). `extra` is further objects from number 4 + 2 × pages on; `catalog` adds to the root. */
export function samplePdf(name: string, { pages = 1, text = name, catalog = '', extra = [] }: SamplePdf = {}): File {
  const numbers = Array.from({ length: pages }, (_, index) => index);
  const kids = numbers.map((index) => `${4 + index * 2} 0 R`).join(' ');
  const bytes = pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...numbers.flatMap((index) => pageObjects(index, `${text} ${index + 1}`)),
    ...extra,
  ]);
  return new File([new Uint8Array(bytes)], name);
}

export interface SamplePdf {
  pages?: number;
  text?: string;
  catalog?: string;
  extra?: string[];
}

function pageObjects(index: number, text: string): string[] {
  const drawing = `BT /F1 24 Tf 40 100 Td (${text}) Tj ET`;
  const resources = '<< /Font << /F1 3 0 R >> >>';
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Resources ${resources} /Contents ${5 + index * 2} 0 R >>`,
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
  ];
}

/** A PNG or JPEG of 120 × 80 pixels in one colour; other colours are other bytes. */
export async function samplePicture(name: string, colour: string, format: 'png' | 'jpeg' = 'png'): Promise<File> {
  const image = sharp({ create: { width: 120, height: 80, channels: 3, background: colour } });
  return new File([new Uint8Array(await image.toFormat(format).toBuffer())], name);
}

/** One of the real files beside the previews' tests. */
export function sampleFile(sample: string, name = sample): File {
  return new File([new Uint8Array(readFileSync(join(import.meta.dirname, '../storage/test/samples', sample)))], name);
}
