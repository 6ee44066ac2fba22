import type { Me } from '@danku/contract/auth.ts';
import type { Permission } from '@danku/domain/access/permissions.ts';
import { idOf } from './document-of.ts';

/** A member of `huaxin` who holds these rights in all of it. */
export function meOf(...permissions: Permission[]): Me {
  return {
    account: { id: idOf(700), email: 'a@huaxin.example', name: '陈静', locale: 'en', preferences: {} },
    organisations: [],
    member: {
      id: idOf(701),
      name: '陈静',
      tenantId: idOf(702),
      roles: [],
      grants: Object.fromEntries(permissions.map((permission) => [permission, 'all'])),
      timeZone: 'Asia/Shanghai',
      currency: 'CNY',
    },
  };
}
