import { childNamed, childrenNamed, textAt } from '../../xml.ts';
import type { XmlElement } from '../../xml.ts';
import { numbers } from '../svg-page.ts';
import { locate } from './ofd-package.ts';
import type { OfdPackage } from './ofd-package.ts';
import { boxOf } from './ofd-values.ts';

/** Makes a data URI of a seal's picture: `ofd` is a small document of its own, anything else an image. */
export type SealDrawer = (type: string, bytes: Buffer) => Promise<string | undefined>;

type Stamp = { pageId: string; element: XmlElement; picture: { type: string; bytes: Buffer } };

const sequence = 0x30;
const [ia5String, utf8String, octetString, integer] = [0x16, 0x0c, 0x04, 0x02];
const maximumDepth = 12;

/**
 * The seals that signatures put on pages, as SVG by the page's id. They are shown as the file has them; whether
 * a signature holds is for the check of signatures to say, not for a picture.
 */
export async function sealsOf(files: OfdPackage, body: XmlElement | undefined, draw: SealDrawer): Promise<Map<string, string[]>> {
  const seals = new Map<string, string[]>();
  for (const { pageId, element, picture } of stampsOf(files, body)) {
    const box = boxOf(element.attributes['Boundary']);
    const image = box === undefined ? undefined : await draw(picture.type, picture.bytes);
    if (box !== undefined && image !== undefined) {
      seals.set(pageId, [...(seals.get(pageId) ?? []), placed(image, box, boxOf(element.attributes['Clip']))]);
    }
  }
  return seals;
}

/** A seal over the edge of several sheets shows only its clip on each. */
function placed(
  image: string,
  [x, y, width, height]: readonly number[],
  clip: readonly number[] = [0, 0, width ?? 0, height ?? 0],
): string {
  const [clipX = 0, clipY = 0, clipWidth = 0, clipHeight = 0] = clip;
  const at = (name: string, value: number) => ` ${name}="${numbers([value])}"`;
  const outer = at('x', (x ?? 0) + clipX) + at('y', (y ?? 0) + clipY) + at('width', clipWidth) + at('height', clipHeight);
  const inner = at('width', width ?? 0) + at('height', height ?? 0);
  return `<svg${outer} viewBox="${numbers(clip)}"><image href="${image}"${inner} preserveAspectRatio="none"/></svg>`;
}

function stampsOf(files: OfdPackage, body: XmlElement | undefined): Stamp[] {
  const location = textAt(body, 'Signatures');
  if (location === '') {
    return [];
  }
  const list = locate('OFD.xml', location);
  return childrenNamed(files.xmlAt(list), 'Signature').flatMap((listed) => {
    const path = locate(list, listed.attributes['BaseLoc'] ?? '');
    const signature = files.xmlAt(path);
    const value = files.bytesAt(locate(path, textAt(signature, 'SignedValue')));
    const picture = value === undefined ? undefined : findPicture(value, 0);
    const stamps = childrenNamed(childNamed(signature, 'SignedInfo'), 'StampAnnot');
    return picture === undefined
      ? []
      : stamps.map((element) => ({ pageId: element.attributes['PageRef'] ?? '', element, picture }));
  });
}

type DerValue = { tag: number; content: Buffer };

/** The picture of a seal is the one sequence of type name, bytes, width and height (GB/T 38540). */
function findPicture(der: Buffer, depth: number): { type: string; bytes: Buffer } | undefined {
  const values = depth > maximumDepth ? [] : readDer(der);
  const [name, data, width, height] = values;
  const isNamed = name?.tag === ia5String || name?.tag === utf8String;
  if (isNamed && data?.tag === octetString && width?.tag === integer && height?.tag === integer) {
    return { type: name.content.toString('latin1').toLowerCase(), bytes: data.content };
  }
  for (const value of values) {
    const found = value.tag === sequence ? findPicture(value.content, depth + 1) : undefined;
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** The values side by side in a DER content; stops where the lengths no longer fit. */
function readDer(der: Buffer): DerValue[] {
  const values: DerValue[] = [];
  let at = 0;
  while (at + 2 <= der.length) {
    const tag = der.readUInt8(at);
    const first = der.readUInt8(at + 1);
    const lengthBytes = first < 0x80 ? 0 : first - 0x80;
    const start = at + 2 + lengthBytes;
    if (lengthBytes > 4 || start > der.length) {
      break;
    }
    const length = lengthBytes === 0 ? first : der.readUIntBE(at + 2, lengthBytes);
    if (start + length > der.length) {
      break;
    }
    values.push({ tag, content: der.subarray(start, start + length) });
    at = start + length;
  }
  return values;
}
