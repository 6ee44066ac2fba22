import { describe, expect, it } from 'vitest';

import { Problem } from '../../problem.ts';
import { requireStrongPassword } from './password-rules.ts';

const context = ['zhang.wei@huaxin.example', '张伟', 'huaxin'];
const codeOf = (password: string) => {
  try {
    requireStrongPassword(password, '/password', context);
    return 'good';
  } catch (error) {
    return error instanceof Problem ? error.facts.errors?.[0]?.code : error;
  }
};

describe('a password', () => {
  it.each(['short', 'elevenchars'])('%s is too short', (password) => {
    expect(codeOf(password)).toBe('too-short');
  });

  it.each([
    '123456789012',
    'passwordpassword',
    'P@ssw0rdP@ssw0rd',
    'aaaaaaaaaaaaaa',
    'abababababab',
    'abcdefghijklmnop',
    'Danku-2026-!!',
    'zhangwei123456',
    'huaxin-2026-2026',
    'qwertyuiop123',
  ])('%s is easy to guess', (password) => {
    expect(codeOf(password)).toBe('too-common');
  });

  it.each(['stapled horse battery', '四个苹果放在红色盒子里面', '8472-9913-5520', 'Tr0mbone&Violets'])(
    '%s is good',
    (password) => {
      expect(codeOf(password)).toBe('good');
    },
  );
});
