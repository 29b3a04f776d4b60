import { useLayoutEffect } from 'react';

/** Has the browser ask before the tab is closed or reloaded; the words are the browser's own. */
export function useTabGuard(isUnsaved: boolean): void {
  // As soon as it is seen that nothing is left to lose, nothing is asked any more.
  useLayoutEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      // Chromium before 119 asks for nothing less; the text itself is shown by none.
      Reflect.set(event, 'returnValue', '还没有做完');
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [isUnsaved]);
}
