import type { Member } from '@danku/contract/people.ts';

/** A member with roles and customer groups, as every reply about people shows them. */
export type MemberRow = {
  id: string;
  accountId: string;
  name: string;
  email: string;
  isActive: boolean;
  roles: { id: string; key: string; name: string }[];
  customerGroups: { id: string; name: string }[];
  createdAt: Date;
  deactivatedAt: Date | null;
  version: number;
};

export const selectMembers = `
  SELECT m.id, m.account_id AS "accountId", m.name, m.email, m.is_active AS "isActive",
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'key', r.key, 'name', r.name) ORDER BY r.name, r.id)
      FROM app.member_roles mr JOIN app.roles r ON r.tenant_id = mr.tenant_id AND r.id = mr.role_id WHERE mr.member_id = m.id), '[]') AS roles,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) ORDER BY g.name)
      FROM app.member_customer_groups mg JOIN app.customer_groups g ON g.tenant_id = mg.tenant_id AND g.id = mg.group_id
      WHERE mg.member_id = m.id), '[]') AS "customerGroups",
    m.created_at AS "createdAt", m.deactivated_at AS "deactivatedAt", m.version
  FROM app.members m`;

export function presentMember(row: MemberRow): Member {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    isActive: row.isActive,
    roles: row.roles,
    customerGroups: row.customerGroups,
    createdAt: row.createdAt.toISOString(),
    deactivatedAt: row.deactivatedAt?.toISOString() ?? null,
    version: row.version,
  };
}
