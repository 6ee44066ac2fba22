import type { FormEvent } from 'react';
import { Navigate, useParams } from 'react-router';
import type { ProblemError } from '../../api/problem-error.ts';
import { outside } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useConfig, useSetUp } from './auth-calls.ts';
import styles from './auth.module.css';
import { Entrance } from './entrance.tsx';
import { LabelledInput } from './labelled-input.tsx';
import { useFaults } from './use-faults.ts';

/** The first visit of an empty installation: the token of the terminal makes the first organisation and its founder. */
export function SetUpPage() {
  const { t } = useTranslation();
  const { token } = useParams<'token'>();
  const config = useConfig();
  const setUp = useSetUp();
  const { problem } = setUp;
  const faultOf = useFaults(problem);
  if (config?.needsSetUp === false) {
    return <Navigate replace to={outside.signIn} />;
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setUp.run(bodyOf(new FormData(event.currentTarget)));
  };
  return (
    <Entrance title={t('auth.setUp.title')} lead={t('auth.setUp.lead')}>
      <form className={styles.form} onSubmit={submit}>
        <LabelledInput
          label={t('auth.setUp.token')}
          name="token"
          help={t('auth.setUp.tokenHelp')}
          required
          autoFocus
          autoComplete="off"
          defaultValue={token ?? ''}
          fault={faultOf('/token')}
        />
        <LabelledInput
          label={t('auth.setUp.organisation')}
          name="organisation"
          required
          autoComplete="organization"
          fault={faultOf('/organisation/name')}
        />
        <LabelledInput
          label={t('auth.setUp.slug')}
          name="slug"
          help={t('auth.setUp.slugHelp')}
          required
          pattern="[a-z0-9][a-z0-9\-]{1,38}"
          fault={faultOf('/organisation/slug')}
        />
        <LabelledInput label={t('auth.setUp.legalName')} name="legalName" required fault={faultOf('/organisation/legalName')} />
        <LabelledInput
          label={t('auth.setUp.taxId')}
          name="taxId"
          required
          maxLength={18}
          fault={faultOf('/organisation/taxId')}
        />
        <LabelledInput label={t('auth.setUp.name')} name="name" required autoComplete="name" fault={faultOf('/founder/name')} />
        <LabelledInput
          label={t('auth.signIn.email')}
          name="email"
          type="email"
          required
          autoComplete="username"
          fault={faultOf('/founder/email')}
        />
        <LabelledInput
          label={t('auth.signIn.password')}
          name="password"
          type="password"
          help={t('auth.setUp.passwordHelp')}
          required
          autoComplete="new-password"
          fault={faultOf('/founder/password')}
        />
        <p role="alert" className={styles.fault}>
          {problem !== null && t(messageOf(problem))}
        </p>
        <Button type="submit" look="primary" loading={setUp.isBusy}>
          {setUp.isBusy ? t('auth.setUp.busy') : t('auth.setUp.submit')}
        </Button>
      </form>
    </Entrance>
  );
}

/** A token nobody printed is "not found", which says nothing to the person who typed it. */
function messageOf({ code }: ProblemError) {
  return code === 'not-found' ? 'auth.setUp.wrongToken' : (`problem.${code}` as const);
}

function bodyOf(form: FormData) {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    token: text('token'),
    organisation: {
      slug: text('slug'),
      name: text('organisation'),
      legalName: text('legalName'),
      taxId: text('taxId').toUpperCase(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      currency: 'CNY',
    },
    founder: { email: text('email'), name: text('name'), password: text('password') },
  };
}
