import { expect, it } from 'vitest';

import { Problem } from '../../problem.ts';
import { hashPassword, isOutdated, isPassword } from './password-hash.ts';

it('is argon2id with 64 MiB and three passes, and knows its own password only', async () => {
  const hash = await hashPassword('stapled horse battery');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  expect(isOutdated(hash)).toBe(false);
  expect(
    await Promise.all([
      isPassword('stapled horse battery', hash),
      isPassword('stapled horse batterx', hash),
      isPassword('anything', null),
    ]),
  ).toEqual([true, false, false]);
});

it('refuses those who come while too many wait, instead of starving everybody', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 60 }, () => isPassword('x', null)));
  const refused = answers.filter(
    (answer) => answer.status === 'rejected' && answer.reason instanceof Problem && answer.reason.code === 'unavailable',
  );
  expect([refused.length, answers.length - refused.length]).toEqual([28, 32]);
  expect(await isPassword('x', null)).toBe(false);
});
