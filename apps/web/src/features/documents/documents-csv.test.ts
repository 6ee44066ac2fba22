import { en } from '@danku/words/en.ts';
import { translator } from '@danku/words/translate.ts';
import { expect, it } from 'vitest';
import { csvOf } from './documents-csv.ts';

const row = {
  kind: 'INV',
  typeName: 'Invoice',
  stage: 'review',
  draftNumber: 'D-1',
  number: '=1+1',
  registryNumber: null,
  partyName: 'A "quoted", party',
  issueDate: '2026-08-22',
  currency: 'CNY',
  grossTotal: '-113.00',
  createdBy: { id: '1', name: 'Li' },
} as const;

it('keeps amounts as numbers and makes formulas harmless', () => {
  const full = {
    ...row,
    id: '1',
    version: 1,
    archiveNumber: null,
    customer: null,
    riskScore: 0,
    dueAt: null,
    isReturned: false,
    isBlind: false,
    isSuperseded: false,
    lease: null,
    assignee: null,
    createdAt: '',
    updatedAt: '',
  };
  const [head, line] = csvOf(translator('en', en), [full]).split('\r\n');
  expect(head?.startsWith('\uFEFFKind,Number')).toBe(true);
  expect(line).toBe(`Invoice,'=1+1,,"A ""quoted"", party",2026-08-22,CNY,-113.00,To review,Li`);
});
