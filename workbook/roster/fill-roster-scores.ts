/** 评分 of a master roster from a tally: cell by cell what a returned sheet adds and changes. What it leaves blank clears nothing unasked. */
import type { CellProblem, ScoreRow, VetoState } from '../../rules/master-roster.ts';
import { VETO_WORDS, vetoHeading } from '../../rules/master-roster.ts';
import { SHEET } from '../../rules/roster-cell.ts';
import { toPoints } from '../../rules/points.ts';
import type { ScoredScheme } from '../../rules/scheme.ts';
import type { ScoreSums } from '../../rules/score-sheet.ts';
import type { ScoreVerdict } from '../../rules/score-verdict.ts';
import type { Tally } from '../../rules/tally/tally.ts';
import { isComplete, type CountedScores, type TallyMember } from '../../rules/tally/unit-tally.ts';
import { ByUnitNumber } from '../../rules/unit-number.ts';
import type { WorkbookChange } from '../../ooxml/patch/patch-workbook.ts';
import type { RosterAddresses } from './roster-addresses.ts';

/** `kept`: the sheet says nothing where the roster holds something, and nobody has asked to clear it. */
export type ScoreWriteKind = 'kept' | 'cleared' | 'changed' | 'added';

/** One cell of 评分 in which a returned sheet and the roster differ. */
export interface ScoreWrite {
  readonly kind: ScoreWriteKind;
  readonly unit: TallyMember;
  readonly heading: string;
  /** `E12` */
  readonly address: string;
  /** As shown; null is blank. */
  readonly before: string | number | null;
  /** What the sheet says; null is blank. */
  readonly after: string | number | null;
}

/** What a tally needs to know of 评分. */
export interface RosterScores {
  readonly rows: readonly ScoreRow[];
  /** Cells of 评分 that could not be read: they hold something, and nobody knows what. */
  readonly problems: readonly Pick<CellProblem, 'cell'>[];
  readonly addresses: RosterAddresses;
}

/**
 * Every cell that the tally would write. A unit without a file that counts keeps what stands there; one without a row gets one below all that
 * stands in the sheet.
 * Points that are not complete are nothing, so that the check asks for them.
 * @param allowClearing whether nothing may take the place of something
 */
export function planRosterScores(
  { scheme, units }: Pick<Tally, 'scheme' | 'units'>,
  { rows, problems, addresses }: RosterScores,
  allowClearing: boolean,
): ScoreWrite[] {
  const place = addresses.get('scores');
  if (!place) return [];
  const known = new ByUnitNumber(rows, ({ unitNumber }) => unitNumber);
  const unreadable = new Set(
    problems.map(({ cell }) => (cell.sheet === 'scores' ? `${cell.heading}${cell.row ?? 0}` : '')),
  );
  // Below the last row that was read somebody may have written something else.
  let nextRow = place.lastRow + 1;
  return units.flatMap(({ unit, scores }) => {
    if (!scores) return [];
    const present = known.find(unit.number);
    const row = present?.row ?? nextRow;
    if (!present) nextRow += 1;
    const held = present ? readHeld(present) : new Map<string, string | number>();
    const said = present ? listSaid(scheme, scores) : [...nameUnit(unit), ...listSaid(scheme, scores)];
    return said.flatMap(({ heading, value, isUnread }): ScoreWrite[] => {
      const letters = place.columns.get(heading);
      if (letters === undefined) return [];
      const before = unreadable.has(`${heading}${row}`) ? '无法读取' : (held.get(heading) ?? null);
      const kind = judge(before, value, allowClearing && isUnread !== true);
      return kind ? [{ kind, unit, heading, address: `${letters}${row}`, before, after: value }] : [];
    });
  });
}

/** For `patchWorkbook`. */
export function toWorkbookChanges(writes: readonly ScoreWrite[], addresses: RosterAddresses): WorkbookChange[] {
  const sheet = addresses.get('scores')?.sheetName ?? SHEET.scores;
  return writes.filter(({ kind }) => kind !== 'kept').map(({ address, after }) => ({ sheet, address, value: after }));
}

function judge(
  before: string | number | null,
  after: string | number | null,
  allowClearing: boolean,
): ScoreWriteKind | null {
  if (before === after) return null;
  if (before === null) return 'added';
  if (after === null) return allowClearing ? 'cleared' : 'kept';
  return 'changed';
}

/** What a sheet says for one column of 评分. */
interface Said {
  readonly heading: string;
  /** Null where nobody has filled in what it rests on: blank is not 0. */
  readonly value: string | number | null;
  /** Something is filled in there, and nobody could read it: that clears nothing, whoever asks. */
  readonly isUnread?: boolean;
}

function nameUnit({ number, name }: TallyMember): Said[] {
  return [
    { heading: '编号', value: number },
    { heading: '全称', value: name },
  ];
}

function listSaid({ scoreSheet }: ScoredScheme, { file, self, association }: CountedScores): Said[] {
  const { scores, vetoes, unread } = file.sheet;
  const items = scores.self.length;
  const basicItems = items - scoreSheet.bonus.items.length;
  const isUnread = (from: number, to: number) => unread.some((at) => at >= from && at < to);
  const show = (steps: number) => toPoints(steps, scoreSheet.step.value);
  const basic = (heading: string, verdict: ScoreVerdict, from: number): Said => {
    const value = isComplete(verdict) ? show(verdict.sums.basicPoints) : null;
    return { heading, value, isUnread: isUnread(from, from + basicItems) };
  };
  // One blank bonus item claims nothing; where all are blank, nobody has said that there is nothing to claim; one that is unread claims something.
  const bonus = (heading: string, { sums }: ScoreVerdict, from: number): Said => {
    const unknown = isUnread(from + basicItems, from + items);
    return { heading, value: isClaimed(sums) && !unknown ? show(sums.bonusPoints) : null, isUnread: unknown };
  };
  const firstVeto = 2 * items + vetoes.self.length;
  return [
    basic('基本得分（自评）', self, 0),
    bonus('加分（自评）', self, 0),
    basic('基本得分（协会）', association, items),
    bonus('加分（协会）', association, items),
    ...vetoes.association.map((state, index): Said => {
      const at = firstVeto + index;
      return { heading: vetoHeading(index), value: showVeto(state), isUnread: isUnread(at, at + 1) };
    }),
  ];
}

function readHeld(row: ScoreRow): Map<string, string | number | null> {
  return new Map<string, string | number | null>([
    ['基本得分（自评）', row.selfBasic],
    ['加分（自评）', row.selfBonus],
    ['基本得分（协会）', row.associationBasic],
    ['加分（协会）', row.associationBonus],
    ...row.vetoes.map((state, index) => [vetoHeading(index), showVeto(state)] as const),
  ]);
}

/** 未确认 says no more than a blank cell. */
function showVeto(state: VetoState): string | null {
  return state === 'open' ? null : VETO_WORDS[state];
}

function isClaimed({ bonus: { category, blank } }: ScoreSums): boolean {
  return blank.length < category.items.length;
}
