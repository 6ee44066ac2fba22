import { contract } from '@danku/contract';

import { readConfig } from './features/auth/read-config.ts';
import { readMe } from './features/auth/read-me.ts';
import { signIn } from './features/auth/sign-in.ts';
import type { Api } from './http/api.ts';
import { mount } from './http/mount.ts';
import { mountOutside } from './http/mount-outside.ts';

/** The whole API on one page. */
export function addRoutes(api: Api): void {
  const { auth } = contract;

  // Who one is
  mount(api, auth.readConfig, readConfig);
  mountOutside(api, auth.signIn, signIn);
  mount(api, auth.readMe, readMe);
}
