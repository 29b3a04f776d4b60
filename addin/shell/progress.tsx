import { Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

/** What takes less needs no word. */
const PATIENCE_MS = 500;
/** Excel answers nothing while a cell is being typed into. */
const EDITING_MS = 4_000;

interface ProgressProps {
  readonly label: string;
  /** Said when it takes long. */
  readonly hint?: string;
}

/** A spinner that comes after half a second. */
export function Progress({ label, hint }: ProgressProps) {
  const isLate = useDelay(PATIENCE_MS);
  const isVeryLate = useDelay(EDITING_MS);
  const text = isVeryLate && hint ? `${label}${hint}` : label;
  return <div role="status">{isLate && <Spinner size="small" label={text} style={{ padding: 16 }} />}</div>;
}

function useDelay(milliseconds: number): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setOver(true);
    }, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [milliseconds]);
  return isOver;
}
