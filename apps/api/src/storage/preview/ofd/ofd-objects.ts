import { childNamed, textAt } from '../../xml.ts';
import type { XmlElement } from '../../xml.ts';
import { numbers } from '../svg-page.ts';
import type { SvgPage } from '../svg-page.ts';
import type { OfdResources } from './ofd-resources.ts';
import { drawText } from './ofd-text.ts';
import { boxOf, colourElement, colourOf, numberOf, numbersOf, opacityOf, transformOf } from './ofd-values.ts';

/** Blocks and composites inside one another; deeper is a loop. */
const maximumDepth = 12;

type Surroundings = { page: SvgPage; resources: OfdResources; inherited: XmlElement | undefined; depth: number };

/** Draws the objects of a layer, block, composite or appearance, in the order they lie on the page. */
export async function drawObjects(container: XmlElement | undefined, around: Surroundings): Promise<void> {
  if (container === undefined || around.depth > maximumDepth) {
    return;
  }
  const inherited = around.resources.drawParams.get(container.attributes['DrawParam'] ?? '') ?? around.inherited;
  for (const object of container.children) {
    if (object.attributes['Visible'] !== 'false') {
      await drawObject(object, { ...around, inherited, depth: around.depth + 1 });
    }
  }
}

async function drawObject(object: XmlElement, around: Surroundings): Promise<void> {
  const { page, resources } = around;
  switch (object.name) {
    case 'TextObject': {
      const fill = colourElement('FillColor', object, ...paramsOf(object, around));
      page.add(`<g transform="${transformOf(object)}" fill="${colourOf(fill) ?? 'rgb(0,0,0)'}"${opacityOf(object, fill)}>`);
      drawText(page, object, resources);
      page.add('</g>');
      return;
    }
    case 'PathObject':
      page.add(pathElement(object, paramsOf(object, around)));
      return;
    case 'ImageObject':
      page.add(await imageElement(object, resources));
      return;
    case 'CompositeObject': {
      const unit = resources.units.get(object.attributes['ResourceID'] ?? '');
      page.add(`<g transform="${transformOf(object)}"${opacityOf(object)}>`);
      await drawObjects(childNamed(unit, 'Content'), around);
      page.add('</g>');
      return;
    }
    case 'PageBlock':
    case 'Layer':
      await drawObjects(object, around);
      return;
    default:
  }
}

/** The drawing parameters an object names, those these relate to, and those of its layer. */
function paramsOf(object: XmlElement, { resources, inherited }: Surroundings): XmlElement[] {
  const found: XmlElement[] = [];
  let next = resources.drawParams.get(object.attributes['DrawParam'] ?? '') ?? inherited;
  while (next !== undefined && found.length < maximumDepth) {
    found.push(next);
    next = resources.drawParams.get(next.attributes['Relative'] ?? '');
  }
  return found;
}

function pathElement(object: XmlElement, params: XmlElement[]): string {
  const setting = (name: string) =>
    [object, ...params].map(({ attributes }) => attributes[name]).find((value) => value !== undefined);
  const isStroked = object.attributes['Stroke'] !== 'false';
  const isFilled = object.attributes['Fill'] === 'true';
  const stroke = colourElement('StrokeColor', object, ...params);
  const fill = colourElement('FillColor', object, ...params);
  const dashes = numbersOf(setting('DashPattern'));
  const attributes = [
    `d="${pathData(textAt(object, 'AbbreviatedData'))}"`,
    `transform="${transformOf(object)}"`,
    `fill="${isFilled ? (colourOf(fill) ?? 'rgb(0,0,0)') : 'none'}"`,
    `fill-rule="${object.attributes['Rule'] === 'Even-Odd' ? 'evenodd' : 'nonzero'}"`,
    `stroke="${isStroked ? (colourOf(stroke) ?? 'rgb(0,0,0)') : 'none'}"`,
    `stroke-width="${numbers([numberOf(setting('LineWidth'), 0.353)])}"`,
    ...(dashes.length > 0 ? [`stroke-dasharray="${numbers(dashes)}"`] : []),
  ];
  return `<path ${attributes.join(' ')}${opacityOf(object, isFilled ? fill : stroke)}/>`;
}

const operands: Record<string, { svg: string; count: number }> = {
  S: { svg: 'M', count: 2 },
  M: { svg: 'M', count: 2 },
  L: { svg: 'L', count: 2 },
  Q: { svg: 'Q', count: 4 },
  B: { svg: 'C', count: 6 },
  A: { svg: 'A', count: 7 },
  C: { svg: 'Z', count: 0 },
};

/** Abbreviated path data as SVG path data; stops at the first thing it does not know. */
export function pathData(abbreviated: string): string {
  const tokens = abbreviated.trim().split(/[\s,]+/);
  const parts: string[] = [];
  for (let at = 0; at < tokens.length;) {
    const operator = operands[tokens[at] ?? ''];
    const values = tokens.slice(at + 1, at + 1 + (operator?.count ?? 0)).map(Number);
    if (operator === undefined || values.length < operator.count || !values.every(Number.isFinite)) {
      break;
    }
    parts.push(operator.count === 0 ? operator.svg : `${operator.svg}${numbers(values)}`);
    at += 1 + operator.count;
  }
  return parts.join(' ');
}

/** A picture fills the unit square of its own matrix, or its boundary where it has none. */
async function imageElement(object: XmlElement, resources: OfdResources): Promise<string> {
  const picture = await resources.picture(object.attributes['ResourceID'] ?? '');
  if (picture === undefined) {
    return '';
  }
  const [, , width, height] = boxOf(object.attributes['Boundary']) ?? [0, 0, 1, 1];
  const ownSize = numbersOf(object.attributes['CTM']).length === 6 ? '' : ` scale(${numbers([width, height])})`;
  return `<image href="${picture}" width="1" height="1" preserveAspectRatio="none" transform="${transformOf(object)}${ownSize}"${opacityOf(object)}/>`;
}
