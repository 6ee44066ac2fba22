import { reasons, remedyCodes } from '@danku/domain/access/gate.ts';
import { permissions, scopes } from '@danku/domain/access/permissions.ts';
import { roleKeys } from '@danku/domain/access/roles.ts';
import { duties } from '@danku/domain/access/segregation.ts';
import { documentActions, reviewPolicies, stages } from '@danku/domain/documents/flow.ts';
import { kindDefinitions } from '@danku/domain/documents/kind-definitions.ts';
import { kinds } from '@danku/domain/documents/kinds.ts';
import { errorClasses, eventTypes } from '@danku/domain/events.ts';
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import type { Catalogue } from './keys.ts';
import { translator } from './translate.ts';
import { zhCn } from './zh-cn.ts';

const english = entriesOf(en);
const chinese = entriesOf(zhCn);
const fields = kinds.flatMap((kind) => [...kindDefinitions[kind].fields, ...kindDefinitions[kind].lineFields]);

const spoken: Record<string, readonly string[]> = {
  kind: kinds,
  stage: stages,
  action: documentActions,
  reason: reasons,
  remedy: remedyCodes,
  role: roleKeys,
  permission: permissions,
  scope: scopes,
  duty: duties,
  policy: reviewPolicies,
  'error-class': errorClasses,
  event: eventTypes,
  field: fields.map((field) => field.key),
  choice: fields.flatMap((field) => (field.choices ?? []).map((choice) => `${field.key}.${choice}`)),
};

describe('the two catalogues', () => {
  it('have the same words', () => {
    expect(words(chinese)).toEqual(words(english));
  });

  it('have the same placeholders', () => {
    for (const [key, text] of chinese) {
      expect(placeholders(text), key).toEqual(placeholders(english.get(key) ?? ''));
    }
  });

  it('leave no word empty', () => {
    for (const [key, text] of [...english, ...chinese]) {
      expect(text.trim(), key).not.toBe('');
    }
  });

  it('keep Han out of English, but for the name of the other language', () => {
    const mixed = [...english].filter(([, text]) => /\p{Script=Han}/u.test(text)).map(([key]) => key);
    expect(mixed).toEqual(['shell.language.zh-CN']);
  });
});

describe.each(Object.entries(spoken))('%s', (subject, codes) => {
  it('has its words in both languages', () => {
    for (const t of [translator('en', en), translator('zh-CN', zhCn)]) {
      expect(codes.filter((code) => !t.has(`${subject}.${code}`))).toEqual([]);
    }
  });
});

function entriesOf(node: Catalogue, path = ''): Map<string, string> {
  return new Map(
    Object.entries(node).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[`${path}${key}`, value]] : [...entriesOf(value, `${path}${key}.`)],
    ),
  );
}

/** The keys without their count forms, of which languages have different ones. */
function words(entries: Map<string, string>): string[] {
  return [...new Set([...entries.keys()].map((key) => key.replace(/_(?:one|other)$/, '')))].sort();
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
}
