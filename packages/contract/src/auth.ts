import { permissions, scopes } from '@danku/domain/access/permissions.ts';
import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Empty, Id, IdParams, list, text, Timestamp } from './shapes.ts';

export const locales = ['zh-CN', 'en'] as const;
const Email = z.string().check(z.maxLength(200), z.email());
/** The strength is judged by the server (weak-password); here only the bounds that hashing needs. */
const Password = text(200, 1);
const Token = z.string().check(z.minLength(20), z.maxLength(200));
const Grants = z.partialRecord(z.enum(permissions), z.enum(scopes));

export const Organisation = z.object({ id: Id, slug: z.string(), name: z.string() });
export type Organisation = z.infer<typeof Organisation>;

/** Who is signed in, where they belong, and what they may do in the organisation of this call (null where none was named). */
export const Me = z.object({
  account: z.object({
    id: Id,
    email: z.string(),
    name: z.string(),
    locale: z.enum(locales),
    preferences: z.record(z.string(), z.unknown()),
  }),
  organisations: z.array(Organisation),
  member: z.nullable(
    z.object({
      id: Id,
      name: z.string(),
      tenantId: Id,
      roles: z.array(z.object({ key: z.string(), name: z.string() })),
      grants: Grants,
      timeZone: z.string(),
      currency: z.string(),
    }),
  ),
});
export type Me = z.infer<typeof Me>;

export const Session = z.object({
  id: Id,
  createdAt: Timestamp,
  lastSeenAt: Timestamp,
  ip: z.nullable(z.string()),
  userAgent: z.nullable(z.string()),
  isCurrent: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const AccessToken = z.object({
  id: Id,
  name: z.string(),
  permissions: z.array(z.enum(permissions)),
  createdAt: Timestamp,
  expiresAt: Timestamp,
  lastUsedAt: z.nullable(Timestamp),
});
export type AccessToken = z.infer<typeof AccessToken>;

export const signIn = endpoint({
  method: 'post',
  path: '/auth/sign-in',
  summary: 'Sign in with e-mail and password; sets the session cookie',
  access: 'public',
  body: z.strictObject({ email: z.string().check(z.maxLength(200)), password: Password }),
  reply: Me,
  problems: ['wrong-credentials'],
});

export const signOut = endpoint({
  method: 'post',
  path: '/auth/sign-out',
  summary: 'End this session',
  access: 'account',
  body: Empty,
  reply: 'nothing',
  problems: ['unauthenticated'],
});

export const readMe = endpoint({
  method: 'get',
  path: '/me',
  summary: 'The signed-in person, their organisations and rights',
  access: 'account',
  reply: Me,
  problems: ['unauthenticated'],
});

export const changeMe = endpoint({
  method: 'patch',
  path: '/me',
  summary: 'Change one’s own name, language and preferences (density, single-letter keys, side of the image)',
  access: 'account',
  body: z.strictObject({
    name: z.optional(text(80, 1)),
    locale: z.optional(z.enum(locales)),
    preferences: z.optional(
      z
        .record(text(40), z.union([text(200), z.boolean(), z.number(), z.null()]))
        .check(z.refine((value) => Object.keys(value).length <= 50)),
    ),
  }),
  reply: Me,
  problems: ['unauthenticated'],
});

export const changePassword = endpoint({
  method: 'post',
  path: '/me/password',
  summary: 'Change one’s own password; ends all other sessions',
  access: 'account',
  body: z.strictObject({ current: Password, next: Password }),
  reply: 'nothing',
  problems: ['unauthenticated', 'wrong-credentials', 'weak-password'],
});

export const listSessions = endpoint({
  method: 'get',
  path: '/me/sessions',
  summary: 'One’s own sessions',
  access: 'account',
  reply: list(Session),
  problems: ['unauthenticated'],
});

export const revokeSession = endpoint({
  method: 'delete',
  path: '/me/sessions/:id',
  summary: 'End one of one’s own sessions',
  access: 'account',
  params: IdParams,
  reply: 'nothing',
  problems: ['unauthenticated', 'not-found'],
});

export const listAccessTokens = endpoint({
  method: 'get',
  path: '/me/tokens',
  summary: 'One’s own access tokens in this organisation',
  reply: list(AccessToken),
  problems: ['unauthenticated', 'not-found'],
});

export const createAccessToken = endpoint({
  method: 'post',
  path: '/me/tokens',
  summary: 'Make an access token; its value is shown in this reply and never again',
  status: 201,
  body: z.strictObject({
    name: text(80, 1),
    permissions: z.array(z.enum(permissions)).check(z.minLength(1)),
    expiresInDays: z.int().check(z.gte(1), z.lte(365)),
  }),
  reply: z.extend(AccessToken, { token: z.string() }),
  problems: ['unauthenticated', 'forbidden'],
});

export const revokeAccessToken = endpoint({
  method: 'delete',
  path: '/me/tokens/:id',
  summary: 'Revoke an access token',
  params: IdParams,
  reply: 'nothing',
  problems: ['unauthenticated', 'not-found'],
});

export const readLink = endpoint({
  method: 'get',
  path: '/auth/links/:token',
  summary: 'What a one-time link is for; not-found when it is unknown, used or expired',
  access: 'public',
  params: z.object({ token: Token }),
  reply: z.object({
    purpose: z.enum(['invite', 'reset', 'setup']),
    email: z.nullable(z.string()),
    name: z.nullable(z.string()),
    organisation: z.nullable(z.string()),
    /** An invited person who already has an account confirms with the password they have. */
    hasAccount: z.boolean(),
  }),
  problems: ['not-found'],
});

export const acceptInvitation = endpoint({
  method: 'post',
  path: '/auth/links/:token/accept',
  summary: 'Join an organisation by an invitation link; signs in',
  access: 'public',
  params: z.object({ token: Token }),
  body: z.strictObject({
    name: text(80, 1),
    password: Password,
    locale: z._default(z.enum(locales), 'zh-CN'),
  }),
  reply: Me,
  problems: ['not-found', 'weak-password', 'wrong-credentials'],
});

export const resetPassword = endpoint({
  method: 'post',
  path: '/auth/links/:token/reset',
  summary: 'Set a new password by an administrator’s reset link; ends all sessions',
  access: 'public',
  params: z.object({ token: Token }),
  body: z.strictObject({ password: Password }),
  reply: 'nothing',
  problems: ['not-found', 'weak-password'],
});

export const setUp = endpoint({
  method: 'post',
  path: '/auth/set-up',
  summary: 'Create the first organisation with the one-time token printed at start; its founder is system administrator',
  access: 'public',
  body: z.strictObject({
    token: Token,
    organisation: z.strictObject({
      slug: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{1,38}$/)),
      name: text(120, 1),
      legalName: text(120, 1),
      taxId: text(18, 1),
      timeZone: text(60, 1),
      currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
    }),
    founder: z.strictObject({ email: Email, name: text(80, 1), password: Password }),
  }),
  reply: Me,
  problems: ['not-found', 'weak-password', 'already-exists'],
});

export const readConfig = endpoint({
  method: 'get',
  path: '/config',
  summary: 'What the browser must know before anyone signs in',
  access: 'public',
  reply: z.object({
    needsSetUp: z.boolean(),
    isDemo: z.boolean(),
    uploadLimitBytes: z.int(),
    version: z.string(),
    isSecure: z.boolean(),
  }),
});
