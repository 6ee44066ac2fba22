import { useEffect, useRef, useState } from 'react';

const pause = 150;

/** What a search found for a text, a moment after the last key; null while there is nothing to show. Older answers never win. */
export function useFound<T>(
  text: string,
  search: (text: string, signal: AbortSignal) => Promise<readonly T[]>,
): readonly T[] | null {
  const [found, setFound] = useState<{ text: string; items: readonly T[] } | null>(null);
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  });
  useEffect(() => {
    if (text.trim() === '') {
      return undefined;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      latest.current(text.trim(), abort.signal).then(
        (items) => abort.signal.aborted || setFound({ text, items }),
        // A search that fails leaves the text as typed; the list is only a help.
        () => abort.signal.aborted || setFound(null),
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text]);
  return found?.text === text && text.trim() !== '' ? found.items : null;
}
