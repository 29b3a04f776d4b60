import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';

const useStyles = makeStyles({
  // Clear of the header, which stays at the top.
  place: { scrollMarginTop: '64px' },
});

/** What is newly said is brought into view: the button that it answers may stand far down the page. */
export function IntoView({ role, children }: { readonly role: 'status' | 'alert'; readonly children: ReactNode }) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={place} role={role} className={styles.place}>
      {children}
    </div>
  );
}
