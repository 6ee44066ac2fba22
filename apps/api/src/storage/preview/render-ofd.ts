import sharp from 'sharp';

import { childNamed, childrenNamed, textAt } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import { drawObjects } from './ofd/ofd-objects.ts';
import { locate, openOfdPackage, required } from './ofd/ofd-package.ts';
import type { OfdPackage } from './ofd/ofd-package.ts';
import { createResources, pictureOf } from './ofd/ofd-resources.ts';
import { sealsOf } from './ofd/ofd-seals.ts';
import type { SealDrawer } from './ofd/ofd-seals.ts';
import { boxOf, numbersOf } from './ofd/ofd-values.ts';
import type { Box } from './ofd/ofd-values.ts';
import { PreviewFailure } from './preview-failure.ts';
import { svgToPreviewPage } from './preview-page.ts';
import type { PreviewPage } from './preview-page.ts';
import type { PreviewLimits } from './render-previews.ts';
import { createSvgPage, numbers } from './svg-page.ts';

const a4: Box = [0, 0, 210, 297];

/**
 * Our own drawing of an OFD (GB/T 33190): templates, text, paths, pictures, composites and the appearance of
 * annotations, and the seals that signatures put on pages. Not drawn: shadings, patterns, clips and JBIG2 pictures. Fonts that are not embedded are shown in the house font, each sign where the file
 * puts it.
 */
export async function* renderOfd(bytes: Buffer, limits: PreviewLimits): AsyncGenerator<PreviewPage> {
  for await (const svg of ofdToSvg(bytes, limits.pages, drawSeal)) {
    yield await svgToPreviewPage(svg);
  }
}

/** The picture of a seal is often an OFD itself; seals inside a seal are not drawn, nor one that cannot be read. */
export async function drawSeal(type: string, bytes: Buffer): Promise<string | undefined> {
  if (type !== 'ofd') {
    return pictureOf(bytes);
  }
  try {
    const { value: svg } = await ofdToSvg(bytes, 1, async () => undefined).next();
    return typeof svg === 'string' ? await pictureOf(await sharp(Buffer.from(svg)).png().toBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

export async function* ofdToSvg(bytes: Buffer, maximumPages: number, draw: SealDrawer): AsyncGenerator<string> {
  const files = openOfdPackage(bytes);
  const body = childNamed(files.xmlAt('OFD.xml'), 'DocBody');
  const root = locate('OFD.xml', required(textAt(body, 'DocRoot') || undefined));
  const document = required(files.xmlAt(root));
  const common = childNamed(document, 'CommonData');
  const resources = createResources(files);
  for (const name of ['PublicRes', 'DocumentRes']) {
    childrenNamed(common, name).forEach((resource) => resources.add(locate(root, resource.text)));
  }
  const pages = childrenNamed(childNamed(document, 'Pages'), 'Page');
  if (pages.length > maximumPages) {
    throw new PreviewFailure('too-many-pages');
  }
  if (pages.length === 0) {
    throw new PreviewFailure('damaged');
  }
  const around = {
    files,
    root,
    resources,
    common,
    annotations: annotationsOf(files, root, document),
    seals: await sealsOf(files, body, draw),
  };
  for (const page of pages) {
    yield await drawPage(page, around);
  }
}

type Around = {
  files: OfdPackage;
  root: string;
  resources: ReturnType<typeof createResources>;
  common: XmlElement | undefined;
  annotations: Map<string, XmlElement>;
  seals: Map<string, string[]>;
};

async function drawPage(listed: XmlElement, { files, root, resources, common, annotations, seals }: Around): Promise<string> {
  const path = locate(root, listed.attributes['BaseLoc'] ?? '');
  const content = required(files.xmlAt(path));
  childrenNamed(content, 'PageRes').forEach((resource) => resources.add(locate(path, resource.text)));
  const svg = createSvgPage(areaOf(childNamed(content, 'Area')) ?? areaOf(childNamed(common, 'PageArea')) ?? a4);
  const around = { page: svg, resources, inherited: undefined, depth: 0 };
  const templates = childrenNamed(content, 'Template').map((used) => ({
    isAbove: used.attributes['ZOrder'] === 'Foreground',
    content: templateOf(files, root, common, used.attributes['TemplateID']),
  }));
  for (const template of templates.filter(({ isAbove }) => !isAbove)) {
    await drawObjects(childNamed(template.content, 'Content'), around);
  }
  await drawObjects(childNamed(content, 'Content'), around);
  for (const template of templates.filter(({ isAbove }) => isAbove)) {
    await drawObjects(childNamed(template.content, 'Content'), around);
  }
  for (const annotation of childrenNamed(annotations.get(listed.attributes['ID'] ?? ''), 'Annot')) {
    const appearance = childNamed(annotation, 'Appearance');
    if (annotation.attributes['Visible'] !== 'false' && appearance !== undefined) {
      const [x = 0, y = 0] = numbersOf(appearance.attributes['Boundary']);
      svg.add(`<g transform="translate(${numbers([x, y])})">`);
      await drawObjects(appearance, around);
      svg.add('</g>');
    }
  }
  (seals.get(listed.attributes['ID'] ?? '') ?? []).forEach((seal) => svg.add(seal));
  return svg.toString();
}

function areaOf(area: XmlElement | undefined): Box | undefined {
  const box = boxOf(textAt(area, 'PhysicalBox'));
  return box !== undefined && box[2] > 0 && box[3] > 0 ? box : undefined;
}

function templateOf(files: OfdPackage, root: string, common: XmlElement | undefined, id: string | undefined) {
  const template = childrenNamed(common, 'TemplatePage').find(({ attributes }) => attributes['ID'] === id);
  const location = template?.attributes['BaseLoc'];
  return location === undefined ? undefined : files.xmlAt(locate(root, location));
}

/** The annotations of each page, by the page's id. */
function annotationsOf(files: OfdPackage, root: string, document: XmlElement): Map<string, XmlElement> {
  const location = textAt(document, 'Annotations');
  if (location === '') {
    return new Map();
  }
  const path = locate(root, location);
  const found = childrenNamed(files.xmlAt(path), 'Page').flatMap((page) => {
    const annotation = files.xmlAt(locate(path, textAt(page, 'FileLoc')));
    return annotation === undefined ? [] : [[page.attributes['PageID'] ?? '', annotation] as const];
  });
  return new Map(found);
}
