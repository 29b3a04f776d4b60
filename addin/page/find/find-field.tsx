import { Button, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { findSubjects, type CardKey, type FindEntry } from './find-entries.ts';
import { CLEAR_SEARCH } from '../../shell/clear-search.ts';

const useStyles = makeStyles({
  place: { position: 'relative', flexBasis: '320px', flexShrink: 1, minWidth: 0 },
  search: { width: '100%', maxWidth: '100%' },
  found: {
    position: 'absolute',
    zIndex: 4,
    top: '100%',
    left: 0,
    right: 0,
    margin: '4px 0 0',
    padding: '4px',
    maxHeight: 'min(60vh, 480px)',
    overflowY: 'auto',
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
  entry: {
    width: '100%',
    minWidth: 0,
    display: 'grid',
    justifyContent: 'start',
    justifyItems: 'start',
    textAlign: 'left',
    padding: '6px 10px',
    fontWeight: tokens.fontWeightRegular,
  },
  label: { overflowWrap: 'anywhere' },
  soft: { color: tokens.colorNeutralForeground2 },
  more: { padding: '6px 10px', color: tokens.colorNeutralForeground2 },
});

interface FindFieldProps {
  readonly entries: readonly FindEntry[];
  readonly onOpen: (card: CardKey) => void;
}

/** Finds a unit, a nominee or a number, and opens its card. */
export function FindField({ entries, onOpen }: FindFieldProps) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const deferred = useDeferredValue(text);
  const found = useMemo(() => findSubjects(entries, deferred), [entries, deferred]);
  const open = ({ card }: FindEntry) => {
    // What was found is gone then, and the card gives the keyboard back to where it was.
    place.current?.querySelector('input')?.focus();
    setText('');
    onOpen(card);
  };
  /** Arrows go from the field through what was found, Enter opens the first, Escape gives up. */
  const steer = (event: KeyboardEvent) => {
    // In the middle of a word they are the input method's.
    if (event.nativeEvent.isComposing) return;
    const stops = [...(place.current?.querySelectorAll<HTMLElement>('input, li button') ?? [])];
    const at = stops.findIndex((each) => each === document.activeElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const isOpening = event.key === 'Enter' && at === 0;
    if (event.key === 'Escape') setText('');
    else if (step !== 0 && at >= 0) stops[Math.min(stops.length - 1, Math.max(0, at + step))]?.focus();
    else if (!isOpening) return;
    event.preventDefault();
    // Of what is typed, also where the list behind has not caught up.
    const [first] = isOpening ? findSubjects(entries, text).entries : [];
    if (first) open(first);
  };
  return (
    <div ref={place} role="search" className={styles.place} onKeyDown={steer}>
      <SearchBox
        dismiss={CLEAR_SEARCH}
        className={styles.search}
        placeholder="查单位、姓名、编号"
        aria-label="查单位、姓名、编号"
        value={text}
        onChange={(_, { value }) => {
          setText(value);
        }}
      />
      {text.trim() !== '' && (
        <ul className={styles.found} aria-label="查到的">
          {found.entries.map((entry) => (
            <li key={`${entry.card.sheet} ${entry.card.row}`}>
              <Button
                appearance="subtle"
                className={styles.entry}
                onClick={() => {
                  open(entry);
                }}
              >
                <span className={styles.label}>{entry.label}</span>
                <Text size={200} className={styles.soft}>
                  {entry.about}
                </Text>
              </Button>
            </li>
          ))}
          {found.entries.length === 0 && <li className={styles.more}>名册里没有，请换个写法再查。</li>}
          {found.left > 0 && <li className={styles.more}>还有 {found.left} 个，请多写几个字。</li>}
        </ul>
      )}
    </div>
  );
}
