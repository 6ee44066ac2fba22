import { useState } from 'react';
import { asProblem } from '../../api/problem-error.ts';
import { Button } from '../../components/button.tsx';
import { FieldColumns, TextField } from '../../components/field.tsx';
import { notify } from '../../components/notices.ts';
import { FormButtons, Section } from '../../components/section.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useChangePassword } from './account-queries.ts';

const blank = { current: '', next: '', repeat: '' };

/** A new password ends every other session; the old one is asked for, so that an open screen is no way in. */
export function PasswordSection() {
  const { t } = useTranslation();
  const change = useChangePassword();
  const [typed, setTyped] = useState(blank);
  const code = change.isError ? asProblem(change.error).code : null;
  const differs = typed.repeat !== '' && typed.repeat !== typed.next;
  const isReady = typed.current !== '' && typed.next !== '' && typed.repeat === typed.next;
  const save = () =>
    change.mutate(
      { current: typed.current, next: typed.next },
      {
        onSuccess: () => {
          setTyped(blank);
          notify(t('account.password.changed'), { tone: 'ok' });
        },
      },
    );
  const type = (part: keyof typeof blank) => (event: { currentTarget: { value: string } }) => {
    setTyped({ ...typed, [part]: event.currentTarget.value });
    change.reset();
  };
  return (
    <Section title={t('account.password.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) {
            save();
          }
        }}
      >
        <FieldColumns>
          <TextField
            label={t('account.password.current')}
            type="password"
            autoComplete="current-password"
            maxLength={200}
            value={typed.current}
            fault={code === 'wrong-credentials' ? t('account.password.wrong') : null}
            onChange={type('current')}
          />
          <TextField
            label={t('account.password.new')}
            type="password"
            autoComplete="new-password"
            maxLength={200}
            value={typed.next}
            fault={code === 'weak-password' ? t('problem.weak-password') : null}
            onChange={type('next')}
          />
          <TextField
            label={t('account.password.repeat')}
            type="password"
            autoComplete="new-password"
            maxLength={200}
            value={typed.repeat}
            fault={differs ? t('account.password.mismatch') : null}
            onChange={type('repeat')}
          />
        </FieldColumns>
        <div style={{ marginTop: 12 }}>
          <FormButtons>
            <Button type="submit" disabled={!isReady} loading={change.isPending}>
              {t('account.password.title')}
            </Button>
          </FormButtons>
        </div>
      </form>
    </Section>
  );
}
