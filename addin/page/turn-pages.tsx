import { Button, makeStyles, Text } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';

const useStyles = makeStyles({
  turn: { display: 'flex', alignItems: 'center', gap: '4px' },
  place: { minWidth: '9em', textAlign: 'center', fontVariantNumeric: 'tabular-nums' },
});

/** Where one is among pages, counted from 0. */
export interface PagePlace {
  /** The page at the left. */
  readonly first: number;
  /** How many are seen, and how many would be where there are enough. */
  readonly shown: number;
  readonly perView: number;
  readonly count: number;
}

interface TurnPagesProps {
  readonly place: PagePlace;
  readonly onTurn: (at: number) => void;
}

/** Which pages are seen, and the ways to those before and behind. */
export function TurnPages({ place: { first, shown, perView, count }, onTurn }: TurnPagesProps) {
  const styles = useStyles();
  const numbers = shown > 1 ? `${first + 1}、${first + 2}` : String(first + 1);
  return (
    <div className={styles.turn}>
      <Button
        icon={<ChevronLeftRegular />}
        appearance="subtle"
        aria-label="上一页"
        disabledFocusable={first === 0}
        onClick={() => {
          onTurn(first - perView);
        }}
      />
      <Text role="status" className={styles.place}>
        {count === 0 ? '没有' : `第 ${numbers} 页，共 ${count} 页`}
      </Text>
      <Button
        icon={<ChevronRightRegular />}
        appearance="subtle"
        aria-label="下一页"
        disabledFocusable={first + perView >= count}
        onClick={() => {
          onTurn(first + perView);
        }}
      />
    </div>
  );
}
