import type { Member } from '@danku/contract/people.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan, useMe } from '../../app/me.ts';
import { useTenant } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { TextField, TickField } from '../../components/field.tsx';
import { notify } from '../../components/notices.ts';
import { Tag } from '../../components/tag.tsx';
import { formatDateTime } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { DeactivateDialog } from './deactivate-dialog.tsx';
import { LinkShown } from './invite-dialog.tsx';
import frame from '../../components/list-with-panel.module.css';
import styles from './people.module.css';
import { groupsQuery, rolesQuery, useChangeMember, useReactivate, useResetLink, useRevokeSessions } from './people-queries.ts';
import { roleName } from '../../components/role-name.ts';
import { RolesDialog } from './roles-dialog.tsx';

/** One person: who they are, which customers they see, what they may, and their access. */
export function MemberPanel({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation();
  const mayManage = useCan('account.manage');
  const mayGrant = useMayGrant();
  const [isGranting, setGranting] = useState(false);
  return (
    <aside className={frame.panel} aria-label={member.name}>
      <div className={frame.panelHead}>
        <h2>{member.name}</h2>
        <Tag tone={member.isActive ? 'ok' : 'neutral'}>{t(member.isActive ? 'people.active' : 'people.deactivated')}</Tag>
        <Button look="plain" size="small" aria-label={t('shell.verb.close')} onClick={onClose}>
          ×
        </Button>
      </div>
      <p className={styles.quiet}>{member.email}</p>
      {member.deactivatedAt !== null && (
        <p className={styles.quiet}>{t('people.deactivatedAt', { time: formatDateTime(member.deactivatedAt) })}</p>
      )}
      {mayManage && member.isActive && <MemberForm member={member} />}
      <section aria-label={t('people.roles')} className={styles.part}>
        <h3>{t('people.roles')}</h3>
        <p>{member.roles.map((role) => roleName(t, role)).join(', ') || t('shell.unit.none')}</p>
        {mayGrant && member.isActive && (
          <Button size="small" onClick={() => setGranting(true)}>
            {t('people.changeRoles')}
          </Button>
        )}
      </section>
      <Access member={member} />
      {isGranting && <RolesDialog member={member} onClose={() => setGranting(false)} />}
    </aside>
  );
}

/** The security administrator grants roles; until there is one, whoever manages accounts does. */
function useMayGrant(): boolean {
  const mayManage = useCan('account.manage');
  const mayGrant = useCan('role.manage');
  const { data } = useQuery(rolesQuery(useTenant()));
  const hasSecurity = data?.items.some(({ key, memberCount }) => key === 'security-admin' && memberCount > 0) ?? true;
  return mayGrant || (mayManage && !hasSecurity);
}

function MemberForm({ member }: { member: Member }) {
  const { t } = useTranslation();
  const groups = useQuery(groupsQuery(useTenant()));
  const change = useChangeMember(member);
  const [name, setName] = useState(member.name);
  const [chosen, setChosen] = useState<readonly string[]>(member.customerGroups.map(({ id }) => id));
  const known = groups.data?.items ?? member.customerGroups;
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') {
          change.mutate(
            { name: name.trim(), customerGroupIds: [...chosen] },
            { onSuccess: () => notify(t('people.saved'), { tone: 'ok' }) },
          );
        }
      }}
    >
      <TextField label={t('account.name')} maxLength={80} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      {known.length > 0 && (
        <fieldset className={styles.ticks}>
          <legend>{t('people.groups')}</legend>
          {known.map((group) => (
            <TickField key={group.id} label={group.name} checked={chosen.includes(group.id)} onChange={() => toggle(group.id)} />
          ))}
        </fieldset>
      )}
      <Button type="submit" size="small" loading={change.isPending}>
        {t('shell.verb.save')}
      </Button>
    </form>
  );
}

/** Links, sessions and the end of access; nobody ends their own. */
function Access({ member }: { member: Member }) {
  const { t } = useTranslation();
  const mayManage = useCan('account.manage');
  const mayEndSessions = useCan('session.manage');
  const isSelf = useMe().member?.id === member.id;
  const reset = useResetLink(member);
  const revoke = useRevokeSessions(member);
  const reactivate = useReactivate(member);
  const [isLeaving, setLeaving] = useState(false);
  const endSessions = () =>
    revoke.mutate(undefined, { onSuccess: ({ revoked }) => notify(t('people.revoked', { count: revoked }), { tone: 'ok' }) });
  return (
    <section aria-label={t('people.access')} className={styles.part}>
      <h3>{t('people.access')}</h3>
      <div className={styles.buttons}>
        {mayManage && member.isActive && (
          <Button size="small" loading={reset.isPending} onClick={() => reset.mutate()}>
            {t('people.makeReset')}
          </Button>
        )}
        {mayEndSessions && (
          <Button size="small" loading={revoke.isPending} onClick={endSessions}>
            {t('people.revokeSessions')}
          </Button>
        )}
        {mayManage && !isSelf && member.isActive && (
          <Button size="small" look="danger" onClick={() => setLeaving(true)}>
            {t('people.deactivate')}
          </Button>
        )}
        {mayManage && !member.isActive && (
          <Button size="small" loading={reactivate.isPending} onClick={() => reactivate.mutate()}>
            {t('people.activate')}
          </Button>
        )}
      </div>
      {reset.data !== undefined && <LinkShown title={t('people.resetLink')} link={reset.data} onClose={() => reset.reset()} />}
      {isLeaving && <DeactivateDialog member={member} onClose={() => setLeaving(false)} />}
    </section>
  );
}
