import type { DocumentAction } from '../documents/flow.ts';
import type { Permission } from './permissions.ts';

/** Which right each action on a document needs. `approve` is refined in the Gate: the manager's last word needs another right. */
export const policy: Record<DocumentAction, Permission> = {
  view: 'document.read',
  edit: 'document.enter',
  submit: 'document.enter',
  withdraw: 'document.enter',
  approve: 'document.review',
  'send-back': 'document.review',
  adjudicate: 'document.adjudicate',
  archive: 'document.archive',
  amend: 'document.amend',
  void: 'document.void',
  transfer: 'document.transfer',
  ask: 'document.comment',
  answer: 'document.answer',
  comment: 'document.comment',
  link: 'document.enter',
};
