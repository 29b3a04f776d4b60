import type { QuotaView } from '../desk/roster-report.ts';
import {
  GROUP_TONES,
  NOMINATION_TONES,
  SEVERITY_TONES,
  type ReturnGroup,
  type StateTone,
} from '../desk/state-tones.ts';
import { useToneInk } from '../shell/state-looks.tsx';
import { FigureRow, type ShownFigure } from './figure-row.tsx';
import type { OpenedRoster } from './opened-roster.ts';
import { GROUP_WORDS, GROUPS } from './returns/group-looks.ts';
import type { ReturnsBoard } from './returns/returns-board.ts';

/** What the list below shows. */
export type Shown = 'violation' | 'question' | 'note' | 'nominees' | 'cleared' | 'held' | 'waiting';

interface GlanceProps {
  readonly opened: OpenedRoster;
  /** What came in; null where nothing was received yet. */
  readonly board: ReturnsBoard | null;
  /** Null where no figure's list is shown. */
  readonly shown: Shown | null;
  readonly onShow: (shown: Shown) => void;
  readonly onShowReturns: (group: ReturnGroup) => void;
}

/** A roster of some districts says that it counts no others: the quota table has them all. */
function placesOf({ isPartial, totals }: QuotaView): ShownFigure {
  return { label: isPartial ? '名额（名册所含的区）' : '名额', value: totals.places };
}

/** The roster in figures; each that counts something opens it. */
export function Glance({ opened, board, shown, onShow, onShowReturns }: GlanceProps) {
  const inks = useToneInk();
  const { report, nominees, members, hasReturns } = opened;
  const count = (severity: Shown) => report.findings.filter((each) => each.severity === severity).length;
  const cleared = nominees.filter(({ state }) => state === 'cleared').length;
  const waiting = nominees.filter(({ waitsFor }) => waitsFor.length > 0).length;
  const figure = (label: string, value: number, shows: Shown, tone: StateTone | null): ShownFigure => ({
    label,
    value,
    tone: tone ? inks[tone] : undefined,
    isChosen: shown === shows,
    onOpen: () => {
      onShow(shows);
    },
  });
  const returned = (label: string, group: ReturnGroup, value: number | null): ShownFigure => ({
    label,
    value,
    tone: inks[GROUP_TONES[group]],
    onOpen: () => {
      onShowReturns(group);
    },
  });
  const figures: readonly ShownFigure[] = [
    { label: '会员单位', value: members },
    ...(report.quota ? [placesOf(report.quota)] : []),
    figure('推荐', nominees.length, 'nominees', null),
    figure('通过审查', cleared, 'cleared', NOMINATION_TONES.cleared),
    figure('没有通过', nominees.length - cleared, 'held', NOMINATION_TONES.held),
    ...(waiting > 0 ? [figure('待结论', waiting, 'waiting', NOMINATION_TONES.waiting)] : []),
    figure('违规', count('violation'), 'violation', SEVERITY_TONES.violation),
    figure('待确认', count('question'), 'question', SEVERITY_TONES.question),
    figure('提示', count('note'), 'note', SEVERITY_TONES.note),
    ...(hasReturns && !board ? [returned('收到评分表', 'missing', null)] : []),
    ...(board ? GROUPS.map((group) => returned(GROUP_WORDS[group], group, board.all[group])) : []),
  ];
  return <FigureRow label="总名册一览" figures={figures} />;
}
