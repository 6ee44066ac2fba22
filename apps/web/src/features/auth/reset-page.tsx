import type { FormEvent } from 'react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { outside } from '../../app/paths.ts';
import { Button, buttonClass } from '../../components/button.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLink, useResetPassword } from './auth-calls.ts';
import styles from './auth.module.css';
import { Entrance } from './entrance.tsx';
import { LabelledInput } from './labelled-input.tsx';
import { useFaults } from './use-faults.ts';

/** A new password by an administrator's link. It is typed twice: nobody sees what they type, and the link works once. */
export function ResetPage() {
  const { t } = useTranslation();
  const { token = '' } = useParams<'token'>();
  const link = useLink(token);
  const reset = useResetPassword(token);
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const { problem } = reset;
  const faultOf = useFaults(problem);
  const isMismatch = repeated !== '' && repeated !== password;

  if (link === undefined) {
    return null;
  }
  if (reset.isDone) {
    return (
      <Entrance title={t('auth.reset.title')} lead={t('auth.reset.done')}>
        <p className={styles.form}>
          <Link className={buttonClass('primary')} to={outside.signIn}>
            {t('auth.toSignIn')}
          </Link>
        </p>
      </Entrance>
    );
  }
  if (link?.purpose !== 'reset') {
    return <Entrance title={t('auth.reset.title')} lead={t('auth.reset.invalid')} />;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (repeated === password) {
      reset.run(password);
    }
  };
  return (
    <Entrance title={t('auth.reset.title')} lead={t('auth.reset.lead', { email: link.email ?? '' })}>
      <form className={styles.form} onSubmit={submit}>
        <LabelledInput
          label={t('auth.reset.newPassword')}
          type="password"
          autoComplete="new-password"
          required
          autoFocus
          value={password}
          help={t('auth.setUp.passwordHelp')}
          fault={faultOf('/password')}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <LabelledInput
          label={t('auth.reset.repeat')}
          type="password"
          autoComplete="new-password"
          required
          value={repeated}
          fault={isMismatch ? t('auth.reset.mismatch') : null}
          onChange={(event) => setRepeated(event.currentTarget.value)}
        />
        <p role="alert" className={styles.fault}>
          {problem !== null && t(`problem.${problem.code}`)}
        </p>
        <Button type="submit" look="primary" loading={reset.isBusy}>
          {t(reset.isBusy ? 'auth.reset.busy' : 'auth.reset.submit')}
        </Button>
      </form>
    </Entrance>
  );
}
