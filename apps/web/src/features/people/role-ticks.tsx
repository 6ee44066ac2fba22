import type { Role } from '@danku/contract/people.ts';
import { administratorRoles, rolesMayMeet } from '@danku/domain/access/roles.ts';
import { TickField } from '../../components/field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './people.module.css';
import { roleName } from '../../components/role-name.ts';

interface RoleTicksProps {
  roles: readonly Role[];
  chosen: readonly string[];
  onChange: (roleIds: string[]) => void;
}

/** The roles to tick. An administrator's role stands alone, and this says so before anyone tries otherwise. */
export function RoleTicks({ roles, chosen, onChange }: RoleTicksProps) {
  const { t } = useTranslation();
  const isAdministrator = (role: Role) => administratorRoles.some((key) => key === role.key);
  const parts = [
    { title: t('people.businessRoles'), roles: roles.filter((role) => !isAdministrator(role)) },
    { title: t('people.administrators'), roles: roles.filter(isAdministrator) },
  ];
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <>
      {parts.map((part) => (
        <fieldset key={part.title} className={styles.ticks}>
          <legend>{part.title}</legend>
          {part.roles.map((role) => (
            <TickField
              key={role.id}
              label={
                <>
                  {roleName(t, role)} <span className={styles.quiet}>{t(`scope.${role.scope}`)}</span>
                </>
              }
              checked={chosen.includes(role.id)}
              onChange={() => toggle(role.id)}
            />
          ))}
        </fieldset>
      ))}
      {!mayHold(roles, chosen) && (
        <p role="alert" className={styles.fault}>
          {t('people.exclusive')}
        </p>
      )}
      <p className={styles.quiet}>{t('people.exclusiveHelp')}</p>
    </>
  );
}

/** Whether one person may hold these roles together. */
export function mayHold(roles: readonly Role[], chosen: readonly string[]): boolean {
  return rolesMayMeet(roles.filter(({ id }) => chosen.includes(id)).map(({ key }) => key));
}
