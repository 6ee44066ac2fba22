import type { Endpoint } from '@danku/contract/endpoint.ts';
import * as z from 'zod/mini';

import { fill, isShape, type Shape } from '../sample-of.ts';

export interface Placed {
  /** Where the id stands: `/fileIds/0`. */
  place: string;
  value: unknown;
}

/** Bodies (or queries) that an endpoint accepts, one for each place in which an id can stand, with `id` there. */
export function placesOf(schema: Endpoint['body'], id: string): Placed[] {
  return schema === undefined ? [] : variants(isShape(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })), id);
}

function variants(shape: Shape, id: string): Placed[] {
  const choices = shape['anyOf'] ?? shape['oneOf'];
  if (Array.isArray(choices)) {
    return choices.flatMap((choice) => variants(isShape(choice), id));
  }
  if (shape['format'] === 'uuid') {
    return [{ place: '', value: id }];
  }
  if (shape['type'] === 'array') {
    return variants(isShape(shape['items']), id).map(({ place, value }) => ({ place: `/0${place}`, value: [value] }));
  }
  if (shape['type'] !== 'object') {
    return [];
  }
  return Object.entries(isShape(shape['properties'])).flatMap(([key, property]) =>
    variants(isShape(property), id).map(({ place, value }) => ({
      place: `/${key}${place}`,
      value: { ...isShape(fill(shape)), [key]: value },
    })),
  );
}
