import type { ReactNode } from 'react';
import { Component } from 'react';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { useTranslation } from '../i18n/use-translation.ts';

interface Props {
  /** A change of it (the address) gives the screen another try. */
  resetKey: string;
  children: ReactNode;
}

interface State {
  hasFailed: boolean;
  resetKey: string;
}

/** Keeps a screen that throws from taking the shell with it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Partial<State> {
    return { hasFailed: true };
  }

  static getDerivedStateFromProps({ resetKey }: Props, state: State): State | null {
    return resetKey === state.resetKey ? null : { hasFailed: false, resetKey };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <CrashPage /> : this.props.children;
  }
}

function CrashPage() {
  const { t } = useTranslation();
  return (
    <EmptyState title={t('shell.error.crash')} help={t('shell.error.crashHelp')}>
      <Button look="primary" onClick={() => window.location.reload()}>
        {t('shell.error.reload')}
      </Button>
    </EmptyState>
  );
}
