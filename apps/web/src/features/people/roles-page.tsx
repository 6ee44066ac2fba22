import type { Role } from '@danku/contract/people.ts';
import { isRoleKey, roleKeys } from '@danku/domain/access/roles.ts';
import { permissions } from '@danku/domain/access/permissions.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCan } from '../../app/me.ts';
import { usePath, useTenant } from '../../app/paths.ts';
import { Button, buttonClass } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './people.module.css';
import { rolesQuery, useDeleteRole } from './people-queries.ts';
import { RoleDialog } from './role-dialog.tsx';
import { roleName } from '../../components/role-name.ts';

/** Who may what: every right against every role, and the organisation's own roles to make and change. */
export function RolesPage() {
  const { t } = useTranslation();
  const path = usePath();
  const roles = useQuery(rolesQuery(useTenant()));
  const mayChange = useCan('role.manage');
  const [edited, setEdited] = useState<Role | 'new' | null>(null);
  return (
    <Page
      title={t('people.roles')}
      padded={false}
      actions={
        <>
          <Link className={buttonClass('normal', 'small')} to={path('people')}>
            {t('people.members')}
          </Link>
          {mayChange && (
            <Button look="primary" size="small" onClick={() => setEdited('new')}>
              {t('people.newRole')}
            </Button>
          )}
        </>
      }
    >
      {roles.isPending && <Skeleton lines={16} />}
      {roles.isError && <ErrorState error={roles.error} onRetry={() => void roles.refetch()} />}
      {roles.data !== undefined && <Matrix roles={inOrder(roles.data.items)} onEdit={mayChange ? setEdited : undefined} />}
      {edited !== null && <RoleDialog role={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  );
}

/** Our own roles in the order of the work, then those of the organisation. */
function inOrder(roles: readonly Role[]): Role[] {
  const rank = ({ key }: Role) => (isRoleKey(key) ? roleKeys.indexOf(key) : roleKeys.length);
  return roles.toSorted((a, b) => rank(a) - rank(b));
}

function Matrix({ roles, onEdit }: { roles: readonly Role[]; onEdit: ((role: Role) => void) | undefined }) {
  const { t } = useTranslation();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table has to be scrolled by the keyboard, too.
    <div className={styles.matrixFrame} tabIndex={0} role="region" aria-label={t('people.permissions')}>
      <table className={styles.matrix}>
        <caption className="visually-hidden">{t('people.permissions')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('people.permissions')}</th>
            {roles.map((role) => (
              <th key={role.id} scope="col">
                <RoleHead role={role} onEdit={onEdit} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissions.map((permission) => (
            <tr key={permission}>
              <th scope="row">{t(`permission.${permission}`)}</th>
              {roles.map((role) => {
                const has = role.permissions.includes(permission);
                return (
                  <td key={role.id} className={has ? styles.has : undefined}>
                    <span aria-hidden>{has ? '●' : ''}</span>
                    <span className="visually-hidden">{t(has ? 'shell.unit.yes' : 'shell.unit.no')}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RoleHead({ role, onEdit }: { role: Role; onEdit: ((role: Role) => void) | undefined }) {
  const { t } = useTranslation();
  const remove = useDeleteRole();
  const name = roleName(t, role);
  return (
    <div className={styles.roleHead}>
      <span className={styles.roleName}>{name}</span>
      <span className={styles.quiet}>{t(`scope.${role.scope}`)}</span>
      <span className={styles.quiet}>{t('people.memberCount', { count: role.memberCount })}</span>
      {!role.isBuiltin && onEdit !== undefined && (
        <span className={styles.buttons}>
          <Button look="plain" size="small" aria-label={`${t('shell.verb.edit')} ${name}`} onClick={() => onEdit(role)}>
            {t('shell.verb.edit')}
          </Button>
          {role.memberCount === 0 && (
            <Button
              look="plain"
              size="small"
              aria-label={`${t('shell.verb.delete')} ${name}`}
              loading={remove.isPending}
              onClick={() => remove.mutate(role.id)}
            >
              {t('shell.verb.delete')}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}
