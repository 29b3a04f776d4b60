import { useEffect } from 'react';

/** Escape stops what runs, unless a question, a list or a field has taken the key for itself. @param stop null where nothing runs */
export function useEscape(stop: (() => void) | null): void {
  useEffect(() => {
    if (!stop) return;
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isTaken(event.target)) stop();
    };
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', press);
    };
  }, [stop]);
}

/** A dialog is closed by it, a search is emptied, an open list of choices is shut. */
function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true;
  return target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.value !== '');
}
