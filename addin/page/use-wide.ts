import { useSyncExternalStore } from 'react';

/** Two upright pages beside each other can be read from here on. */
const WIDE = '(min-width: 1000px)';

/** Whether two pages have room beside each other. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener('change', onChange);
      return () => {
        query.removeEventListener('change', onChange);
      };
    },
    () => window.matchMedia(WIDE).matches,
  );
}
