import type { ReactNode } from 'react';
import { lazy, Suspense } from 'react';

export interface DialogProps {
  title: string;
  size?: 'md' | 'lg' | 'xl';
  onClose: () => void;
  children: ReactNode;
}

const KitDialog = lazy(async () => ({ default: (await import('./kit/kit-dialog.tsx')).KitDialog }));

/** A dialog over the page, for as long as it is rendered. The kit that draws it comes with the first one that is opened. */
export function Dialog(props: DialogProps) {
  return (
    <Suspense>
      <KitDialog {...props} />
    </Suspense>
  );
}
