import type { Role } from '@danku/contract/people.ts';
import type { Permission } from '@danku/domain/access/permissions.ts';
import { permissions, scopes } from '@danku/domain/access/permissions.ts';
import { administratorPermissions } from '@danku/domain/access/roles.ts';
import { useState } from 'react';
import { asProblem } from '../../api/problem-error.ts';
import { FieldColumns, SelectField, TextField, TickField } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { notify } from '../../components/notices.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './people.module.css';
import { useSaveRole } from './people-queries.ts';

/** Rights that belong to one administrator alone cannot be given to a custom role. */
const offered = permissions.filter((permission) => !administratorPermissions.includes(permission));

/** A custom role: its name, how far its rights reach, and which they are. */
export function RoleDialog({ role, onClose }: { role: Role | null; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSaveRole(role);
  const [name, setName] = useState(role?.name ?? '');
  const [scope, setScope] = useState(role?.scope ?? 'all');
  const [chosen, setChosen] = useState<readonly Permission[]>(role?.permissions ?? []);
  const toggle = (permission: Permission) =>
    setChosen(chosen.includes(permission) ? chosen.filter((one) => one !== permission) : [...chosen, permission]);
  return (
    <FormDialog
      title={role === null ? t('people.newRole') : role.name}
      size="lg"
      onClose={onClose}
      onSubmit={() =>
        save.mutate(
          { name: name.trim(), scope, permissions: [...chosen] },
          {
            onSuccess: () => {
              notify(t('people.saved'), { tone: 'ok' });
              onClose();
            },
          },
        )
      }
      submit={t('shell.verb.save')}
      disabled={name.trim() === '' || chosen.length === 0}
      loading={save.isPending}
    >
      <FieldColumns>
        <TextField
          label={t('people.roleName')}
          required
          autoFocus
          maxLength={60}
          value={name}
          fault={save.isError && asProblem(save.error).code === 'already-exists' ? t('problem.already-exists') : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <SelectField
          label={t('people.scope')}
          value={scope}
          onChange={(event) => setScope(scopes.find((one) => one === event.currentTarget.value) ?? 'all')}
        >
          {scopes.map((one) => (
            <option key={one} value={one}>
              {t(`scope.${one}`)}
            </option>
          ))}
        </SelectField>
      </FieldColumns>
      <fieldset className={styles.ticks}>
        <legend>{t('people.permissions')}</legend>
        {offered.map((permission) => (
          <TickField
            key={permission}
            label={t(`permission.${permission}`)}
            checked={chosen.includes(permission)}
            onChange={() => toggle(permission)}
          />
        ))}
      </fieldset>
    </FormDialog>
  );
}
