import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTenant } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ShowDialog } from '../../components/form-dialog.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './master-data.module.css';
import { groupsQuery, useSaveGroup } from './master-data-queries.ts';

interface Group {
  id: string;
  name: string;
  customerCount: number;
  version: number;
}

/** The groups by which rights can be limited: named, and made here. */
export function GroupsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const groups = useQuery(groupsQuery(useTenant()));
  return (
    <ShowDialog title={t('customer.groups')} onClose={onClose}>
      {groups.data?.items.map((group) => (
        <GroupForm key={`${group.id} ${group.version}`} group={group} />
      ))}
      <GroupForm key={`new ${groups.data?.items.length}`} group={null} />
    </ShowDialog>
  );
}

function GroupForm({ group }: { group: Group | null }) {
  const { t } = useTranslation();
  const save = useSaveGroup(group);
  const [name, setName] = useState(group?.name ?? '');
  const isSame = name.trim() === '' || name.trim() === group?.name;
  return (
    <form
      className={styles.group}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSame) {
          save.mutate(name.trim());
        }
      }}
    >
      <TextField
        label={group === null ? t('customer.newGroup') : t('customer.inGroup', { count: group.customerCount })}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" disabled={isSame} loading={save.isPending}>
        {t(group === null ? 'shell.verb.add' : 'shell.verb.save')}
      </Button>
    </form>
  );
}
