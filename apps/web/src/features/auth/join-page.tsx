import type { FormEvent } from 'react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Button } from '../../components/button.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLink, useJoin } from './auth-calls.ts';
import styles from './auth.module.css';
import { Entrance } from './entrance.tsx';
import { LabelledInput } from './labelled-input.tsx';
import { useFaults } from './use-faults.ts';

/** An invited person names themselves and chooses a password; who has an account already confirms with the one they have. */
export function JoinPage() {
  const { t, language } = useTranslation();
  const { token = '' } = useParams<'token'>();
  const link = useLink(token);
  const join = useJoin(token);
  const [name, setName] = useState<string | null>(null);
  const [password, setPassword] = useState('');
  const { problem } = join;
  const faultOf = useFaults(problem);

  if (link === undefined) {
    return null;
  }
  if (link?.purpose !== 'invite') {
    return <Entrance title={t('auth.invitation.title')} lead={t('auth.invitation.invalid')} />;
  }
  const { organisation, hasAccount, email } = link;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    join.run({ name: (name ?? link.name ?? '').trim(), password, locale: language });
  };
  return (
    <Entrance title={t('auth.invitation.title')} lead={t('auth.invitation.lead', { organisation: organisation ?? '' })}>
      <form className={styles.form} onSubmit={submit}>
        <LabelledInput label={t('auth.signIn.email')} type="email" autoComplete="username" readOnly value={email ?? ''} />
        <LabelledInput
          label={t('auth.setUp.name')}
          autoComplete="name"
          required
          maxLength={80}
          value={name ?? link.name ?? ''}
          fault={faultOf('/name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <LabelledInput
          label={t('auth.signIn.password')}
          type="password"
          autoComplete={hasAccount ? 'current-password' : 'new-password'}
          required
          autoFocus
          value={password}
          help={t(hasAccount ? 'auth.invitation.hasAccount' : 'auth.setUp.passwordHelp')}
          fault={faultOf('/password')}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <p role="alert" className={styles.fault}>
          {problem !== null && t(`problem.${problem.code}`)}
        </p>
        <Button type="submit" look="primary" loading={join.isBusy}>
          {t(join.isBusy ? 'auth.invitation.busy' : 'auth.invitation.submit')}
        </Button>
      </form>
    </Entrance>
  );
}
