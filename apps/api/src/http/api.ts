import type { Endpoint } from '@danku/contract/endpoint.ts';
import type { Router } from 'express';

import type { Services } from '../db/context.ts';

/** What routes are mounted on. `mounted` is what one test compares with the contract. */
export interface Api {
  router: Router;
  services: Services;
  mounted: Endpoint[];
}
