import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { SEVERITY_WORDS } from '../../../rules/name-rule.ts';
import type { CauseView, FindingView, Target } from '../../desk/finding-view.ts';
import { SEVERITY_TONES } from '../../desk/state-tones.ts';
import { StateBadge } from '../../shell/state-looks.tsx';
import { OpeningCard } from '../opening-card.tsx';
import { SomeOf } from './some-of.tsx';

const useStyles = makeStyles({
  headText: { display: 'grid', flexGrow: 1, minWidth: 0, gap: '2px' },
  title: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  where: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  body: { display: 'grid', gap: '6px', padding: '4px 12px 8px' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  finding: {
    display: 'grid',
    gap: '4px',
    padding: '8px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 56px',
  },
  soft: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  said: { overflowWrap: 'anywhere' },
  targets: { display: 'flex', flexWrap: 'wrap', gap: '2px 12px' },
});

/** Findings shown at once. */
const PAGE = 50;

interface CauseCardProps {
  readonly cause: CauseView;
  /** Where the workbook is not beside the findings, its cells are only named. */
  readonly onJump?: (target: Target) => void;
}

/** One cause: what is wrong, where and what mends all of it; behind its heading each finding with its cells. */
export function CauseCard({ cause, onJump }: CauseCardProps) {
  const styles = useStyles();
  const { severity, ruleName, what, value, where, mend, findings } = cause;
  const [first] = findings;
  const isSaidOnce = findings.every(({ message }) => message === first?.message);
  const citations = new Set(findings.map(({ citation }) => citation));
  const common = citations.size === 1 ? first?.citation : null;
  return (
    <OpeningCard
      closedHeight={62}
      head={
        <span className={styles.headText}>
          <span className={styles.title}>
            {ruleName}
            <StateBadge tone={SEVERITY_TONES[severity]}>
              {SEVERITY_WORDS[severity]} {findings.length}
            </StateBadge>
          </span>
          <span className={styles.where}>
            {where}
            {value !== null && value !== '' && `：${value}`}
          </span>
        </span>
      }
    >
      {() => (
        <>
          <div className={styles.body}>
            <Text className={styles.said}>{what}</Text>
            <Text size={200} className={styles.soft}>
              更正办法：{mend}
            </Text>
            {common !== null && (
              <Text size={200} className={styles.soft}>
                依据：{common}
              </Text>
            )}
          </div>
          <ul className={styles.list}>
            <SomeOf
              all={findings}
              step={PAGE}
              unit="条"
              draw={(finding) => (
                <Item
                  key={finding.key}
                  finding={finding}
                  says={!isSaidOnce}
                  cites={citations.size > 1}
                  {...(onJump ? { onJump } : {})}
                />
              )}
            />
          </ul>
        </>
      )}
    </OpeningCard>
  );
}

/** Cells named in one finding; a group over its quota can have hundreds. */
const MOST_TARGETS = 8;

interface ItemProps {
  readonly finding: FindingView;
  /** The cause does not say it all. */
  readonly says: boolean;
  readonly cites: boolean;
  readonly onJump?: (target: Target) => void;
}

function Item({ finding: { message, citation, targets }, says, cites, onJump }: ItemProps) {
  const styles = useStyles();
  const hidden = targets.length - MOST_TARGETS;
  return (
    <li className={styles.finding}>
      {says && <Text className={styles.said}>{message}</Text>}
      {cites && citation !== null && (
        <Text size={200} className={styles.soft}>
          依据：{citation}
        </Text>
      )}
      <span className={styles.targets}>
        {targets.slice(0, MOST_TARGETS).map((target) => {
          const name = `${target.sheet}!${target.address}`;
          if (!onJump) return <Text key={name}>{`${target.sheet} ${target.address}`}</Text>;
          return (
            <Link
              key={name}
              as="button"
              onClick={() => {
                onJump(target);
              }}
            >
              {name}
            </Link>
          );
        })}
        {hidden > 0 && <Text size={200}>等 {targets.length} 处</Text>}
      </span>
    </li>
  );
}
