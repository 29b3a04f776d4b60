import { Button, makeStyles, Text } from '@fluentui/react-components';
import { showPath } from '../../../rules/tally/returned-file.ts';
import { AskDialog } from '../../shell/ask-dialog.tsx';
import { showTime } from '../show-time.ts';
import type { RosterQuestion } from './use-arrival.ts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gap: '6px',
    maxHeight: '50vh',
    overflowY: 'auto',
  },
  roster: { width: '100%', justifyContent: 'start', textAlign: 'left', overflowWrap: 'anywhere' },
});

/** Which of several rosters is opened. */
export function ChooseRoster({ rosters, answer }: RosterQuestion) {
  const styles = useStyles();
  const leave = () => {
    answer(null);
  };
  return (
    <AskDialog
      title={`有 ${rosters.length} 份总名册，打开哪一份？`}
      actions={<Button onClick={leave}>都不打开</Button>}
      onCancel={leave}
    >
      <Text>另外的不读。</Text>
      <ul className={styles.list}>
        {rosters.map((roster) => (
          <li key={roster.place}>
            <Button
              className={styles.roster}
              onClick={() => {
                answer(roster);
              }}
            >
              {showPath(roster.path)}，{showTime(roster.file.lastModified)} 保存
            </Button>
          </li>
        ))}
      </ul>
    </AskDialog>
  );
}
