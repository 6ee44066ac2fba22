import { useState } from 'react';

const storageKey = 'danku.rail';
const phone = window.matchMedia('(max-width: 760px)');

/** Whether the side rail is open. A wide screen remembers it; on a phone it opens over the page and closes on the way. */
export function useRail(): { isOpen: boolean; toggle: () => void; closeOnPhone: () => void } {
  const [isOpen, setOpen] = useState(() => !phone.matches && localStorage.getItem(storageKey) !== 'closed');
  const toggle = () => {
    if (!phone.matches) {
      localStorage.setItem(storageKey, isOpen ? 'closed' : 'open');
    }
    setOpen(!isOpen);
  };
  const closeOnPhone = () => setOpen((wasOpen) => wasOpen && !phone.matches);
  return { isOpen, toggle, closeOnPhone };
}
