import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '../../api/problem-error.ts';
import { useTenant } from '../../app/paths.ts';
import { FieldColumns, TextField } from '../../components/field.tsx';
import { FormDialog, ShowDialog } from '../../components/form-dialog.tsx';
import { ShownOnce } from '../../components/shown-once.tsx';
import { formatDateTime } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { rolesQuery, useInvite } from './people-queries.ts';
import { mayHold, RoleTicks } from './role-ticks.tsx';

/** Invites a person: the link is shown now and never again. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const roles = useQuery(rolesQuery(useTenant()));
  const invite = useInvite();
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const all = roles.data?.items ?? [];
  const isEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim());
  if (invite.data !== undefined) {
    return <LinkShown title={t('people.inviteLink')} link={invite.data} onClose={onClose} />;
  }
  const code = invite.isError ? asProblem(invite.error).code : null;
  return (
    <FormDialog
      title={t('people.invite')}
      size="lg"
      onClose={onClose}
      onSubmit={() => invite.mutate({ email: email.trim(), name: name.trim(), roleIds: chosen })}
      submit={t('people.invite')}
      disabled={!isEmail || name.trim() === '' || chosen.length === 0 || !mayHold(all, chosen)}
      loading={invite.isPending}
    >
      <FieldColumns>
        <TextField
          label={t('people.email')}
          type="email"
          required
          autoFocus
          maxLength={200}
          value={email}
          fault={code === 'already-exists' || code === 'invalid' ? t(`problem.${code}`) : null}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <TextField
          label={t('account.name')}
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </FieldColumns>
      <RoleTicks roles={all} chosen={chosen} onChange={setChosen} />
      {code === 'conflict' && <p role="alert">{t('people.noSecurity')}</p>}
    </FormDialog>
  );
}

/** A one-time link, seen once. */
export function LinkShown({
  title,
  link,
  onClose,
}: {
  title: string;
  link: { url: string; expiresAt: string };
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <ShowDialog title={title} onClose={onClose}>
      <ShownOnce label={title} value={link.url} help={t('people.linkOnce', { time: formatDateTime(link.expiresAt) })} />
    </ShowDialog>
  );
}
