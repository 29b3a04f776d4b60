import { Badge, Button, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import type { NomineeView } from '../desk/roster-report.ts';
import { STATES } from './nominee-states.ts';

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
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '2px 12px',
    padding: '10px 14px',
    backgroundColor: tokens.colorNeutralBackground1,
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 56px',
  },
  verdict: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  none: { padding: '24px', textAlign: 'center', color: tokens.colorNeutralForeground2 },
  search: { width: '100%', maxWidth: '100%', marginBottom: '12px' },
});

/** Shown at once; more come by a button. */
const PAGE = 100;

/** Nominees with their verdicts, the deciding reason first. */
export function NomineeList({ nominees }: { readonly nominees: readonly NomineeView[] }) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const [count, setCount] = useState(PAGE);
  const words = useDeferredValue(text).trim().split(/\s+/).filter(Boolean);
  const found = nominees.filter(({ label, verdict }) => words.every((word) => `${label} ${verdict}`.includes(word)));
  const left = found.length - count;
  return (
    <>
      <SearchBox
        className={styles.search}
        placeholder="查找单位、姓名"
        aria-label="查找推荐"
        value={text}
        onChange={(_, { value }) => {
          setText(value);
        }}
      />
      {found.length === 0 && <Text className={styles.none}>没有。</Text>}
      <ul className={styles.list}>
        {found.slice(0, count).map(({ label, target, verdict, state }) => (
          <li key={target.address} className={styles.item}>
            <Text weight="semibold">{label}</Text>
            <Badge appearance="tint" color={STATES[state].color}>
              {STATES[state].word}
            </Badge>
            {verdict !== '' && (
              <Text size={200} className={styles.verdict}>
                {verdict}
              </Text>
            )}
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button
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
