import { makeStyles, tokens } from '@fluentui/react-components';
import { SomeOf } from './some-of.tsx';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gap: '4px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

/** What a check rests on comes last, and is behind a button. */
const STEP = 2;

/** What is to be known of how the roster was read, in small print: nobody has to do anything about it. */
export function ReadingRemarks({ remarks }: { readonly remarks: readonly string[] }) {
  const styles = useStyles();
  if (remarks.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="读取说明">
      <SomeOf all={remarks} step={STEP} unit="条" draw={(remark) => <li key={remark}>{remark}</li>} />
    </ul>
  );
}
