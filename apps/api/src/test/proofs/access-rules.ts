import type { Permission } from '@danku/domain/access/permissions.ts';
import type { DocumentAction, Stage } from '@danku/domain/documents/flow.ts';

/** What an address can name. */
export type Thing =
  | 'customer'
  | 'customer-group'
  | 'product'
  | 'legal-entity'
  | 'document-type'
  | 'member'
  | 'role'
  | 'token'
  | 'session';

/** Who may call an endpoint, as it was promised; written down apart from the code that keeps it. */
export type Rule =
  /** Anyone, any signed-in account, or any member: for what is one's own or for everybody. */
  | { of: 'everyone' | 'account' | 'member' }
  /** One's own things: those of others are not there. */
  | { of: 'owner'; thing: Thing }
  /** Holders of any of these rights; `stricter` where the operation may refuse them for reasons of its own. */
  | { of: 'right'; anyOf: readonly Permission[]; thing?: Thing; stricter?: boolean }
  /** The Gate, for this action on a document in this stage; `also` another right; `absent` where there is nothing to show yet. */
  | { of: 'gate'; action: DocumentAction; stage: Stage; also?: Permission; absent?: boolean }
  /** What a person holds of a document (a lease, a waiting decision): for everybody else there is nothing. */
  | { of: 'holder' }
  /** Whoever may see a document with this file. */
  | { of: 'file' }
  | { of: 'inbox' };

const anyone: Rule = { of: 'everyone' };
const account: Rule = { of: 'account' };
const member: Rule = { of: 'member' };
const right = (...anyOf: Permission[]): Rule => ({ of: 'right', anyOf });
const rightOn = (thing: Thing, ...anyOf: Permission[]): Rule => ({ of: 'right', anyOf, thing });
const strictOn = (thing: Thing, ...anyOf: Permission[]): Rule => ({ of: 'right', anyOf, thing, stricter: true });
const gate = (action: DocumentAction, stage: Stage, more: { also?: Permission; absent?: boolean } = {}): Rule => ({
  of: 'gate',
  action,
  stage,
  ...more,
});
const view = gate('view', 'review');

/** Every endpoint by method and path. An endpoint that is not here fails the proof. */
export const accessRules: Record<string, Rule | undefined> = {
  'GET /config': anyone,
  'POST /auth/sign-in': anyone,
  'POST /auth/set-up': anyone,
  'GET /auth/links/:token': anyone,
  'POST /auth/links/:token/accept': anyone,
  'POST /auth/links/:token/reset': anyone,
  'POST /auth/sign-out': account,
  'GET /me': account,
  'PATCH /me': account,
  'POST /me/password': account,
  'GET /me/sessions': account,
  'DELETE /me/sessions/:id': { of: 'owner', thing: 'session' },
  'GET /me/tokens': member,
  'POST /me/tokens': member,
  'DELETE /me/tokens/:id': { of: 'owner', thing: 'token' },

  'GET /members': right('member.read'),
  'POST /members/invitations': { of: 'right', anyOf: ['account.manage', 'role.manage'], stricter: true },
  'PATCH /members/:id': rightOn('member', 'account.manage'),
  'PUT /members/:id/roles': strictOn('member', 'role.manage', 'account.manage'),
  'GET /members/:id/holdings': rightOn('member', 'account.manage', 'document.transfer'),
  'POST /members/:id/deactivate': rightOn('member', 'account.manage'),
  'POST /members/:id/reactivate': rightOn('member', 'account.manage'),
  'POST /members/:id/reset-link': rightOn('member', 'account.manage'),
  'POST /members/:id/revoke-sessions': rightOn('member', 'session.manage'),
  'GET /roles': right('member.read'),
  'POST /roles': right('role.manage'),
  'PATCH /roles/:id': rightOn('role', 'role.manage'),
  'DELETE /roles/:id': rightOn('role', 'role.manage'),

  'GET /documents': right('document.read'),
  'POST /documents': right('document.enter'),
  'GET /documents/:id': view,
  'PATCH /documents/:id': gate('edit', 'entry'),
  'PUT /documents/:id/pages': gate('edit', 'entry'),
  'GET /documents/:id/findings': view,
  'POST /documents/:id/submit': gate('submit', 'entry'),
  'POST /documents/:id/return-to-inbox': gate('edit', 'entry'),
  'POST /documents/:id/void': gate('void', 'review'),
  'POST /documents/:id/transfer': gate('transfer', 'review'),
  'POST /documents/:id/amend': gate('amend', 'archived'),
  'POST /documents/:id/withdraw': gate('withdraw', 'review'),
  'POST /documents/:id/approve': gate('approve', 'review'),
  'POST /documents/:id/send-back': gate('send-back', 'review'),
  'DELETE /documents/:id/pending': { of: 'holder' },
  'POST /documents/:id/adjudicate': gate('adjudicate', 'adjudication'),
  'GET /documents/:id/events': view,
  'GET /documents/:id/versions': view,
  'GET /documents/:id/versions/:number': view,
  'GET /documents/:id/diff': view,
  'POST /documents/:id/ask': gate('ask', 'review'),
  'POST /documents/:id/answer': gate('answer', 'review'),
  'GET /documents/:id/comments': view,
  'POST /documents/:id/comments': gate('comment', 'review'),
  'POST /documents/:id/comments/:commentId/resolve': gate('comment', 'review'),
  'GET /documents/:id/links': view,
  'POST /documents/:id/links': gate('link', 'entry'),
  'DELETE /documents/:id/links/:otherId/:relation': gate('link', 'entry', { absent: true }),

  'GET /queues': member,
  'GET /queues/:stage': right('document.read'),
  'POST /queues/:stage/next': right('document.enter'),
  'POST /documents/:id/claim': gate('approve', 'review'),
  'POST /documents/:id/release': { of: 'holder' },
  'POST /documents/:id/skip': { of: 'holder' },
  'GET /my-work': member,
  'GET /my-questions': member,

  'POST /files': right('inbox.manage', 'document.enter'),
  'GET /files/:id': { of: 'file' },
  'GET /files/:id/content': { of: 'file' },
  'GET /files/:id/pages/:page': { of: 'file' },
  'POST /files/:id/preview': { of: 'file' },
  'GET /inbox': right('inbox.manage', 'document.enter'),
  'GET /inbox/:id': { of: 'inbox' },
  // Names its items in the body: the proof’s are nobody’s.
  'POST /inbox/arrange': { of: 'holder' },
  'POST /inbox/:id/reject': { of: 'inbox' },

  'GET /documents/:id/archive-checks': gate('view', 'approved', { also: 'document.archive' }),
  'POST /documents/:id/archive': gate('archive', 'approved'),
  'GET /documents/:id/archive-record': gate('view', 'approved', { absent: true }),
  'GET /documents/:id/paper': gate('view', 'archived', { absent: true }),
  'PUT /documents/:id/paper': gate('view', 'archived', { also: 'paper.manage' }),
  'POST /documents/:id/paper/lend': gate('view', 'archived', { also: 'paper.manage', absent: true }),
  'POST /documents/:id/paper/return': gate('view', 'archived', { also: 'paper.manage', absent: true }),
  'GET /papers': right('paper.manage'),
  'GET /registers': right('register.read'),
  'GET /registers/:series/:period': right('register.read'),

  'GET /customers': right('customer.read'),
  'POST /customers': right('customer.manage'),
  'GET /customers/:id': rightOn('customer', 'customer.read'),
  'PATCH /customers/:id': rightOn('customer', 'customer.manage'),
  'POST /customers/:id/merge': rightOn('customer', 'customer.manage'),
  'GET /customer-groups': right('customer.read', 'account.manage'),
  'POST /customer-groups': right('customer.manage'),
  'PATCH /customer-groups/:id': rightOn('customer-group', 'customer.manage'),
  'GET /products': right('product.read'),
  'POST /products': right('product.manage'),
  'PATCH /products/:id': rightOn('product', 'product.manage'),
  'GET /legal-entities': member,
  'POST /legal-entities': right('settings.manage'),
  'PATCH /legal-entities/:id': rightOn('legal-entity', 'settings.manage'),

  'GET /document-types': member,
  'POST /document-types': right('type.manage'),
  'PATCH /document-types/:id': rightOn('document-type', 'type.manage'),
  'GET /settings': member,
  'PATCH /settings': right('settings.manage'),
  'GET /audit/events': right('audit.read'),
  'GET /audit/export': right('audit.export'),
};
