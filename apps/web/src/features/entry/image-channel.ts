import { useEffect, useState } from 'react';

/** Which field the desk is at, told to a second window that shows the image large. */
export function useTellImage(id: string, focused: string | null): void {
  useEffect(() => {
    const channel = new BroadcastChannel(channelOf(id));
    channel.postMessage(focused);
    return () => channel.close();
  }, [id, focused]);
}

/** The field that the desk in the other window is at. */
export function useToldFocus(id: string): string | null {
  const [focused, setFocused] = useState<string | null>(null);
  useEffect(() => {
    const channel = new BroadcastChannel(channelOf(id));
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => setFocused(typeof data === 'string' ? data : null));
    return () => channel.close();
  }, [id]);
  return focused;
}

function channelOf(id: string): string {
  return `danku.entry-image/${id}`;
}
