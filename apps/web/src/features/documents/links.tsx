import { linkRelations } from '@danku/contract/discussion.ts';
import type { listLinks } from '@danku/contract/discussion.ts';
import type { Document } from '@danku/contract/document-shapes.ts';
import type { Reply } from '@danku/contract/endpoint.ts';
import { kinds } from '@danku/domain/documents/kinds.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePath, useTenant } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { Field, SelectField } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { GatedButton } from '../../components/gated-button.tsx';
import { Money } from '../../components/money.tsx';
import { notify } from '../../components/notices.ts';
import type { Pick } from '../../components/pick-combobox.tsx';
import { PickCombobox } from '../../components/pick-combobox.tsx';
import { StageBadge } from '../../components/stage-badge.tsx';
import { sayType } from '../../i18n/say-type.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './aside.module.css';
import { useAddLink, useRemoveLink } from './document-mutations.ts';
import { findDocuments, linksQuery } from './documents-queries.ts';

type LinkShown = Reply<typeof listLinks>['items'][number];

/** The chain this document stands in, in the order of trade: quotation, contract, order, delivery, invoice, payment. */
export function Links({ document }: { document: Document }) {
  const { t } = useTranslation();
  const links = useQuery(linksQuery(useTenant(), document.id));
  const [isAdding, setAdding] = useState(false);
  const items = links.data?.items ?? [];
  const rankOf = (kind: LinkShown['document']['kind']) => kinds.indexOf(kind);
  const before = items.filter((link) => rankOf(link.document.kind) <= rankOf(document.kind));
  const after = items.filter((link) => rankOf(link.document.kind) > rankOf(document.kind));
  const ordered = (some: LinkShown[]) => some.toSorted((a, b) => rankOf(a.document.kind) - rankOf(b.document.kind));
  return (
    <section className={styles.section} aria-label={t('document.tab.links')}>
      <h2>{t('document.tab.links')}</h2>
      {links.data !== undefined && items.length === 0 && <p className={styles.quiet}>{t('document.link.none')}</p>}
      {items.length > 0 && (
        <ol className={styles.chain} aria-label={t('document.link.chain')}>
          {ordered(before).map((link) => (
            <LinkItem key={`${link.document.id} ${link.relation}`} owner={document} link={link} />
          ))}
          <li aria-current="true">{`${sayType(t, document)} · ${t('document.link.this')}`}</li>
          {ordered(after).map((link) => (
            <LinkItem key={`${link.document.id} ${link.relation}`} owner={document} link={link} />
          ))}
        </ol>
      )}
      <Successors document={document} />
      <GatedButton verdict={document.actions.link} size="small" onClick={() => setAdding(true)}>
        {t('document.link.add')}
      </GatedButton>
      {isAdding && <LinkDialog id={document.id} onClose={() => setAdding(false)} />}
    </section>
  );
}

function Successors({ document: { amends, successor } }: { document: Document }) {
  const { t } = useTranslation();
  const path = usePath();
  return (
    <>
      {amends !== null && (
        <p>
          {t('document.link.amends')}{' '}
          <Link to={path('document', { id: amends.id })}>{amends.registryNumber ?? t('document.one')}</Link>
        </p>
      )}
      {successor !== null && (
        <p>
          {t('document.link.amendedBy')}{' '}
          <Link to={path('document', { id: successor.id })}>{successor.registryNumber ?? t('document.one')}</Link>{' '}
          <StageBadge stage={successor.stage} />
        </p>
      )}
    </>
  );
}

function LinkItem({ owner, link: { document, relation } }: { owner: Document; link: LinkShown }) {
  const { t } = useTranslation();
  const path = usePath();
  const remove = useRemoveLink(owner.id);
  const name = document.number ?? document.registryNumber ?? document.draftNumber;
  return (
    <li>
      <div className={styles.linkHead}>
        <span>{sayType(t, document)}</span>
        <Link to={path('document', { id: document.id })} className={styles.code}>
          {name}
        </Link>
        {owner.actions.link.allowed && (
          <Button
            look="plain"
            size="small"
            aria-label={t('document.link.remove', { name })}
            loading={remove.isPending}
            onClick={() => remove.mutate({ otherId: document.id, relation })}
          >
            ×
          </Button>
        )}
      </div>
      <div className={styles.meta}>
        <span>{t(`document.relation.${relation}`)}</span>
        <span>{document.issueDate}</span>
        <Money value={document.grossTotal} currency={document.currency} />
        <StageBadge stage={document.stage} />
      </div>
    </li>
  );
}

function LinkDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const add = useAddLink(id);
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<Pick | null>(null);
  const [relation, setRelation] = useState<(typeof linkRelations)[number]>('follows');
  const link = (otherId: string) =>
    add.mutate(
      { otherId, relation },
      {
        onSuccess: () => {
          notify(t('document.link.added'), { tone: 'ok' });
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t('document.link.add')}
      onClose={onClose}
      onSubmit={() => picked !== null && link(picked.id)}
      submit={t('action.link')}
      disabled={picked === null}
      loading={add.isPending}
    >
      <Field label={t('document.link.search')}>
        {(control) => (
          <PickCombobox
            {...control}
            autoFocus
            value={picked?.name ?? text}
            onChange={(typed) => {
              setText(typed);
              setPicked(null);
            }}
            search={async (wanted, signal) => (await findDocuments(wanted, signal)).filter((one) => one.id !== id)}
            onPick={setPicked}
          />
        )}
      </Field>
      <SelectField
        label={t('document.link.relation')}
        value={relation}
        onChange={(event) => setRelation(linkRelations.find((one) => one === event.currentTarget.value) ?? 'follows')}
      >
        {linkRelations.map((one) => (
          <option key={one} value={one}>
            {t(`document.relation.${one}`)}
          </option>
        ))}
      </SelectField>
    </FormDialog>
  );
}
