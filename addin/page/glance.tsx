import { makeStyles, tokens } from '@fluentui/react-components';
import { FigureRow, type ShownFigure } from './figure-row.tsx';
import type { OpenedRoster } from './opened-roster.ts';
import { GROUP_WORDS, GROUPS, useGroupText } from './returns/group-looks.ts';
import type { ReturnGroup, ReturnsBoard } from './returns/returns-board.ts';

/** What the list below shows. */
export type Shown = 'violation' | 'question' | 'note' | 'nominees' | 'cleared' | 'held';

const useStyles = makeStyles({
  violation: { color: tokens.colorStatusDangerForeground1 },
  question: { color: tokens.colorStatusWarningForeground3 },
  cleared: { color: tokens.colorStatusSuccessForeground1 },
});

interface GlanceProps {
  readonly opened: OpenedRoster;
  /** What came in; null where nothing was received yet. */
  readonly board: ReturnsBoard | null;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
  readonly onShowReturns: (group: ReturnGroup) => void;
}

/** The roster in figures; each that counts something opens it. */
export function Glance({ opened, board, shown, onShow, onShowReturns }: GlanceProps) {
  const styles = useStyles();
  const texts = useGroupText();
  const { report, nominees, members, hasReturns } = opened;
  const count = (severity: Shown) => report.findings.filter((each) => each.severity === severity).length;
  const cleared = nominees.filter(({ state }) => state === 'cleared').length;
  const figure = (label: string, value: number, shows: Shown, tone?: string): ShownFigure => ({
    label,
    value,
    tone,
    isChosen: shown === shows,
    onOpen: () => {
      onShow(shows);
    },
  });
  const returned = (label: string, group: ReturnGroup, value: number | null, tone?: string): ShownFigure => ({
    label,
    value,
    tone,
    onOpen: () => {
      onShowReturns(group);
    },
  });
  const figures: readonly ShownFigure[] = [
    { label: '会员单位', value: members },
    ...(report.quota ? [{ label: '名额', value: report.quota.totals.places }] : []),
    figure('推荐', nominees.length, 'nominees'),
    figure('通过审查', cleared, 'cleared', styles.cleared),
    figure('没有通过', nominees.length - cleared, 'held'),
    figure('违规', count('violation'), 'violation', styles.violation),
    figure('待确认', count('question'), 'question', styles.question),
    figure('提示', count('note'), 'note'),
    ...(hasReturns && !board ? [returned('收到评分表', 'missing', null)] : []),
    ...(board ? GROUPS.map((group) => returned(GROUP_WORDS[group], group, board.all[group], texts[group])) : []),
  ];
  return <FigureRow label="总名册一览" figures={figures} />;
}
