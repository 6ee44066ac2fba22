import type { Place } from '@danku/domain/events.ts';
import type OpenSeadragon from 'openseadragon';
import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { styleNonce } from '../style-nonce.ts';
import type { ImagePage } from './image-page.ts';

export type Viewer = OpenSeadragon.Viewer;
type Library = typeof OpenSeadragon;

export interface OpenViewer {
  viewer: Viewer;
  library: Library;
}

/** A viewer for one picture at a time. The library comes when the first image is shown, and not before. */
export function useViewer(frame: RefObject<HTMLDivElement | null>, page: ImagePage | undefined) {
  const { url, rotation = 0 } = page ?? {};
  const [open, setOpen] = useState<OpenViewer | null>(null);
  const [outcome, setOutcome] = useState<{ url: string; state: 'shown' | 'failed' } | null>(null);
  const [isBroken, setBroken] = useState(false);
  const wanted = useRef('');
  const created = useRef<Viewer | null>(null);

  useEffect(() => {
    let isGone = false;
    const begin = async () => {
      const { default: library } = await import('openseadragon');
      if (isGone || frame.current === null) {
        return;
      }
      const viewer = createViewer(library, frame.current);
      created.current = viewer;
      viewer.addHandler('open', () => setOutcome({ url: wanted.current, state: 'shown' }));
      viewer.addHandler('open-failed', () => setOutcome({ url: wanted.current, state: 'failed' }));
      setOpen({ viewer, library });
    };
    // A viewer that cannot be loaded, or a browser without a canvas, leaves the rest of the screen usable.
    begin().catch(() => setBroken(true));
    return () => {
      isGone = true;
      created.current?.destroy();
      created.current = null;
    };
  }, [frame]);

  useEffect(() => {
    if (open !== null && url !== undefined) {
      wanted.current = url;
      open.viewer.open({ tileSource: { type: 'image', url } });
      open.viewer.viewport.setRotation(rotation, true);
    }
  }, [open, url, rotation]);

  const state = isBroken ? 'failed' : outcome?.url === url ? outcome?.state : undefined;
  return { open, state: state ?? 'loading' };
}

function createViewer(library: Library, element: HTMLElement): Viewer {
  allowNoStyleElement();
  return new library.Viewer({
    element,
    drawer: 'canvas',
    showNavigationControl: false,
    visibilityRatio: 0.5,
    minZoomImageRatio: 0.8,
    maxZoomPixelRatio: 4,
    animationTime: prefersStillness() ? 0 : 0.25,
    gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
    // The page's own keys move the image; the viewer's would catch letters meant for others.
    keyboardNavEnabled: false,
    tabIndex: -1,
  });
}

/** The library adds one style element of its own, which the content security policy refuses; with ours in its place it does not. */
function allowNoStyleElement(): void {
  const mark = 'data-openseadragon-mobile-css';
  if (document.querySelector(`style[${mark}]`) === null) {
    const element = document.createElement('style');
    element.setAttribute(mark, 'true');
    element.nonce = styleNonce();
    document.head.append(element);
  }
}

/** A place (0–1 of the page) in the viewer's coordinates, where the width of the picture is 1. */
export function rectOf({ viewer, library }: OpenViewer, place: Place, padding = 0): OpenSeadragon.Rect {
  const size = viewer.world.getItemAt(0).getContentSize();
  const ratio = size.y / size.x;
  const [wider, higher] = [place.width * padding, place.height * padding];
  return new library.Rect(
    place.x - wider,
    (place.y - higher) * ratio,
    place.width + 2 * wider,
    (place.height + 2 * higher) * ratio,
  );
}

/** The place between two points of the screen, relative to the viewer; cut to the page. */
export function placeBetween({ viewer, library }: OpenViewer, page: number, from: Point, to: Point): Place {
  const size = viewer.world.getItemAt(0).getContentSize();
  const corners = [from, to].map((point) => viewer.viewport.viewerElementToImageCoordinates(new library.Point(point.x, point.y)));
  const xs = corners.map((corner) => cut(corner.x / size.x)).sort((a, b) => a - b);
  const ys = corners.map((corner) => cut(corner.y / size.y)).sort((a, b) => a - b);
  const [left = 0, right = 0] = xs;
  const [top = 0, bottom = 0] = ys;
  return { page, x: left, y: top, width: right - left, height: bottom - top };
}

export interface Point {
  x: number;
  y: number;
}

export function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function cut(part: number): number {
  return Math.min(Math.max(part, 0), 1);
}
