import * as archive from './archive.ts';
import * as audit from './audit.ts';
import * as auth from './auth.ts';
import * as discussion from './discussion.ts';
import * as documents from './documents.ts';
import type { Endpoint } from './endpoint.ts';
import * as files from './files.ts';
import * as history from './history.ts';
import * as masterData from './master-data.ts';
import * as people from './people.ts';
import * as review from './review.ts';
import * as settings from './settings.ts';
import * as work from './work.ts';

type EndpointsOf<M> = { [K in keyof M as M[K] extends Endpoint ? K : never]: M[K] };

/** Keeps what is an endpoint out of a subject's module; its shapes are left out. */
function endpointsOf<M extends object>(module: M): EndpointsOf<M>;
function endpointsOf(module: object): object {
  return Object.fromEntries(Object.entries(module).filter(([, value]) => isEndpoint(value)));
}

function isEndpoint(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'problems' in value;
}

/** Every endpoint by subject and name. The routes, the client, OpenAPI and the tests are all derived from it. */
export const contract = {
  auth: endpointsOf(auth),
  people: endpointsOf(people),
  documents: endpointsOf(documents),
  review: endpointsOf(review),
  history: endpointsOf(history),
  discussion: endpointsOf(discussion),
  work: endpointsOf(work),
  files: endpointsOf(files),
  archive: endpointsOf(archive),
  masterData: endpointsOf(masterData),
  settings: endpointsOf(settings),
  audit: endpointsOf(audit),
};
