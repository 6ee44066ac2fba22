/** Every right a role may hold, by name. The words are `permission.<name>`. */
export const permissions = [
  'document.read',
  'document.enter',
  'document.review',
  'document.approve-last',
  'document.adjudicate',
  'document.archive',
  'document.amend',
  'document.void',
  'document.transfer',
  'document.answer',
  'document.comment',
  'inbox.manage',
  'paper.manage',
  'register.read',
  'customer.read',
  'customer.manage',
  'product.read',
  'product.manage',
  'member.read',
  'account.manage',
  'role.manage',
  'session.manage',
  'type.manage',
  'settings.manage',
  'audit.read',
  'audit.export',
] as const;
export type Permission = (typeof permissions)[number];

/** How far a right reaches: own papers, those of the customer groups one is assigned to, or all. */
export const scopes = ['own', 'groups', 'all'] as const;
export type Scope = (typeof scopes)[number];

/** A person's rights: each permission with the widest scope that any of their roles gives. */
export type Grants = Partial<Record<Permission, Scope>>;

/** Joins the rights of several roles; the wider scope wins. */
export function joinGrants(roles: readonly { permissions: readonly Permission[]; scope: Scope }[]): Grants {
  const joined: Grants = {};
  for (const role of roles) {
    for (const permission of role.permissions) {
      const held = joined[permission];
      if (held === undefined || scopes.indexOf(role.scope) > scopes.indexOf(held)) {
        joined[permission] = role.scope;
      }
    }
  }
  return joined;
}

export function isPermission(text: string): text is Permission {
  return permissions.some((permission) => permission === text);
}
