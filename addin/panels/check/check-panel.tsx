import {
  Badge,
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  SearchBox,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import type { FindingView, RosterReport, Target } from '../../desk/roster-report.ts';
import type { Mark, MarkCount } from '../../host/port.ts';
import { groupFindings, type FindingFilter, type FindingGroup } from './group-findings.ts';

const useStyles = makeStyles({
  panel: { padding: '12px', display: 'grid', gap: '12px', gridTemplateColumns: 'minmax(0, 1fr)' },
  tools: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  search: { flexGrow: 1, minWidth: '140px', maxWidth: '100%' },
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

export interface CheckPanelProps {
  readonly report: RosterReport;
  /** In the browser the marks show in the grid of this page, not in the file. */
  readonly marksAre: 'in-the-sheet' | 'shown-here';
  readonly onJump: (target: Target) => void;
  readonly onMark: (marks: readonly Mark[]) => Promise<MarkCount>;
  readonly onUnmark: () => Promise<void>;
  readonly onFault: (fault: unknown) => void;
}

/** 审查: every finding with its clause, its cells and what would mend it. */
export function CheckPanel({ report, marksAre, onJump, onMark, onUnmark, onFault }: CheckPanelProps) {
  const styles = useStyles();
  const [filter, setFilter] = useState<FindingFilter>({ text: '', severity: 'all' });
  const deferred = useDeferredValue(filter);
  const groups = useMemo(() => groupFindings(report.findings, deferred), [report, deferred]);
  const [busy, setBusy] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const shown = groups.reduce((sum, group) => sum + group.findings.length, 0);

  const run = async (doing: string, work: () => Promise<string>) => {
    setBusy(doing);
    setDone(null);
    try {
      setDone(await work());
    } catch (error) {
      onFault(error);
    } finally {
      setBusy(null);
    }
  };
  const mark = () =>
    run('正在标记……', async () => {
      const { coloured, noted } = await onMark(groups.flatMap(({ findings }) => findings.flatMap(toMarks)));
      const where = marksAre === 'shown-here' ? '（只在本页显示，不写进文件）' : `，其中 ${noted} 个加了批注`;
      return `已标记 ${coloured} 个单元格${where}。`;
    });
  const unmark = () =>
    run('正在清除……', async () => {
      await onUnmark();
      return '标记已清除，表格恢复原样。';
    });

  return (
    <div className={styles.panel}>
      <div className={styles.tools}>
        <SearchBox
          className={styles.search}
          size="small"
          placeholder="查找单位、姓名、单元格"
          aria-label="查找审查结果"
          value={filter.text}
          onChange={(_, { value }) => {
            setFilter({ ...filter, text: value });
          }}
        />
        <Select
          size="small"
          aria-label="显示哪些结果"
          value={filter.severity}
          onChange={(_, { value }) => {
            setFilter({ ...filter, severity: value === 'violation' || value === 'question' ? value : 'all' });
          }}
        >
          <option value="all">全部</option>
          <option value="violation">违规</option>
          <option value="question">待确认</option>
        </Select>
      </div>
      <div className={styles.tools}>
        <Button size="small" disabled={busy !== null || shown === 0} onClick={() => void mark()}>
          {marksAre === 'shown-here' ? '在表格里标出' : '在工作表里标记'}
        </Button>
        <Button size="small" disabled={busy !== null} onClick={() => void unmark()}>
          清除标记
        </Button>
      </div>
      <div role="status">
        {(busy ?? done) && (
          <MessageBar intent={busy ? 'info' : 'success'}>
            <MessageBarBody>{busy ?? done}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <Text size={200} className={styles.soft} role="status">
        {report.findings.length === 0 ? '没有发现问题。' : `共 ${report.findings.length} 条，显示 ${shown} 条。`}
      </Text>
      {groups.map((group) => (
        <Group key={`${group.severity} ${group.rule}`} group={group} onJump={onJump} />
      ))}
    </div>
  );
}

/** Findings shown at once; more come by a button, so that a group of thousands opens at once. */
const PAGE = 50;

function Group({ group, onJump }: { group: FindingGroup; onJump: (target: Target) => void }) {
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
            <Badge className={styles.badge} appearance="tint" color={severity === 'violation' ? 'danger' : 'warning'}>
              {severity === 'violation' ? '违规' : '待确认'} {findings.length}
            </Badge>
          </span>
        </Button>
      </h2>
      <ul id={listId} className={styles.list} hidden={!isOpen}>
        {isOpen &&
          findings.slice(0, count).map((finding) => <Item key={finding.key} finding={finding} onJump={onJump} />)}
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

function Item({ finding, onJump }: { finding: FindingView; onJump: (target: Target) => void }) {
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
        {targets.slice(0, MOST_TARGETS).map((target) => (
          <Link
            key={`${target.sheet}!${target.address}`}
            as="button"
            onClick={() => {
              onJump(target);
            }}
          >
            {target.sheet}!{target.address}
          </Link>
        ))}
        {hidden > 0 && <Text size={200}>等 {targets.length} 处</Text>}
      </span>
    </li>
  );
}

function toMarks({ targets, severity, message, mend }: FindingView): Mark[] {
  const [{ sheet, address }] = targets;
  return [{ sheet, address, severity, note: `${message}；${mend}` }];
}
