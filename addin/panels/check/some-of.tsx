import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  more: { padding: '8px 12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

interface SomeOfProps<T> {
  readonly all: readonly T[];
  /** How many at once; more come by a button, so that a list of thousands opens at once. */
  readonly step: number;
  /** What they are counted in: `条`. */
  readonly unit: string;
  /** A list item. */
  readonly draw: (each: T) => ReactNode;
}

/** The first items of a list, and a button for more of them. */
export function SomeOf<T>({ all, step, unit, draw }: SomeOfProps<T>) {
  const styles = useStyles();
  const [count, setCount] = useState(step);
  const left = all.length - count;
  return (
    <>
      {all.slice(0, count).map(draw)}
      {left > 0 && (
        <li className={styles.more}>
          <Button
            size="small"
            onClick={() => {
              setCount(count + step);
            }}
          >
            再显示 {Math.min(step, left)} {unit}（还有 {left} {unit}）
          </Button>
        </li>
      )}
    </>
  );
}
