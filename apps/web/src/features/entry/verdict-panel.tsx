import type { Document } from '@danku/contract/document-shapes.ts';
import { Button } from '../../components/button.tsx';
import { Tag } from '../../components/tag.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import panel from './panel.module.css';

type Verdict = Document['verdicts'][number];

interface VerdictPanelProps {
  verdicts: readonly Verdict[];
  comment: string | null;
  isDone: (path: string) => boolean;
  active: string | null;
  labelOf: (path: string) => string;
  onGo: (path: string) => void;
  onAccept: ((verdict: Verdict) => void) | undefined;
}

/** What the reviewer sent back: each place with its kind of error, the remark, and a suggested value to take over. */
export function VerdictPanel({ verdicts, comment, isDone, active, labelOf, onGo, onAccept }: VerdictPanelProps) {
  const { t } = useTranslation();
  const open = verdicts.filter(({ path }) => !isDone(path)).map(({ path }) => path);
  const next = active !== null && open.includes(active) ? active : open[0];
  return (
    <section
      className={panel.panel}
      data-tone={open.length > 0 ? 'bad' : undefined}
      aria-label={t('entry.verdict.title', { count: verdicts.length })}
    >
      <h2 className={panel.title}>{t('entry.verdict.title', { count: verdicts.length })}</h2>
      {comment !== null && <p>{comment}</p>}
      <ol className={panel.items}>
        {verdicts.map((verdict) => (
          <li key={verdict.path} className={panel.item} aria-current={verdict.path === active || undefined}>
            <Button size="small" look="plain" onClick={() => onGo(verdict.path)}>
              {labelOf(verdict.path)}
            </Button>
            <Tag tone="bad">{t(`error-class.${verdict.errorClass}`)}</Tag>
            {verdict.comment !== null && <span>{verdict.comment}</span>}
            {verdict.suggested !== null && (
              <span>
                {t('entry.verdict.was', { value: verdict.suggested === '' ? t('document.diff.empty') : verdict.suggested })}
              </span>
            )}
            <End verdict={verdict} isNext={verdict.path === next} isDone={isDone(verdict.path)} onAccept={onAccept} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface EndProps {
  verdict: Verdict;
  /** The one that the key accepts. */
  isNext: boolean;
  isDone: boolean;
  onAccept: VerdictPanelProps['onAccept'];
}

function End({ verdict, isNext, isDone, onAccept }: EndProps) {
  const { t } = useTranslation();
  if (isDone) {
    return (
      <span className={panel.done}>
        <span aria-hidden>{'✓'}</span> {t('entry.verdict.done')}
      </span>
    );
  }
  if (verdict.suggested === null || onAccept === undefined) {
    return null;
  }
  return (
    <Button size="small" className={panel.end} shortcut={isNext ? 'y' : undefined} onClick={() => onAccept(verdict)}>
      {t('entry.verdict.accept')}
    </Button>
  );
}
