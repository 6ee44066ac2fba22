import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { preferredLanguage } from './language.ts';
import { translator } from './translate.ts';
import { zhCn } from './zh-cn.ts';

describe('translator', () => {
  const english = translator('en', en);
  const chinese = translator('zh-CN', zhCn);

  it('says a word in each language', () => {
    expect(english('stage.second-review')).toBe('Second review');
    expect(chinese('stage.second-review')).toBe('待二审');
  });

  it('chooses the form by count, where a language has forms', () => {
    expect(english('shell.state.items', { count: 1 })).toBe('1 item');
    expect(english('shell.state.items', { count: 2 })).toBe('2 items');
    expect(chinese('shell.state.items', { count: 1 })).toBe('共 1 条');
  });

  it('knows which codes have words', () => {
    expect(english.has('problem.stale')).toBe(true);
    expect(english.has('shell.state.items')).toBe(true);
    expect(english.has('problem.never-heard-of')).toBe(false);
    expect(english.has('problem')).toBe(false);
    expect(english.has('problem.constructor')).toBe(false);
  });

  it('puts values in as they are', () => {
    expect(english('shell.tenant.current', { name: '{{name}} & $1' })).toBe('Organisation: {{name}} & $1');
  });

  it('leaves out with dots what is not known', () => {
    expect(english('finding.party-name-differs')).toBe('The buyer is named otherwise in the master data: …');
  });
});

describe('preferredLanguage', () => {
  it('takes the first wish we can speak, and Chinese where there is none', () => {
    expect(preferredLanguage(['fr-FR', 'en-GB', 'zh-TW'])).toBe('en');
    expect(preferredLanguage(['zh-Hans-CN', 'en'])).toBe('zh-CN');
    expect(preferredLanguage(['fr'])).toBe('zh-CN');
  });
});
