import { Button, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { CLEAR_SEARCH } from '../shell/clear-search.ts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gap: '1px',
    backgroundColor: tokens.colorNeutralStroke2,
  },
  item: {
    padding: '10px 14px',
    backgroundColor: tokens.colorNeutralBackground1,
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 56px',
    overflowWrap: 'anywhere',
  },
  none: { display: 'block', padding: '24px', textAlign: 'center', color: tokens.colorNeutralForeground2 },
  search: { width: '100%', maxWidth: '100%', marginBottom: '12px' },
  more: { marginTop: '8px' },
});

/** Shown at once; more come by a button, so that thousands open at once. */
const PAGE = 100;

interface PagedListProps<Item> {
  readonly items: readonly Item[];
  /** What the search is for: `查找单位、姓名`. */
  readonly placeholder: string;
  readonly label: string;
  readonly textOf: (item: Item) => string;
  readonly keyOf: (item: Item, index: number) => string;
  readonly children: (item: Item) => ReactNode;
}

/** A list that is searched by words, each of which has to stand in an item. */
export function PagedList<Item>({ items, placeholder, label, textOf, keyOf, children }: PagedListProps<Item>) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const [count, setCount] = useState(PAGE);
  const deferred = useDeferredValue(text);
  const found = useMemo(() => {
    const words = deferred.trim().split(/\s+/).filter(Boolean);
    return words.length === 0 ? items : items.filter((item) => words.every((word) => textOf(item).includes(word)));
  }, [items, deferred, textOf]);
  const left = found.length - count;
  return (
    <>
      <SearchBox
        dismiss={CLEAR_SEARCH}
        className={styles.search}
        placeholder={placeholder}
        aria-label={label}
        value={text}
        onChange={(_, { value }) => {
          setText(value);
        }}
      />
      {found.length === 0 && <Text className={styles.none}>没有。</Text>}
      <ul className={styles.list}>
        {found.slice(0, count).map((item, index) => (
          <li key={keyOf(item, index)} className={styles.item}>
            {children(item)}
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button
          className={styles.more}
          size="small"
          onClick={() => {
            setCount(count + PAGE);
          }}
        >
          再显示 {Math.min(PAGE, left)} 个（还有 {left} 个）
        </Button>
      )}
    </>
  );
}
