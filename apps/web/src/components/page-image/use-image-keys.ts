import { useKeys } from '../keys.ts';
import type { OpenViewer } from './use-viewer.ts';
import { prefersStillness } from './use-viewer.ts';

export interface ImageMoves {
  zoomIn: () => void;
  zoomOut: () => void;
  fit: () => void;
  rotate: () => void;
}

const zoomStep = 1.3;

/** The moves of the image, and their keys. Zoom keys stay silent in inputs; the ones with Alt work while typing. */
export function useImageKeys(open: OpenViewer | null, turnTo: (page: number) => void): ImageMoves {
  const viewport = open?.viewer.viewport;
  const zoom = (factor: number) => viewport?.zoomBy(factor, undefined, prefersStillness()).applyConstraints();
  const moves: ImageMoves = {
    zoomIn: () => zoom(zoomStep),
    zoomOut: () => zoom(1 / zoomStep),
    fit: () => viewport?.goHome(prefersStillness()),
    rotate: () => viewport?.setRotation((viewport.getRotation() + 90) % 360, prefersStillness()),
  };
  useKeys([
    { keys: '+', label: 'shell.keys.zoomIn', group: 'image', run: moves.zoomIn },
    { keys: '-', label: 'shell.keys.zoomOut', group: 'image', run: moves.zoomOut },
    { keys: '0', label: 'shell.keys.zoomFit', group: 'image', run: moves.fit },
    { keys: 'Alt+R', label: 'shell.keys.rotate', group: 'image', run: moves.rotate },
    ...Array.from({ length: 9 }, (_, index) => ({
      keys: `Alt+${index + 1}`,
      label: 'shell.keys.page' as const,
      group: 'image' as const,
      run: () => turnTo(index + 1),
    })),
  ]);
  return moves;
}
