import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  SearchBox,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useDeferredValue, useMemo, useState } from 'react';
import type { FindingView, Target } from '../../desk/finding-view.ts';
import type { RosterReport } from '../../desk/roster-report.ts';
import type { Mark, MarkCount } from '../../host/port.ts';
import { CauseCard } from './cause-card.tsx';
import { filterCauses, type FindingFilter } from './filter-causes.ts';
import { ReadingRemarks } from './reading-remarks.tsx';
import { SomeOf } from './some-of.tsx';
import { CLEAR_SEARCH } from '../../shell/clear-search.ts';

const useStyles = makeStyles({
  panel: { padding: '12px', display: 'grid', gap: '12px', gridTemplateColumns: 'minmax(0, 1fr)' },
  tools: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  // It is there before it says something, so that screen readers hear it; empty, it takes no room.
  said: { ':empty': { position: 'absolute' } },
  search: { flexGrow: 1, minWidth: '140px', maxWidth: '100%' },
  soft: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  causes: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: '8px' },
});

const SEVERITIES = ['violation', 'question', 'note'] as const;
/** Causes shown at once. */
const PAGE = 100;

interface CheckPanelProps {
  readonly report: RosterReport;
  /** In the browser the marks show in the grid of this page, not in the file. */
  readonly marksAre: 'in-the-sheet' | 'shown-here';
  readonly onJump: (target: Target) => void;
  readonly onMark: (marks: readonly Mark[]) => Promise<MarkCount>;
  readonly onUnmark: () => Promise<void>;
  readonly onFault: (fault: unknown) => void;
}

/** 审查: each cause with its clause, its cells and what mends all of it. */
export function CheckPanel({ report, marksAre, onJump, onMark, onUnmark, onFault }: CheckPanelProps) {
  const styles = useStyles();
  const [filter, setFilter] = useState<FindingFilter>({ text: '', severity: 'all' });
  const deferred = useDeferredValue(filter);
  const causes = useMemo(() => filterCauses(report.causes, deferred), [report, deferred]);
  const [busy, setBusy] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const shown = causes.reduce((sum, { findings }) => sum + findings.length, 0);

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
      const { coloured, noted } = await onMark(causes.flatMap(({ findings }) => findings.flatMap(toMarks)));
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
          dismiss={CLEAR_SEARCH}
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
            setFilter({ ...filter, severity: SEVERITIES.find((each) => each === value) ?? 'all' });
          }}
        >
          <option value="all">全部</option>
          <option value="violation">违规</option>
          <option value="question">待确认</option>
          <option value="note">提示</option>
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
      <div role="status" className={styles.said}>
        {(busy ?? done) && (
          <MessageBar intent={busy ? 'info' : 'success'}>
            <MessageBarBody>{busy ?? done}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <Text size={200} className={styles.soft} role="status">
        {report.findings.length === 0
          ? '没有发现问题。'
          : `共 ${report.findings.length} 条，显示 ${shown} 条，归为 ${causes.length} 项。`}
      </Text>
      <ReadingRemarks remarks={report.remarks} />
      <ul className={styles.causes}>
        <SomeOf
          all={causes}
          step={PAGE}
          unit="项"
          draw={(cause) => (
            <li key={cause.key}>
              <CauseCard cause={cause} onJump={onJump} />
            </li>
          )}
        />
      </ul>
    </div>
  );
}

/** A note marks nothing: there is nothing to mend. */
function toMarks({ targets, severity, message, mend }: FindingView): Mark[] {
  if (severity === 'note') return [];
  const [{ sheet, address }] = targets;
  return [{ sheet, address, severity, note: `${message}；${mend}` }];
}
