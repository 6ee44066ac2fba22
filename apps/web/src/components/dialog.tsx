import { lazy, Suspense } from 'react';
import type { DialogProps } from './dialog-props.ts';

const KitDialog = lazy(async () => ({ default: (await import('./kit/kit-dialog.tsx')).KitDialog }));

/** A dialog over the page, for as long as it is rendered. The kit that draws it comes with the first one that is opened. */
export function Dialog(props: DialogProps) {
  return (
    <Suspense>
      <KitDialog {...props} />
    </Suspense>
  );
}
