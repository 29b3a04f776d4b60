import { useEffect, useRef, type RefObject } from 'react';

/**
 * Where the keyboard goes on when the view before is gone, and with it what had the keyboard.
 * @param isFirst no view was before
 */
export function useBeginHere<T extends HTMLElement>(isFirst = false): RefObject<T | null> {
  const place = useRef<T>(null);
  useEffect(() => {
    if (isFirst) return;
    const { activeElement, body } = document;
    const isLost = !activeElement || activeElement === body || activeElement.closest('[hidden]') !== null;
    if (isLost) place.current?.focus({ preventScroll: true });
  }, [isFirst]);
  return place;
}
