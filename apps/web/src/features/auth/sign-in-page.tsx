import type { FormEvent, KeyboardEvent } from 'react';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { Button } from '../../components/button.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useConfig, safeNext, useSignIn } from './auth-calls.ts';
import styles from './auth.module.css';
import { DemoAccounts } from './demo-accounts.tsx';
import { Entrance } from './entrance.tsx';
import { LabelledInput } from './labelled-input.tsx';

export function SignInPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const config = useConfig();
  const signIn = useSignIn(safeNext(search.get('next')));
  const [hasCapsLock, setCapsLock] = useState(false);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  if (config?.needsSetUp === true) {
    return <Navigate replace to="/set-up" />;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.run({ email: email.trim(), password });
  };
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <Entrance title={t('auth.signIn.title')} lead={t('auth.signIn.lead')}>
      <form className={styles.form} onSubmit={submit}>
        <LabelledInput
          label={t('auth.signIn.email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <LabelledInput
          label={t('auth.signIn.password')}
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          help={hasCapsLock ? t('auth.signIn.capsLock') : undefined}
          onKeyUp={watchCapsLock}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <p role="alert" className={styles.fault}>
          {signIn.problem !== null && t(`problem.${signIn.problem.code}`)}
        </p>
        <Button type="submit" look="primary" loading={signIn.isBusy}>
          {signIn.isBusy ? t('auth.signIn.busy') : t('auth.signIn.submit')}
        </Button>
        <p className={styles.help}>{t('auth.signIn.forgot')}</p>
      </form>
      {config?.isDemo === true && (
        <DemoAccounts
          onPick={(account) => {
            setEmail(account.email);
            setPassword(account.password);
          }}
        />
      )}
    </Entrance>
  );
}
