import type { Comment } from '@danku/contract/discussion.ts';
import type { Document } from '@danku/contract/document-shapes.ts';
import { definitionOf } from '@danku/domain/documents/content.ts';
import type { Place } from '@danku/domain/events.ts';
import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useState } from 'react';
import { useTenant } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { pathLabel } from '../../components/field-word.ts';
import { AreaField, SelectField } from '../../components/field.tsx';
import { GatedButton } from '../../components/gated-button.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './aside.module.css';
import { useAddComment, useResolveComment } from './document-mutations.ts';
import { commentsQuery } from './documents-queries.ts';

export interface CommentsProps {
  document: Document;
  /** The place on the image that the comment to be written is about. */
  place: Place | null;
  onPlace: (place: Place | null) => void;
  focused: string | null;
  onFocusComment: (id: string) => void;
  box: RefObject<HTMLTextAreaElement | null>;
}

/** What people say about the document, a field of it or a place on its image. */
export function Comments({ document, focused, onFocusComment, ...draft }: CommentsProps) {
  const { t } = useTranslation();
  const comments = useQuery(commentsQuery(useTenant(), document.id));
  const [showsResolved, setShowsResolved] = useState(false);
  const all = comments.data?.items ?? [];
  const open = all.filter(({ resolvedAt }) => resolvedAt === null);
  const shown = showsResolved ? all : open;
  return (
    <section className={styles.section} aria-label={t('document.tab.comments')}>
      <h2>{t('document.tab.comments')}</h2>
      {comments.data !== undefined && shown.length === 0 && <p className={styles.quiet}>{t('document.comment.none')}</p>}
      <ul className={styles.comments}>
        {shown.map((comment) => (
          <CommentItem
            key={comment.id}
            documentId={document.id}
            comment={comment}
            isFocused={comment.id === focused}
            onFocus={() => onFocusComment(comment.id)}
          />
        ))}
      </ul>
      {all.length > open.length && !showsResolved && (
        <Button look="plain" size="small" onClick={() => setShowsResolved(true)}>
          {t('document.comment.showResolved', { count: all.length - open.length })}
        </Button>
      )}
      <CommentForm document={document} {...draft} />
    </section>
  );
}

interface CommentItemProps {
  documentId: string;
  comment: Comment;
  isFocused: boolean;
  onFocus: () => void;
}

function CommentItem({
  documentId,
  comment: { id, author, body, path, place, createdAt, resolvedAt },
  isFocused,
  onFocus,
}: CommentItemProps) {
  const { t } = useTranslation();
  const resolve = useResolveComment(documentId);
  return (
    <li className={isFocused ? styles.focused : undefined} aria-current={isFocused || undefined}>
      <div className={styles.meta}>
        <strong>{author.name}</strong> <DateTime value={createdAt} />
        {path !== null && <span>{t('document.comment.onField', { field: pathLabel(t, path) })}</span>}
        {place !== null && <span>{t('document.comment.onPage', { page: place.page })}</span>}
      </div>
      <p className={styles.body}>{body}</p>
      <div className={styles.deeds}>
        {place !== null && (
          <Button look="plain" size="small" onClick={onFocus}>
            {t('document.comment.show')}
          </Button>
        )}
        {resolvedAt === null ? (
          <Button look="plain" size="small" loading={resolve.isPending} onClick={() => resolve.mutate(id)}>
            {t('document.comment.resolve')}
          </Button>
        ) : (
          <span className={styles.quiet}>{t('document.comment.resolved')}</span>
        )}
      </div>
    </li>
  );
}

function CommentForm({ document, place, onPlace, box }: Pick<CommentsProps, 'document' | 'place' | 'onPlace' | 'box'>) {
  const { t } = useTranslation();
  const add = useAddComment(document.id);
  const [body, setBody] = useState('');
  const [path, setPath] = useState('');
  const fields = definitionOf(document.kind).fields;
  const post = () =>
    add.mutate(
      { body: body.trim(), path: path === '' ? null : path, place },
      {
        onSuccess: () => {
          setBody('');
          setPath('');
          onPlace(null);
        },
      },
    );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (body.trim() !== '') {
          post();
        }
      }}
    >
      {place !== null && (
        <Button
          look="plain"
          size="small"
          aria-label={t('shell.verb.remove', { name: t('document.comment.onPage', { page: place.page }) })}
          onClick={() => onPlace(null)}
        >
          {`${t('document.comment.onPage', { page: place.page })} ×`}
        </Button>
      )}
      <AreaField
        ref={box}
        label={t('document.comment.label')}
        placeholder={t('document.comment.placeholder')}
        maxLength={2000}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <div className={styles.row}>
        <SelectField label={t('document.comment.about')} value={path} onChange={(event) => setPath(event.currentTarget.value)}>
          <option value="">{t('document.comment.whole')}</option>
          {fields.map(({ key }) => (
            <option key={key} value={`/fields/${key}`}>
              {pathLabel(t, `/fields/${key}`)}
            </option>
          ))}
        </SelectField>
        <GatedButton verdict={document.actions.comment} type="submit" size="small" loading={add.isPending}>
          {t('document.comment.add')}
        </GatedButton>
      </div>
    </form>
  );
}
