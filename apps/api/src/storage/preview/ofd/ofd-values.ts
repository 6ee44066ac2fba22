import { childNamed } from '../../xml.ts';
import type { XmlElement } from '../../xml.ts';
import { numbers } from '../svg-page.ts';

/** Attribute values of GB/T 33190, read leniently: what is missing or wrong becomes undefined or a default. */
export type Box = readonly [x: number, y: number, width: number, height: number];

export function numbersOf(value: string | undefined): number[] {
  return (value ?? '')
    .trim()
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map(Number)
    .filter(Number.isFinite);
}

export function numberOf(value: string | undefined, otherwise: number): number {
  return numbersOf(value)[0] ?? otherwise;
}

export function boxOf(value: string | undefined): Box | undefined {
  const [x, y, width, height] = numbersOf(value);
  return x === undefined || y === undefined || width === undefined || height === undefined ? undefined : [x, y, width, height];
}

/** The transform of an object: its boundary's corner, then its own matrix. */
export function transformOf(object: XmlElement): string {
  const [x, y] = boxOf(object.attributes['Boundary']) ?? [0, 0];
  const matrix = numbersOf(object.attributes['CTM']);
  return `translate(${numbers([x, y])})${matrix.length === 6 ? ` matrix(${numbers(matrix)})` : ''}`;
}

/** `rgb(…)` of a colour element; grey and CMYK are told by the number of values. */
export function colourOf(element: XmlElement | undefined): string | undefined {
  const values = (element?.attributes['Value'] ?? '')
    .trim()
    .split(/\s+/)
    .map((part) => (part.startsWith('#') ? Number.parseInt(part.slice(1), 16) : Number.parseFloat(part)))
    .filter(Number.isFinite);
  const [first = 0, second = 0, third = 0, fourth = 0] = values;
  switch (values.length) {
    case 1:
      return rgb([first, first, first]);
    case 3:
      return rgb([first, second, third]);
    case 4:
      return rgb([first, second, third].map((ink) => 255 * (1 - inkShare(ink)) * (1 - inkShare(fourth))));
    default:
      return undefined;
  }
}

/** Opacity attributes of an object and its colour, 0–255 in the file. */
export function opacityOf(object: XmlElement, colour?: XmlElement): string {
  const share = (numberOf(object.attributes['Alpha'], 255) / 255) * (numberOf(colour?.attributes['Alpha'], 255) / 255);
  return share >= 1 ? '' : ` opacity="${numbers([Math.max(0, share)])}"`;
}

/** The first of the objects that names this colour: the object itself, then its drawing parameters. */
export function colourElement(name: 'FillColor' | 'StrokeColor', ...sources: (XmlElement | undefined)[]) {
  return sources.map((source) => childNamed(source, name)).find((colour) => colour !== undefined);
}

function inkShare(ink: number): number {
  return Math.min(1, Math.max(0, ink / 255));
}

function rgb(values: number[]): string {
  return `rgb(${values.map((value) => Math.round(Math.min(255, Math.max(0, value)))).join(',')})`;
}
