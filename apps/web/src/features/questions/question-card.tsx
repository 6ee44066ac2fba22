import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { usePath } from '../../app/paths.ts';
import { Button, buttonClass } from '../../components/button.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { Money } from '../../components/money.tsx';
import { notify } from '../../components/notices.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './question-card.module.css';
import type { Question } from './questions-queries.ts';
import { useAnswer } from './questions-queries.ts';

/** One question with the paper it is about, and the place for the answer. Ctrl+Enter sends it. */
export function QuestionCard({ question }: { question: Question }) {
  const { t } = useTranslation();
  const path = usePath();
  const id = useId();
  const [text, setText] = useState('');
  const answer = useAnswer();
  const { document, askedBy, askedAt, body } = question;
  // The answered question leaves the list before the answer is here: the word of thanks must not hang on this card.
  const give = async () => {
    await answer.mutateAsync({ question, body: text.trim() });
    notify(t('entry.question.sent'), { tone: 'ok' });
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    void give().catch(() => undefined);
  };
  return (
    <article className={styles.card} aria-labelledby={`${id}-about`}>
      <header className={styles.about}>
        <h2 id={`${id}-about`}>
          {t(`kind.${document.kind}`)} <span className={styles.number}>{document.number ?? document.draftNumber}</span>
        </h2>
        <span>{document.partyName ?? document.customer?.name}</span>
        <Money value={document.grossTotal} currency={document.currency} />
        <Link className={buttonClass('plain', 'small')} to={path('document', { id: document.id })}>
          {t('entry.question.open')}
        </Link>
      </header>
      <p className={styles.asked}>
        {t('entry.question.asked', { name: askedBy.name })} · <DateTime value={askedAt} />
      </p>
      <p className={styles.body}>{body}</p>
      <form className={styles.answer} onSubmit={send}>
        <label htmlFor={id}>{t('entry.question.answerTo', { name: askedBy.name })}</label>
        <textarea
          id={id}
          required
          rows={3}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }
          }}
        />
        <Button type="submit" look="primary" shortcut="Ctrl+↵" loading={answer.isPending}>
          {t('entry.question.send')}
        </Button>
      </form>
    </article>
  );
}
