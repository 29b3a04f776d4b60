import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';

/**
 * One stop for the Tab key among the buttons of a group, and arrows between them. Fluent's own focus groups put hidden elements that take the
 * focus around themselves, which is a fault of accessibility to every checker.
 * @param start the button, from 0, at which Tab arrives first
 */
export function useRovingFocus(start: number) {
  const group = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState<number | null>(null);
  const buttons = () => [...(group.current?.querySelectorAll('button') ?? [])];
  return {
    group,
    groupProps: {
      onKeyDown(event: KeyboardEvent) {
        const all = buttons();
        const at = all.findIndex((button) => button === event.target);
        const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
        if (at < 0 || to === undefined) return;
        event.preventDefault();
        all[(to + all.length) % all.length]?.focus();
      },
      onFocus(event: FocusEvent) {
        const at = buttons().findIndex((button) => button === event.target);
        if (at >= 0) setStop(at);
      },
      onBlur(event: FocusEvent) {
        if (!event.currentTarget.contains(event.relatedTarget)) setStop(null);
      },
    },
    tabIndexOf: (index: number) => (index === (stop ?? start) ? 0 : -1),
  };
}
