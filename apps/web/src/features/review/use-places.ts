import { Place } from '@danku/contract/document-shapes.ts';
import type { Document } from '@danku/contract/document-shapes.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTenant } from '../../app/paths.ts';
import type { ImageBox } from '../../components/page-image/image-page.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { commentsQuery } from './review-queries.ts';
import { sayPath } from './review-targets.ts';
import type { Marks } from './use-review-marks.ts';

/** The places on the image that are known: of the marks made now, of the faults sent back before, and of comments. */
export function usePlaces(document: Document, marks: Marks): ImageBox[] {
  const { t } = useTranslation();
  const comments = useQuery({ ...commentsQuery(useTenant(), document.id), enabled: !document.isBlind });
  return useMemo(() => {
    const found = new Map<string, ImageBox>();
    const add = (path: string, value: unknown, tone: ImageBox['tone']) => {
      const place = Place.safeParse(value);
      if (place.success) {
        found.set(path, { id: path, place: place.data, tone, label: sayPath(t, path) });
      }
    };
    for (const { path, place } of comments.data?.items ?? []) {
      add(path ?? '', place, 'confirmed');
    }
    for (const { path, place } of document.isBlind ? [] : document.verdicts) {
      add(path, place, 'doubt');
    }
    for (const { path, place } of Object.values(marks)) {
      add(path, place, 'wrong');
    }
    return [...found.values()];
  }, [comments.data, document, marks, t]);
}
