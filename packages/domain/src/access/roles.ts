import type { Permission, Scope } from './permissions.ts';

/** The roles every organisation has from its first day; custom roles are sets of permissions beside them. */
export const roleKeys = [
  'clerk',
  'reviewer',
  'archivist',
  'manager',
  'hr',
  'sales',
  'auditor',
  'service-agent',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const;
export type RoleKey = (typeof roleKeys)[number];

/** The three administrators: mutually exclusive, and none of them sees documents (GB/T 39784-2021, 三员). */
export const administratorRoles = ['system-admin', 'security-admin', 'audit-admin'] as const satisfies readonly RoleKey[];

/** Rights that belong to one administrator alone and to no business or custom role. */
export const administratorPermissions: readonly Permission[] = [
  'account.manage',
  'role.manage',
  'session.manage',
  'settings.manage',
];

export interface RoleDefinition {
  permissions: readonly Permission[];
  scope: Scope;
}

const reading: Permission[] = ['document.read', 'customer.read', 'product.read', 'document.comment'];

export const roleDefinitions: Record<RoleKey, RoleDefinition> = {
  clerk: {
    scope: 'all',
    permissions: [...reading, 'document.enter', 'document.amend', 'inbox.manage', 'member.read'],
  },
  reviewer: { scope: 'all', permissions: [...reading, 'document.review', 'member.read'] },
  archivist: {
    scope: 'all',
    permissions: [...reading, 'document.archive', 'paper.manage', 'register.read', 'member.read'],
  },
  manager: {
    scope: 'all',
    permissions: [
      ...reading,
      'document.approve-last',
      'document.adjudicate',
      'document.amend',
      'document.void',
      'document.transfer',
      'inbox.manage',
      'register.read',
      'customer.manage',
      'product.manage',
      'member.read',
    ],
  },
  hr: { scope: 'all', permissions: ['member.read'] },
  sales: { scope: 'own', permissions: [...reading, 'document.answer', 'member.read'] },
  auditor: {
    scope: 'all',
    permissions: ['document.read', 'customer.read', 'product.read', 'register.read', 'audit.read', 'audit.export', 'member.read'],
  },
  'service-agent': { scope: 'groups', permissions: [...reading, 'document.answer', 'member.read'] },
  'system-admin': {
    scope: 'all',
    permissions: ['account.manage', 'settings.manage', 'type.manage', 'member.read'],
  },
  'security-admin': { scope: 'all', permissions: ['role.manage', 'session.manage', 'member.read'] },
  'audit-admin': { scope: 'all', permissions: ['audit.read', 'audit.export', 'member.read'] },
};

export function isRoleKey(text: string): text is RoleKey {
  return roleKeys.some((key) => key === text);
}

/** Whether one person may hold these roles together: an administrator holds that one role and nothing else. */
export function rolesMayMeet(keys: readonly string[]): boolean {
  const administrators = keys.filter((key) => administratorRoles.some((role) => role === key));
  return administrators.length === 0 || keys.length === 1;
}
