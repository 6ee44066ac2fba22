import type { Me } from '@danku/contract/auth.ts';

import type { AccountContext } from '../../db/context.ts';
import { presentMe } from './present-me.ts';

export function readMe({ tx, account, actor, roles }: AccountContext): Promise<Me> {
  return presentMe(tx, { account, actor, roles });
}
