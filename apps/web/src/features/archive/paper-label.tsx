import type { PaperOriginal } from '@danku/contract/archive.ts';
import type { Document } from '@danku/contract/document-shapes.ts';
import { createPortal } from 'react-dom';
import { Button } from '../../components/button.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './archive.module.css';

interface LabelProps {
  document: Document;
  paper: PaperOriginal;
}

/** The small label for the paper: shown here, and alone on the sheet when printed (62 × 40 mm). */
export function PaperLabel(props: LabelProps) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t('archive.original.preview')}</h3>
      <div className={styles.preview}>
        <Label {...props} />
      </div>
      <Button onClick={() => window.print()}>{t('archive.original.label')}</Button>
      {createPortal(
        <div className={styles.sheet} aria-hidden>
          <Label {...props} />
        </div>,
        window.document.body,
      )}
    </>
  );
}

function Label({ document, paper }: LabelProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.label}>
      <strong>{document.registryNumber}</strong>
      <span>{document.partyName}</span>
      <span>{[t(`kind.${document.kind}`), document.number, document.issueDate].filter(Boolean).join(' · ')}</span>
      <span>{t('archive.original.where', { box: paper.box, shelf: paper.shelf })}</span>
      <code>{paper.label}</code>
    </div>
  );
}
