import type { Kind } from '@danku/domain/documents/kinds.ts';
import { kinds } from '@danku/domain/documents/kinds.ts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { usePath } from '../../app/paths.ts';
import { AskBar } from '../../components/ask-bar.tsx';
import { Button } from '../../components/button.tsx';
import { useKeys } from '../../components/keys.ts';
import { notify } from '../../components/notices.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useRegister, useReject } from './inbox-queries.ts';
import styles from './inbox-page.module.css';
import type { InboxActs } from './use-inbox-acts.ts';
import type { Selection } from './use-selection.ts';

const lastKind = 'danku.inbox.kind';

interface InboxActionsProps {
  acts: InboxActs;
  selection: Selection;
}

/** The bar below: arrange pages, reject, or make a document of the paper one stands on. */
export function InboxActions({ acts, selection }: InboxActionsProps) {
  const { t } = useTranslation();
  const [isRejecting, setRejecting] = useState(false);
  const reject = useReject();
  const { item, page, count } = selection;
  const isOpen = item?.state === 'open';
  useKeys(
    [
      { keys: 's', label: 'inbox.splitKey', run: acts.split },
      { keys: 'm', label: 'inbox.merge', run: acts.merge },
      { keys: 'r', label: 'inbox.rotate', run: acts.rotate },
      { keys: 'x', label: 'shell.keys.select', run: () => item !== undefined && selection.tick({ itemId: item.id, page }) },
      { keys: 'Shift+ArrowLeft', label: 'inbox.earlier', run: () => acts.move(page, page - 1) },
      { keys: 'Shift+ArrowRight', label: 'inbox.later', run: () => acts.move(page, page + 1) },
    ],
    isOpen && !isRejecting,
  );
  if (item === undefined || !isOpen) {
    return null;
  }
  if (isRejecting) {
    // The paper leaves the list, and this bar with it, before the answer is here: what follows must not hang on the bar.
    const send = async (reason: string) => {
      await reject.mutateAsync({ item, reason });
      notify(t('inbox.rejected'), { tone: 'ok' });
      setRejecting(false);
    };
    return (
      <AskBar
        label={t('inbox.rejectReason')}
        confirm={t('inbox.reject')}
        placeholder={t('inbox.rejectPlaceholder')}
        maxLength={500}
        isSending={reject.isPending}
        onSend={(reason) => void send(reason).catch(() => undefined)}
        onCancel={() => setRejecting(false)}
      />
    );
  }
  return (
    <>
      <span className={styles.arrange}>
        <Button size="small" shortcut="s" disabled={acts.isPending} onClick={acts.split}>
          {t('inbox.split')}
        </Button>
        <Button size="small" shortcut="m" disabled={acts.isPending} onClick={acts.merge}>
          {t('inbox.merge')}
        </Button>
        <Button size="small" shortcut="r" disabled={acts.isPending} onClick={acts.rotate}>
          {t('inbox.rotate')}
        </Button>
        <Button
          size="small"
          aria-keyshortcuts="Shift+ArrowLeft"
          disabled={acts.isPending || page === 0}
          onClick={() => acts.move(page, page - 1)}
        >
          {t('inbox.moveUp')}
        </Button>
        <Button
          size="small"
          aria-keyshortcuts="Shift+ArrowRight"
          disabled={acts.isPending || page >= item.pages.length - 1}
          onClick={() => acts.move(page, page + 1)}
        >
          {t('inbox.moveDown')}
        </Button>
        {count > 0 && <span className={styles.count}>{t('inbox.selected', { count })}</span>}
      </span>
      <Button look="danger" onClick={() => setRejecting(true)}>
        {t('inbox.reject')}
      </Button>
      <Register itemId={item.id} />
    </>
  );
}

function Register({ itemId }: { itemId: string }) {
  const { t } = useTranslation();
  const path = usePath();
  const navigate = useNavigate();
  const register = useRegister();
  const [kind, setKind] = useState<Kind>(() => kinds.find((one) => one === localStorage.getItem(lastKind)) ?? 'INV');
  const choose = (chosen: string) => {
    setKind(kinds.find((one) => one === chosen) ?? kind);
    localStorage.setItem(lastKind, chosen);
  };
  const start = async () => {
    const { id } = await register.mutateAsync({ kind, inboxItemId: itemId });
    await navigate(path('entry', { id }));
  };
  return (
    <>
      <select
        className={styles.kind}
        aria-label={t('inbox.kind')}
        value={kind}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {kinds.map((one) => (
          <option key={one} value={one}>
            {t(`kind.${one}`)}
          </option>
        ))}
      </select>
      <Button look="primary" loading={register.isPending} onClick={() => void start().catch(() => undefined)}>
        {t('inbox.register')}
      </Button>
    </>
  );
}
