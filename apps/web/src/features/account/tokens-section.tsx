import type { Grants, Permission } from '@danku/domain/access/permissions.ts';
import { permissions } from '@danku/domain/access/permissions.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTenant } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { SelectField, TextField, TickField } from '../../components/field.tsx';
import { FormDialog, ShowDialog } from '../../components/form-dialog.tsx';
import { Row, Rows, Section } from '../../components/section.tsx';
import { ShownOnce } from '../../components/shown-once.tsx';
import { formatDateTime } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './account.module.css';
import { tokensQuery, useCreateToken, useRevokeToken } from './account-queries.ts';

/** Tokens by which programs act in one's name here: never more than one may oneself, and only until a date. */
export function TokensSection({ held }: { held: Grants }) {
  const { t } = useTranslation();
  const tokens = useQuery(tokensQuery(useTenant()));
  const revoke = useRevokeToken();
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const items = tokens.data?.items ?? [];
  const take = (token: string) => {
    setMaking(false);
    setMade(token);
  };
  return (
    <Section
      title={t('account.tokens.title')}
      help={t('account.tokens.help')}
      actions={
        <Button size="small" onClick={() => setMaking(true)}>
          {t('account.tokens.new')}
        </Button>
      }
    >
      {tokens.isError && <ErrorState error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.data !== undefined && items.length === 0 && <p>{t('account.tokens.none')}</p>}
      <Rows label={t('account.tokens.title')}>
        {items.map(({ id, name, permissions: granted, expiresAt, lastUsedAt }) => (
          <Row
            key={id}
            title={name}
            facts={[
              granted.map((permission) => t(`permission.${permission}`)).join(', '),
              `${t('account.tokens.expires')} ${formatDateTime(expiresAt, 'day')}`,
              lastUsedAt === null ? t('account.tokens.never') : `${t('account.sessions.lastUsed')} ${formatDateTime(lastUsedAt)}`,
            ].join(' · ')}
          >
            <Button
              size="small"
              look="danger"
              loading={revoke.isPending && revoke.variables === id}
              onClick={() => revoke.mutate(id)}
            >
              {t('account.tokens.revoke')}
            </Button>
          </Row>
        ))}
      </Rows>
      {isMaking && <TokenDialog held={held} onMade={take} onClose={() => setMaking(false)} />}
      {made !== null && (
        <ShowDialog title={t('account.tokens.new')} onClose={() => setMade(null)}>
          <ShownOnce label={t('account.tokens.title')} value={made} help={t('account.tokens.once')} />
        </ShowDialog>
      )}
    </Section>
  );
}

const lives = [7, 30, 90, 365] as const;

function TokenDialog({ held, onMade, onClose }: { held: Grants; onMade: (token: string) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const create = useCreateToken();
  const [name, setName] = useState('');
  const [days, setDays] = useState(90);
  const [chosen, setChosen] = useState<readonly Permission[]>([]);
  const may = permissions.filter((permission) => held[permission] !== undefined);
  const toggle = (permission: Permission) =>
    setChosen(chosen.includes(permission) ? chosen.filter((one) => one !== permission) : [...chosen, permission]);
  return (
    <FormDialog
      title={t('account.tokens.new')}
      size="lg"
      onClose={onClose}
      onSubmit={() =>
        create.mutate(
          { name: name.trim(), permissions: [...chosen], expiresInDays: days },
          { onSuccess: ({ token }) => onMade(token) },
        )
      }
      submit={t('shell.verb.create')}
      disabled={name.trim() === '' || chosen.length === 0}
      loading={create.isPending}
    >
      <TextField
        label={t('account.tokens.name')}
        required
        autoFocus
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <SelectField
        label={t('account.tokens.expires')}
        value={days}
        onChange={(event) => setDays(Number(event.currentTarget.value))}
      >
        {lives.map((life) => (
          <option key={life} value={life}>
            {t('account.tokens.days', { count: life })}
          </option>
        ))}
      </SelectField>
      <fieldset className={styles.permissions}>
        <legend>{t('account.tokens.scopes')}</legend>
        {may.map((permission) => (
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
