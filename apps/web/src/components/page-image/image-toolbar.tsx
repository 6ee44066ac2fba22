import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../button.tsx';
import styles from './page-image.module.css';
import type { ImageMoves } from './use-image-keys.ts';

interface ImageToolbarProps {
  page: number;
  total: number;
  moves: ImageMoves;
  onTurn: (page: number) => void;
  onSelect: (() => void) | undefined;
  isSelecting: boolean;
}

export function ImageToolbar({ page, total, moves, onTurn, onSelect, isSelecting }: ImageToolbarProps) {
  const { t } = useTranslation();
  return (
    <div role="toolbar" aria-label={t('image.label')} className={styles.toolbar}>
      <Button size="small" aria-label={t('image.zoomIn')} onClick={moves.zoomIn}>
        +
      </Button>
      <Button size="small" aria-label={t('image.zoomOut')} onClick={moves.zoomOut}>
        −
      </Button>
      <Button size="small" onClick={moves.fit}>
        {t('image.fit')}
      </Button>
      <Button size="small" shortcut="Alt+R" onClick={moves.rotate}>
        {t('image.rotate')}
      </Button>
      {total > 1 && (
        <>
          <Button size="small" aria-label={t('shell.verb.previous')} disabled={page === 1} onClick={() => onTurn(page - 1)}>
            {'‹'}
          </Button>
          <span>{t('image.page', { page, total })}</span>
          <Button size="small" aria-label={t('shell.verb.next')} disabled={page === total} onClick={() => onTurn(page + 1)}>
            {'›'}
          </Button>
        </>
      )}
      {onSelect !== undefined && (
        <Button size="small" aria-pressed={isSelecting} onClick={onSelect}>
          {t('image.select')}
        </Button>
      )}
    </div>
  );
}
