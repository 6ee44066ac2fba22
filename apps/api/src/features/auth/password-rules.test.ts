import { describe, expect, it } from 'vitest';

import { requireStrongPassword } from './password-rules.ts';

const context = ['zhang.wei@huaxin.example', '张伟', 'huaxin'];
const refuse = (password: string) => expect(() => requireStrongPassword(password, '/password', context));

describe('a password', () => {
  it.each(['short', 'elevenchars'])('%s is too short', (password) => refuse(password).toThrow(expect.objectContaining({ code: 'weak-password' })));

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
  ])('%s is easy to guess', (password) => refuse(password).toThrow(expect.objectContaining({ code: 'weak-password' })));

  it.each(['stapled horse battery', '四个苹果放在红色盒子里面', '8472-9913-5520', 'Tr0mbone&Violets'])('%s is good', (password) => refuse(password).not.toThrow());
});
