import { useId } from 'react';
import { sayCode } from '../i18n/say-code.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import type { ButtonProps } from './button.tsx';
import { Button } from './button.tsx';
import styles from './gated-button.module.css';

/** What the Gate said, as replies carry it. */
export interface ShownVerdict {
  allowed: boolean;
  reasons: readonly string[];
  remedies: readonly { code: string }[];
}

interface GatedButtonProps extends Omit<ButtonProps, 'disabled'> {
  verdict: ShownVerdict;
  /** Where the explanation opens; above fits action bars at the bottom. */
  explains?: 'above' | 'below';
}

/** A button that says why it is off, and what would help. It stays in the tab order, so that the explanation can be reached. */
export function GatedButton({ verdict, explains = 'above', ...button }: GatedButtonProps) {
  const { t } = useTranslation();
  const why = useId();
  if (verdict.allowed) {
    return <Button {...button} />;
  }
  return (
    <span className={`${styles.gated} ${explains === 'below' ? styles.below : ''}`}>
      <Button {...button} disabled aria-describedby={why} />
      <span id={why} role="tooltip" className={styles.why}>
        {verdict.reasons.map((reason) => (
          <span key={reason} style={{ display: 'block' }}>
            {sayCode(t, 'reason', reason, 'problem.forbidden')}
          </span>
        ))}
        {verdict.remedies.map(({ code }) => (
          <span key={code} className={styles.remedy} style={{ display: 'block' }}>
            {sayCode(t, 'remedy', code, 'remedy.reload')}
          </span>
        ))}
      </span>
    </span>
  );
}
