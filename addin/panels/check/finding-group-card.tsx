import { Badge, Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import { SEVERITY_WORDS } from '../../../rules/name-rule.ts';
import type { FindingView, Target } from '../../desk/roster-report.ts';
import type { FindingGroup } from './group-findings.ts';

const useStyles = makeStyles({
  group: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  heading: { margin: 0 },
  head: { width: '100%', justifyContent: 'flex-start', minHeight: '40px', padding: '4px 8px', textAlign: 'left' },
  headText: { display: 'flex', flexGrow: 1, alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  badge: { flexShrink: 0, whiteSpace: 'nowrap' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  finding: {
    display: 'grid',
    gap: '4px',
    padding: '8px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 84px',
  },
  soft: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  targets: { display: 'flex', flexWrap: 'wrap', gap: '2px 12px' },
  more: { padding: '8px 12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

const BADGE_COLOURS = { violation: 'danger', question: 'warning', note: 'informative' } as const;

/** Findings shown at once; more come by a button, so that a group of thousands opens at once. */
const PAGE = 50;

interface FindingGroupCardProps {
  readonly group: FindingGroup;
  /** Where the workbook is not beside the findings, its cells are only named. */
  readonly onJump?: (target: Target) => void;
}

/** All findings of one rule, behind their heading. */
export function FindingGroupCard({ group, onJump }: FindingGroupCardProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const [count, setCount] = useState(PAGE);
  const listId = useId();
  const { severity, title, findings } = group;
  const left = findings.length - count;
  return (
    <section className={styles.group}>
      <h2 className={styles.heading}>
        <Button
          appearance="transparent"
          className={styles.head}
          aria-expanded={isOpen}
          aria-controls={listId}
          icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          <span className={styles.headText}>
            {title}
            <Badge className={styles.badge} appearance="tint" color={BADGE_COLOURS[severity]}>
              {SEVERITY_WORDS[severity]} {findings.length}
            </Badge>
          </span>
        </Button>
      </h2>
      <ul id={listId} className={styles.list} hidden={!isOpen}>
        {isOpen &&
          findings
            .slice(0, count)
            .map((finding) => <Item key={finding.key} finding={finding} {...(onJump ? { onJump } : {})} />)}
        {isOpen && left > 0 && (
          <li className={styles.more}>
            <Button
              size="small"
              onClick={() => {
                setCount(count + PAGE);
              }}
            >
              再显示 {Math.min(PAGE, left)} 条（还有 {left} 条）
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}

/** Cells named in one finding; a group over its quota can have hundreds. */
const MOST_TARGETS = 8;

function Item({ finding, onJump }: { finding: FindingView; onJump?: (target: Target) => void }) {
  const styles = useStyles();
  const { message, mend, citation, targets } = finding;
  const hidden = targets.length - MOST_TARGETS;
  return (
    <li className={styles.finding}>
      <Text>{message}</Text>
      <Text size={200} className={styles.soft}>
        {mend}
      </Text>
      {citation !== null && (
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
