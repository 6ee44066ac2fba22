import type { Settings } from '@danku/contract/settings.ts';

import type { Context } from '../../db/context.ts';
import { findSettings } from './find-settings.ts';
import { presentSettings } from './present-settings.ts';

/** Every screen reckons with them, so every member may read them. */
export async function readSettings(context: Context): Promise<Settings> {
  return presentSettings(await findSettings(context));
}
