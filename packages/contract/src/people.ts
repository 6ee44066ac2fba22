import { permissions, scopes } from '@danku/domain/access/permissions.ts';
import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Empty, Id, IdParams, list, Named, page, PageQuery, text, Timestamp, Version } from './shapes.ts';

export const Member = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  isActive: z.boolean(),
  roles: z.array(z.object({ id: Id, key: z.string(), name: z.string() })),
  customerGroups: z.array(Named),
  createdAt: Timestamp,
  deactivatedAt: z.nullable(Timestamp),
  version: Version,
});
export type Member = z.infer<typeof Member>;

export const Role = z.object({
  id: Id,
  key: z.string(),
  name: z.string(),
  permissions: z.array(z.enum(permissions)),
  scope: z.enum(scopes),
  isBuiltin: z.boolean(),
  memberCount: z.int(),
  version: Version,
});
export type Role = z.infer<typeof Role>;

/** An open one-time link, as the administrator who made it sees it; the address is shown once. */
const LinkMade = z.object({ url: z.string(), expiresAt: Timestamp });

export const listMembers = endpoint({
  method: 'get',
  path: '/members',
  summary: 'The people of the organisation',
  query: z.object({ ...PageQuery, q: z.optional(text(100)), active: z.optional(z.stringbool()) }),
  reply: page(Member),
  problems: ['unauthenticated', 'forbidden'],
});

export const inviteMember = endpoint({
  method: 'post',
  path: '/members/invitations',
  summary:
    'Invite a person by a link (account.manage); roles of administrators need the security administrator once there is one',
  status: 201,
  body: z.strictObject({
    email: z.string().check(z.maxLength(200), z.email()),
    name: text(80, 1),
    roleIds: z.array(Id).check(z.minLength(1), z.maxLength(20)),
  }),
  reply: LinkMade,
  problems: ['unauthenticated', 'forbidden', 'already-exists', 'conflict'],
});

export const changeMember = endpoint({
  method: 'patch',
  path: '/members/:id',
  summary: 'Change a person’s name or customer groups (account.manage)',
  versioned: true,
  params: IdParams,
  body: z.strictObject({
    version: Version,
    name: z.optional(text(80, 1)),
    customerGroupIds: z.optional(z.array(Id).check(z.maxLength(200))),
  }),
  reply: Member,
  problems: ['unauthenticated', 'forbidden', 'not-found', 'stale', 'version-required'],
});

export const setMemberRoles = endpoint({
  method: 'put',
  path: '/members/:id/roles',
  summary: 'Grant and take roles (role.manage; account.manage for business roles while there is no security administrator)',
  versioned: true,
  params: IdParams,
  body: z.strictObject({ version: Version, roleIds: z.array(Id).check(z.maxLength(20)) }),
  reply: Member,
  problems: ['unauthenticated', 'forbidden', 'not-found', 'stale', 'version-required', 'conflict'],
});

/** What a person holds: it has to go to someone else when they leave. */
export const Holdings = z.object({
  drafts: z.int(),
  leases: z.int(),
  returned: z.int(),
  assigned: z.int(),
  questions: z.int(),
  items: z.array(
    z.object({
      documentId: Id,
      label: z.string(),
      kind: z.string(),
      holding: z.enum(['draft', 'lease', 'returned', 'assigned', 'question']),
    }),
  ),
});

export const readHoldings = endpoint({
  method: 'get',
  path: '/members/:id/holdings',
  summary: 'Drafts, leases, returned and assigned work of a person',
  params: IdParams,
  reply: Holdings,
  problems: ['unauthenticated', 'forbidden', 'not-found'],
});

export const deactivateMember = endpoint({
  method: 'post',
  path: '/members/:id/deactivate',
  summary: 'Close a person’s access; what they hold goes to the one named, or back to the queue (account.manage)',
  versioned: true,
  params: IdParams,
  body: z.strictObject({ version: Version, reassignTo: z._default(z.nullable(Id), null) }),
  reply: Member,
  problems: ['unauthenticated', 'forbidden', 'not-found', 'stale', 'version-required', 'conflict'],
});

export const reactivateMember = endpoint({
  method: 'post',
  path: '/members/:id/reactivate',
  summary: 'Open a person’s access again (account.manage)',
  versioned: true,
  params: IdParams,
  body: z.strictObject({ version: Version }),
  reply: Member,
  problems: ['unauthenticated', 'forbidden', 'not-found', 'stale', 'version-required'],
});

export const makeResetLink = endpoint({
  method: 'post',
  path: '/members/:id/reset-link',
  summary: 'Make a password reset link for a person (account.manage)',
  params: IdParams,
  body: Empty,
  status: 201,
  reply: LinkMade,
  problems: ['unauthenticated', 'forbidden', 'not-found'],
});

export const revokeMemberSessions = endpoint({
  method: 'post',
  path: '/members/:id/revoke-sessions',
  summary: 'End every session and token of a person (session.manage)',
  params: IdParams,
  body: Empty,
  reply: z.object({ revoked: z.int() }),
  problems: ['unauthenticated', 'forbidden', 'not-found'],
});

export const listRoles = endpoint({
  method: 'get',
  path: '/roles',
  summary: 'The roles of the organisation',
  reply: list(Role),
  problems: ['unauthenticated', 'forbidden'],
});

const RoleBody = {
  name: text(60, 1),
  permissions: z.array(z.enum(permissions)).check(z.minLength(1)),
  scope: z.enum(scopes),
};

export const createRole = endpoint({
  method: 'post',
  path: '/roles',
  summary: 'Make a custom role: a set of permissions with a scope (role.manage)',
  status: 201,
  body: z.strictObject(RoleBody),
  reply: Role,
  problems: ['unauthenticated', 'forbidden', 'already-exists'],
});

export const changeRole = endpoint({
  method: 'patch',
  path: '/roles/:id',
  summary: 'Change a custom role (role.manage)',
  versioned: true,
  params: IdParams,
  body: z.strictObject({ version: Version, ...RoleBody }),
  reply: Role,
  problems: ['unauthenticated', 'forbidden', 'not-found', 'stale', 'version-required', 'conflict', 'already-exists'],
});

export const deleteRole = endpoint({
  method: 'delete',
  path: '/roles/:id',
  summary: 'Delete a custom role nobody holds (role.manage)',
  params: IdParams,
  reply: 'nothing',
  problems: ['unauthenticated', 'forbidden', 'not-found', 'conflict'],
});
