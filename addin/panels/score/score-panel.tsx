import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { describeCitation, type Citation } from '../../../rules/citation.ts';
import type { ScoredScheme } from '../../../rules/scheme.ts';
import { layOutScoreSheet } from '../../../workbook/score-sheet/score-sheet-layout.ts';
import type { Role } from '../../../workbook/score-sheet/score-sheet-places.ts';
import type { WorkbookHost } from '../../host/port.ts';
import { Progress } from '../../shell/progress.tsx';
import { AskColumn } from './ask-column.tsx';
import { findRow, showRow } from './find-row.ts';
import { LiveScore } from './live-score.ts';
import { Reasons } from './reasons.tsx';
import { describeRemark, ScoreForm } from './score-form.tsx';
import { ScoreMessages } from './score-messages.tsx';
import { ScoreTools } from './score-tools.tsx';
import type { CellRemark } from './input-cell.ts';
import { Summary } from './summary.tsx';
import { useFollow } from './use-follow.ts';
import { WrittenColumn } from './written-column.tsx';

const useStyles = makeStyles({
  panel: { padding: '12px', display: 'grid', gap: '12px', gridTemplateColumns: 'minmax(0, 1fr)' },
  unit: { display: 'grid', gap: '2px' },
  soft: { color: tokens.colorNeutralForeground2 },
  sticky: {
    position: 'sticky',
    top: '48px',
    zIndex: 1,
    margin: '0 -12px',
    padding: '10px 12px',
    display: 'grid',
    gap: '8px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface ScorePanelProps {
  readonly host: WorkbookHost;
  readonly scheme: ScoredScheme;
  /** The sheet that holds the score sheet. */
  readonly sheet: string;
  /** The column that is written; null until the user has said which: nothing can be written before. */
  readonly role: Role | null;
  readonly onRole: (role: Role) => void;
  readonly onFault: (fault: unknown) => void;
}

/** 评分 of one unit's score sheet. */
export function ScorePanel({ host, scheme, sheet, role, onRole, onFault }: ScorePanelProps) {
  const styles = useStyles();
  const [live] = useState(() => new LiveScore(host, layOutScoreSheet(scheme), sheet));
  const { view, fault, notice, isWaiting, undoLabels } = useSyncExternalStore(live.subscribe, live.getState);
  const [isJustChosen, setJustChosen] = useState(false);
  const { scoreSheet } = scheme;

  useEffect(() => {
    void live.start();
    return () => {
      live.stop().catch(onFault);
    };
  }, [live, onFault]);

  const titles = useMemo(() => new Map(scheme.documents.map(({ key, shortTitle }) => [key, shortTitle])), [scheme]);
  const cite = useCallback((citation: Citation) => describeCitation(citation, titles), [titles]);
  const describe = useCallback((remark: CellRemark | null) => describeRemark(remark, cite), [cite]);
  const { selected, jump, visit, forget } = useFollow(host, sheet, onFault);
  const step = useCallback(
    (wanted: Parameters<LiveScore['apply']>[0]) => {
      forget();
      live.apply(wanted);
    },
    [live, forget],
  );

  // What is selected in the sheet comes into sight; the focus stays where it is.
  const shownItem = view === null || selected === null ? null : findRow(view, selected);
  useEffect(() => {
    if (shownItem !== null) showRow(shownItem, 'nearest');
  }, [shownItem]);

  const go = (itemId: string) => {
    showRow(itemId, 'start')?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus({ preventScroll: true });
    const inputs = view === null ? [] : [...view.categories.flatMap(({ items }) => items), ...view.vetoes];
    const input = inputs.find(({ item }) => item.id === itemId);
    if (input && role !== null) jump(input.cells[role].address);
  };

  const messages = (
    <ScoreMessages
      fault={fault}
      notice={notice}
      isWaiting={isWaiting && view !== null}
      isExcel={host.kind === 'excel'}
      formFaults={view?.formFaults ?? []}
      isMoved={view?.isMoved ?? false}
      onReread={() => void live.refresh()}
      onDismiss={() => {
        live.dismissFault();
      }}
    />
  );
  if (view === null || view.isMoved) {
    return (
      <div className={styles.panel}>
        {messages}
        {view === null && fault === null && <Progress label="正在读取评分表……" />}
      </div>
    );
  }
  return (
    <div className={styles.panel}>
      <div className={styles.unit}>
        <Text size={400} weight="semibold">
          {view.unitName === '' ? '（没有单位名称）' : view.unitName}
        </Text>
        <Text size={200} className={styles.soft}>
          编号 {view.unitNumber === '' ? '空白' : view.unitNumber}，工作表“{sheet}”
        </Text>
        <Text size={200} className={styles.soft}>
          {scheme.title}
        </Text>
      </div>
      {role === null ? (
        <>
          {messages}
          <AskColumn
            sheet={scoreSheet}
            view={view}
            onChoose={(chosen) => {
              setJustChosen(true);
              onRole(chosen);
            }}
          />
        </>
      ) : (
        <>
          <div className={styles.sticky}>
            <WrittenColumn sheet={scoreSheet} role={role} takesFocus={isJustChosen} onChange={onRole} />
            <Summary sheet={scoreSheet} verdict={view.verdicts[role]} />
            <ScoreTools live={live} sheet={scoreSheet} view={view} role={role} undoLabel={undoLabels[role]} />
            {messages}
          </div>
          <Reasons verdict={view.verdicts[role]} cite={cite} onGo={go} />
        </>
      )}
      <ScoreForm
        sheet={scoreSheet}
        view={view}
        role={role}
        selected={selected}
        onStep={step}
        onJump={jump}
        onVisit={visit}
        describe={describe}
      />
    </div>
  );
}
