import { useEffect } from 'react';

interface PrintKeys {
  /** The page at the left, how many are seen at once, and of how many. */
  readonly first: number;
  readonly perView: number;
  readonly count: number;
  readonly turnTo: (page: number) => void;
  readonly onPrint: () => void;
  readonly onClose: () => void;
}

/** The keys by which pages are turned and printed; not while something is typed or chosen. */
export function usePrintKeys({ first, perView, count, turnTo, onPrint, onClose }: PrintKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isPrint = event.key.toLowerCase() === 'p' && (event.ctrlKey || event.metaKey);
      const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
      if (isPrint) onPrint();
      else if (isTyping || event.altKey || event.ctrlKey || event.metaKey) return;
      else if (event.key === 'ArrowRight' || event.key === 'PageDown') turnTo(first + perView);
      else if (event.key === 'ArrowLeft' || event.key === 'PageUp') turnTo(first - perView);
      else if (event.key === 'Home') turnTo(0);
      else if (event.key === 'End') turnTo(count - 1);
      else if (event.key === 'Escape') onClose();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', press);
    };
  }, [first, perView, count, turnTo, onPrint, onClose]);
}
