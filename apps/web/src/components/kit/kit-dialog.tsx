import { Modal } from '@mantine/core';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { DialogProps } from '../dialog-props.ts';
import { KitProvider } from './kit-provider.tsx';

export function KitDialog({ title, size = 'md', onClose, children }: DialogProps) {
  const { t } = useTranslation();
  return (
    <KitProvider>
      <Modal opened onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': t('shell.verb.close') }}>
        {children}
      </Modal>
    </KitProvider>
  );
}
