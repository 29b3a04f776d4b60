import { CompoundButton, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { formatSteps } from '../../../rules/points.ts';
import type { ScoreSheet } from '../../../rules/scheme-score-sheet.ts';
import { ROLES, type Role } from '../../../workbook/score-sheet/score-sheet-places.ts';
import { FILLERS, columnHeadings, letterOf } from './column-words.ts';
import type { ScoreView } from './score-view.ts';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gap: '8px',
    padding: '12px',
    border: `2px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  heading: { margin: 0 },
  soft: { color: tokens.colorNeutralForeground2 },
  column: { maxWidth: 'none', justifyContent: 'flex-start', textAlign: 'left' },
  about: { lineHeight: tokens.lineHeightBase200, marginTop: '2px' },
});

interface AskColumnProps {
  readonly sheet: ScoreSheet;
  readonly view: ScoreView;
  readonly onChoose: (role: Role) => void;
}

/** Asks which column is to be written. Neither is suggested: a score in the wrong one is a score of somebody else. */
export function AskColumn({ sheet, view, onChoose }: AskColumnProps) {
  const styles = useStyles();
  const headingId = useId();
  const describe = (role: Role) => {
    const [basic, bonus] = [columnHeadings(sheet, false)[role], columnHeadings(sheet, true)[role]];
    return (
      <>
        {basic !== bonus && <div>加分项：{bonus}</div>}
        <div>
          {letterOf(role)}，由{FILLERS[role]}填写；{tellState(sheet, view, role)}
        </div>
      </>
    );
  };
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <Text as="h2" size={400} weight="semibold" id={headingId} className={styles.heading}>
        请选定填写哪一栏
      </Text>
      <Text size={200} className={styles.soft}>
        选定以前只供查看，不会写入任何单元格。选定以后一直写入这一栏，要换须再点“换一栏”。
      </Text>
      {ROLES.map((role) => (
        <CompoundButton
          key={role}
          className={styles.column}
          secondaryContent={{ className: styles.about, children: describe(role) }}
          onClick={() => {
            onChoose(role);
          }}
        >
          {columnHeadings(sheet, false)[role]}
        </CompoundButton>
      ))}
    </section>
  );
}

/** Scores say whose column it is better than its letter does. */
function tellState(sheet: ScoreSheet, { categories, vetoes, verdicts }: ScoreView, role: Role): string {
  const inputs = [...categories.flatMap(({ items }) => items), ...vetoes];
  if (inputs.every(({ cells }) => !cells[role].isFilled)) return '还没有填';
  return `已有 ${formatSteps(verdicts[role].sums.totalPoints, sheet.step.value)} 分`;
}
