import { makeStyles, tokens } from '@fluentui/react-components';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  dock: {
    position: 'fixed',
    // Over the card at the side, which ends above it.
    zIndex: 4,
    left: 0,
    right: 0,
    bottom: 0,
    boxSizing: 'border-box',
    maxHeight: '50vh',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    '& .fui-MessageBar': { borderRadius: 0 },
    '@media print': { display: 'none' },
  },
});

/** Whatever has the keyboard is not left behind the dock when that comes or grows. */
function keepInSight(dock: HTMLElement): void {
  const held = document.activeElement;
  if (!held || held === document.body || dock.contains(held)) return;
  if (held.getBoundingClientRect().bottom > dock.getBoundingClientRect().top) held.scrollIntoView({ block: 'nearest' });
}

/**
 * What the page says: what is being done, what was done, what was not. It stands at the bottom of the window, so that nothing else moves when it
 * comes and goes, and the page has room for it at its end once it was there.
 */
export function Dock({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const dock = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const { current } = dock;
    if (!current) return;
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.contentRect.height ?? 0;
      // For the card at the side, and so that what gets the keyboard is not behind it.
      document.documentElement.style.setProperty('--dock', `${height}px`);
      setRoom((before) => Math.max(before, height));
      keepInSight(current);
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
    };
  }, []);
  return (
    <>
      <div style={{ flexShrink: 0, height: room }} />
      <div ref={dock} className={styles.dock}>
        {children}
      </div>
    </>
  );
}
