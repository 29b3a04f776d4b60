import { Button, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import type { LaidPages } from './print-pages.ts';
import { CLEAR_SEARCH } from '../shell/clear-search.ts';

const useStyles = makeStyles({
  place: { position: 'relative', width: '16em' },
  search: { width: '100%', minWidth: 0 },
  list: {
    position: 'absolute',
    top: '100%',
    left: 0,
    zIndex: 4,
    width: '24em',
    maxWidth: '90vw',
    margin: '4px 0 0',
    padding: '4px',
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
  found: { width: '100%', justifyContent: 'start', textAlign: 'start', fontWeight: tokens.fontWeightRegular },
  none: { display: 'block', padding: '6px 10px', color: tokens.colorNeutralForeground2 },
});

/** Shown at once; another word makes them fewer. */
const MOST_SHOWN = 8;

interface FindPageProps {
  readonly laid: LaidPages;
  readonly onFind: (page: number) => void;
}

/** Finds a page by whatever stands on it, and turns to it. */
export function FindPage({ laid: { parts, texts }, onFind }: FindPageProps) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const words = wordsOf(useDeferredValue(text));
  const found = findPages(texts, words);
  const turnTo = (page: number | undefined) => {
    if (page === undefined) return;
    setText('');
    onFind(page);
  };
  const nameOf = (page: number): string => {
    const part = parts.find(({ first, count }) => first <= page && page < first + count);
    return part && part.count > 1 ? `第 ${page + 1} 页：${nameOf(page)}` : (part?.name ?? '');
  };
  return (
    <div className={styles.place}>
      <SearchBox
        dismiss={CLEAR_SEARCH}
        className={styles.search}
        placeholder="查找单位、姓名、编号"
        aria-label="查找某一页"
        value={text}
        onChange={(_, { value }) => {
          setText(value);
        }}
        onKeyDown={({ key }) => {
          // What is listed may be of fewer letters still.
          if (key === 'Enter') turnTo(findPages(texts, wordsOf(text))[0]);
          if (key === 'Escape') setText('');
        }}
      />
      {words.length > 0 && (
        <ul className={styles.list} aria-label="找到的">
          {found.slice(0, MOST_SHOWN).map((page) => (
            <li key={page}>
              <Button
                appearance="subtle"
                className={styles.found}
                onClick={() => {
                  turnTo(page);
                }}
              >
                {nameOf(page)}
              </Button>
            </li>
          ))}
          {found.length !== 1 && (
            <li>
              <Text size={200} className={styles.none}>
                {found.length === 0
                  ? '没有找到。'
                  : found.length > MOST_SHOWN
                    ? `共 ${found.length} 页，再输入几个字。`
                    : `共 ${found.length} 页。`}
              </Text>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

function wordsOf(text: string): string[] {
  return text.trim().split(/\s+/).filter(Boolean);
}

/** Pages on which all of the words stand; none for no word. */
function findPages(texts: readonly string[], words: readonly string[]): number[] {
  if (words.length === 0) return [];
  return texts.flatMap((each, page) => (words.every((word) => each.includes(word)) ? [page] : []));
}
