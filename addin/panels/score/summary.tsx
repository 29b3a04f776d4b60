import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { formatSteps } from '../../../rules/points.ts';
import type { ScoreSheet } from '../../../rules/scheme-score-sheet.ts';
import { maximumPoints } from '../../../rules/score-sheet.ts';
import { QUALIFICATION_WORDS, type ScoreVerdict } from '../../../rules/score-verdict.ts';
import { ANSWER_TONES } from '../../desk/state-tones.ts';
import { StateBadge } from '../../shell/state-looks.tsx';
import { ScoreBar } from './score-bar.tsx';

const useStyles = makeStyles({
  summary: { display: 'grid', gap: '8px' },
  line: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  total: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  bars: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr) auto', gap: '6px 8px', alignItems: 'center' },
  caption: { color: tokens.colorNeutralForeground2 },
  figures: { fontVariantNumeric: 'tabular-nums', textAlign: 'right' },
});

const LOOK = { yes: 'reached', no: 'missed', unknown: 'open' } as const;

/** The verdict and the sums of one column. */
export function Summary({ sheet, verdict }: { sheet: ScoreSheet; verdict: ScoreVerdict }) {
  const styles = useStyles();
  const { sums, answer, basic } = verdict;
  const show = (steps: number) => formatSteps(steps, sheet.step.value);
  const maximum = maximumPoints(sheet);
  return (
    <div className={styles.summary}>
      <div className={styles.line}>
        <span role="status">
          <StateBadge size="large" tone={ANSWER_TONES[answer]}>
            {QUALIFICATION_WORDS[answer]}
          </StateBadge>
        </span>
        <span className={styles.total}>总计 {show(sums.totalPoints)} 分</span>
      </div>
      <div className={styles.bars}>
        <Text size={200} className={styles.caption}>
          基本
        </Text>
        <ScoreBar
          points={sums.basicPoints}
          maximum={maximum.basic}
          line={sheet.threshold.value}
          look={LOOK[basic.answer]}
        />
        <Text size={200} className={styles.figures}>
          {show(sums.basicPoints)}/{show(maximum.basic)}，{show(sheet.threshold.value)} 分合格线
        </Text>
        <Text size={200} className={styles.caption}>
          加分
        </Text>
        <ScoreBar points={sums.bonusPoints} maximum={maximum.bonus} />
        <Text size={200} className={styles.figures}>
          {show(sums.bonusPoints)}/{show(maximum.bonus)}，不计入合格线
        </Text>
      </div>
    </div>
  );
}
