import type { DocumentType } from '@danku/contract/settings.ts';
import type { Kind } from '@danku/domain/documents/kinds.ts';
import { checkPattern } from '@danku/domain/documents/numbering.ts';
import type { TypeBody } from './settings-queries.ts';

export const retentionClasses = ['10y', '30y', 'permanent'] as const;
export const resets = ['monthly', 'yearly', 'never'] as const;

/** A new type starts with what most organisations want. */
export function blankType(kind: Kind): TypeBody {
  return {
    name: '',
    prefix: kind,
    extraFields: [],
    numberingPattern: '{TYPE}-{YYYY}{MM}-{SEQ:6}',
    numberingReset: 'monthly',
    reviewRules: [{ fromGross: null, fromRisk: null, policy: 'single' }],
    slaMinutes: { entry: 480, review: 240, 'second-review': 240, adjudication: 480, approved: 960 },
    retentionClass: kind === 'QT' || kind === 'ST' ? '10y' : '30y',
    requiredChecks: [],
    isActive: true,
  };
}

export function bodyOf({ id: _id, kind: _kind, version: _version, ...body }: DocumentType): TypeBody {
  return body;
}

/** The parts of the form that are not right yet; each says by itself what is wrong. */
export function faultsOf(draft: TypeBody): string[] {
  const faults: [boolean, string][] = [
    [draft.name.trim() === '', 'name'],
    [!/^[A-Z][A-Z0-9]{0,9}$/.test(draft.prefix), 'prefix'],
    [checkPattern(draft.numberingPattern, draft.numberingReset).length > 0, 'numberingPattern'],
    [draft.reviewRules.some((rule) => isWrongAmount(rule.fromGross ?? null)), 'reviewRules'],
    [Object.values(draft.slaMinutes).some((minutes) => !isMinutes(minutes)), 'slaMinutes'],
    [
      (draft.extraFields ?? []).some(
        (field, index, all) => isWrongField(field) || all.findIndex(({ key }) => key === field.key) !== index,
      ),
      'extraFields',
    ],
  ];
  return faults.flatMap(([isWrong, name]) => (isWrong ? [name] : []));
}

export function isWrongAmount(amount: string | null): boolean {
  return amount !== null && !/^-?\d{1,15}(?:\.\d{1,4})?$/.test(amount);
}

export function isMinutes(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= 5 && minutes <= 60 * 24 * 60;
}

export type ExtraField = NonNullable<TypeBody['extraFields']>[number];

export function isWrongKey(key: string): boolean {
  return !/^x[A-Z][A-Za-z0-9]{0,38}$/.test(key);
}

function isWrongField({ key, label, type, choices }: ExtraField): boolean {
  return (
    isWrongKey(key) || label.zh.trim() === '' || label.en.trim() === '' || (type === 'choice' && (choices ?? []).length === 0)
  );
}
