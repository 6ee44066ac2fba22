import type { Stage } from '@danku/domain/documents/flow.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import type { Tone } from './tag.tsx';
import { Tag } from './tag.tsx';

type Flag = 'entering' | 'returned';

const looks: Record<Stage, { tone: Tone; shape: string }> = {
  entry: { tone: 'neutral', shape: '○' },
  review: { tone: 'warn', shape: '◇' },
  'second-review': { tone: 'warn', shape: '◈' },
  adjudication: { tone: 'bad', shape: '◆' },
  approved: { tone: 'info', shape: '◉' },
  archived: { tone: 'ok', shape: '●' },
  void: { tone: 'neutral', shape: '⊘' },
};

const flagLooks: Record<Flag, { tone: Tone; shape: string }> = {
  entering: { tone: 'info', shape: '◐' },
  returned: { tone: 'bad', shape: '↩' },
};

/** Where a document stands: word, shape and colour. In `entry` a flag may say more than the stage. */
export function StageBadge({ stage, flag }: { stage: Stage; flag?: Flag | null }) {
  const { t } = useTranslation();
  if (stage === 'entry' && flag !== undefined && flag !== null) {
    return <Tag {...flagLooks[flag]}>{t(`stage.flag.${flag}`)}</Tag>;
  }
  return <Tag {...looks[stage]}>{t(`stage.${stage}`)}</Tag>;
}
