import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { FieldProblem } from '@danku/contract/problem.ts';
import { kindDefinitions } from '@danku/domain/documents/kind-definitions.ts';
import type { Kind } from '@danku/domain/documents/kinds.ts';
import { checkPattern, formatNumber, parsePattern } from '@danku/domain/documents/numbering.ts';

import { Problem } from '../../problem.ts';

export type TypeBody = Omit<Input<typeof contract.settings.createDocumentType>['body'], 'kind'>;

/** Throws invalid with everything that is wrong, each at its place: fields, numbering, rules that can never apply. */
export function requireValidType(kind: Kind, body: TypeBody): void {
  const errors = [...fieldFaults(kind, body), ...numberingFaults(body), ...ruleFaults(body)];
  if (errors.length > 0) {
    throw new Problem('invalid', { errors });
  }
}

function fieldFaults(kind: Kind, { extraFields }: TypeBody): FieldProblem[] {
  const known = new Set(kindDefinitions[kind].fields.map(({ key }) => key));
  return extraFields.flatMap(({ key, type, choices = [] }, index): FieldProblem[] => {
    const isTaken = known.has(key);
    known.add(key);
    const faults: FieldProblem[] = isTaken ? [{ path: `/extraFields/${index}/key`, code: 'duplicate' }] : [];
    if (type === 'choice' && choices.length === 0) {
      faults.push({ path: `/extraFields/${index}/choices`, code: 'required' });
    }
    if (new Set(choices).size < choices.length) {
      faults.push({ path: `/extraFields/${index}/choices`, code: 'duplicate' });
    }
    return faults;
  });
}

function numberingFaults({ numberingPattern, numberingReset, prefix }: TypeBody): FieldProblem[] {
  const faults: string[] = checkPattern(numberingPattern, numberingReset);
  if (faults.length === 0 && !fits(numberingPattern, prefix)) {
    faults.push('too-long');
  }
  return faults.map((code) => ({ path: '/numberingPattern', code }));
}

/** Whether numbers with this very prefix, which may be longer than a kind's, stay short enough. */
function fits(source: string, prefix: string): boolean {
  const pattern = parsePattern(source);
  try {
    return pattern !== null && formatNumber(pattern, { type: prefix, sequence: 1, instant: new Date(0), timeZone: 'UTC' }) !== '';
  } catch (error) {
    if (error instanceof RangeError) {
      return false;
    }
    throw error;
  }
}

/** The first rule that fits decides, so nothing may stand behind a rule that always fits. */
function ruleFaults({ reviewRules }: TypeBody): FieldProblem[] {
  const last = reviewRules.findIndex(({ fromGross, fromRisk }) => fromGross === null && fromRisk === null);
  return reviewRules.flatMap((_, index) =>
    last !== -1 && index > last ? [{ path: `/reviewRules/${index}`, code: 'unreachable' }] : [],
  );
}
