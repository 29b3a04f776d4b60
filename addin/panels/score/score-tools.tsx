import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons';
import type { ScoreSheet } from '../../../rules/scheme-score-sheet.ts';
import type { Role } from '../../../workbook/score-sheet/score-sheet-places.ts';
import { nameColumn, nameTakeOver } from './column-words.ts';
import type { LiveScore } from './live-score.ts';
import { clearColumn, fillFullMarks, takeOverSelfScores } from './score-steps.ts';
import type { ScoreView } from './score-view.ts';

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  short: { minWidth: 'auto' },
  undo: { minWidth: 'auto', marginLeft: 'auto' },
});

interface ScoreToolsProps {
  readonly live: LiveScore;
  readonly sheet: ScoreSheet;
  readonly view: ScoreView;
  readonly role: Role;
  readonly undoLabel: string | null;
}

/** What changes many cells of the column at once, each in one step, and the way back. */
export function ScoreTools({ live, sheet, view, role, undoLabel }: ScoreToolsProps) {
  const styles = useStyles();
  const step = sheet.step.value;
  return (
    <div className={styles.tools} role="group" aria-label="整表操作">
      <Button
        size="small"
        onClick={() => {
          live.apply(fillFullMarks(view, role, step));
        }}
      >
        基本项填满分
      </Button>
      {role === 'association' && (
        <Button
          size="small"
          onClick={() => {
            live.apply(takeOverSelfScores(view, step, nameTakeOver(sheet)));
          }}
          title={`把 ${nameColumn(sheet, 'self')}的得分抄入 ${nameColumn(sheet, role)}`}
        >
          {nameTakeOver(sheet)}
        </Button>
      )}
      <Button
        size="small"
        className={styles.short}
        title={`清空 ${nameColumn(sheet, role)}`}
        onClick={() => {
          live.apply(clearColumn(view, role));
        }}
      >
        清空
      </Button>
      <Button
        size="small"
        className={styles.undo}
        icon={<ArrowUndoRegular />}
        disabled={undoLabel === null}
        title={undoLabel === null ? undefined : `撤消“${undoLabel}”`}
        onClick={() => void live.undo(role)}
      >
        撤消
      </Button>
    </div>
  );
}
