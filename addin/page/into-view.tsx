import { useEffect, useRef, type ReactNode } from 'react';

/** What is newly said is brought into view: the button that it answers may stand far down the page. */
export function IntoView({ role, children }: { readonly role: 'status' | 'alert'; readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={place} role={role}>
      {children}
    </div>
  );
}
