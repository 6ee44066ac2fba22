import type { Member } from '@danku/contract/people.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '../../api/problem-error.ts';
import { useTenant } from '../../app/paths.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { notify } from '../../components/notices.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './people.module.css';
import { rolesQuery, useSetRoles } from './people-queries.ts';
import { mayHold, RoleTicks } from './role-ticks.tsx';

/** Grants and takes roles at once; until there is a security administrator only business roles can be granted. */
export function RolesDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation();
  const roles = useQuery(rolesQuery(useTenant()));
  const save = useSetRoles(member);
  const [chosen, setChosen] = useState(member.roles.map(({ id }) => id));
  const all = roles.data?.items ?? [];
  const isRefused = save.isError && asProblem(save.error).code === 'conflict';
  return (
    <FormDialog
      title={t('people.rolesOf', { name: member.name })}
      size="lg"
      onClose={onClose}
      onSubmit={() =>
        save.mutate(chosen, {
          onSuccess: () => {
            notify(t('people.saved'), { tone: 'ok' });
            onClose();
          },
        })
      }
      submit={t('shell.verb.save')}
      disabled={roles.data === undefined || !mayHold(all, chosen)}
      loading={save.isPending}
    >
      <RoleTicks roles={all} chosen={chosen} onChange={setChosen} />
      {isRefused && (
        <p role="alert" className={styles.fault}>
          {t('people.noSecurity')}
        </p>
      )}
    </FormDialog>
  );
}
