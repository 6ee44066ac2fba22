import type { DragEvent } from 'react';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { usePath } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { formatBytes } from '../../i18n/format.ts';
import { sayCode } from '../../i18n/say-code.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './upload-box.module.css';
import type { UploadRow } from './use-uploads.ts';
import { largestFile, useUploads } from './use-uploads.ts';

const accepted = '.pdf,.ofd,.xml,.jpg,.jpeg,.png,.tif,.tiff,.webp,application/pdf,image/*';

/** Where files come in: dropped, or chosen by the button. Below it one line for each. */
export function UploadBox() {
  const { t, language } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const uploads = useUploads();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    uploads.add([...event.dataTransfer.files]);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping has its twin in the button.
    <section
      aria-label={t('inbox.uploads')}
      className={styles.box}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className={styles.line}>
        <Button look="primary" onClick={() => input.current?.click()}>
          {t('inbox.choose')}
        </Button>
        <span>{t('inbox.drop')}</span>
        <span className={styles.kinds}>{t('inbox.kinds', { size: formatBytes(largestFile, language) })}</span>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={accepted}
          aria-label={t('inbox.choose')}
          onChange={(event) => {
            uploads.add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {uploads.rows.length > 0 && (
        <ul className={styles.rows}>
          {uploads.rows.map((row) => (
            <Row key={row.id} row={row} onRetry={() => uploads.retry(row, row.id)} />
          ))}
        </ul>
      )}
      {uploads.rows.some(({ state }) => state !== 'sending') && (
        <Button look="plain" size="small" onClick={uploads.clear}>
          {t('shell.verb.clear')}
        </Button>
      )}
    </section>
  );
}

function Row({ row, onRetry }: { row: UploadRow; onRetry: () => void }) {
  const { t, language } = useTranslation();
  const { file, state, part, problem, refusal } = row;
  return (
    <li className={styles.row}>
      <span className={styles.name}>{file.name}</span>
      <span className={styles.size}>{formatBytes(file.size, language)}</span>
      {state === 'sending' && (
        <>
          <progress value={part} max={1} aria-label={file.name} />
          <span>{t('inbox.uploading', { percent: Math.round(part * 100) })}</span>
        </>
      )}
      {state === 'done' && <Done row={row} />}
      {state === 'failed' && problem !== null && (
        <>
          <span role="alert" className={styles.fault}>
            {refusal === null ? t(`problem.${problem}`) : sayCode(t, 'inbox.refused', refusal, 'problem.unsupported-media-type')}
          </span>
          {problem !== 'too-large' && problem !== 'unsupported-media-type' && (
            <Button size="small" onClick={onRetry}>
              {t('shell.state.retry')}
            </Button>
          )}
        </>
      )}
    </li>
  );
}

function Done({ row: { duplicateOf } }: { row: UploadRow }) {
  const { t } = useTranslation();
  const path = usePath();
  if (duplicateOf === null) {
    return <span className={styles.done}>{t('inbox.uploaded')}</span>;
  }
  return (
    <span className={styles.known}>
      {t('inbox.duplicate')}{' '}
      {duplicateOf.documentId !== null && <Link to={path('document', { id: duplicateOf.documentId })}>{t('inbox.goTo')}</Link>}
    </span>
  );
}
