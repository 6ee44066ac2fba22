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

/** Keeps a screen that throws from taking the shell with it. */
export class ErrorBoundary extends Component<Props, { failedAt: string | null }> {
  override state = { failedAt: null };

  static getDerivedStateFromError(): { failedAt: string | null } {
    return { failedAt: window.location.pathname };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.failedAt !== null && before.resetKey !== this.props.resetKey) {
      this.setState({ failedAt: null });
    }
  }

  override render(): ReactNode {
    return this.state.failedAt === null ? this.props.children : <CrashPage />;
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
