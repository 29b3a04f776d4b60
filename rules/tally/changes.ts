/** 变化: what is different from an earlier tally, cell by cell, and whose eligibility or place changed with it. */
import { QUALIFICATION_WORDS } from '../score-verdict.ts';
import type { ScoredScheme } from '../scheme.ts';
import type { ScoreSheet } from '../scheme-score-sheet.ts';
import { ByUnitNumber } from '../unit-number.ts';
import { listEntries, listValues, showValue, type Entry, type EntryValue } from './sheet-entries.ts';
import { PLACE_STANDING_WORDS, STATE_WORDS, type UnitTally } from './unit-tally.ts';

/** A unit as an earlier summary has it. */
export interface EarlierUnit {
  readonly unitNumber: string;
  readonly unitName: string;
  /** One of `STATE_WORDS`. */
  readonly state: string;
  /** One of `QUALIFICATION_WORDS`, or empty. */
  readonly qualification: string;
  /** One of `PLACE_STANDING_WORDS`, or empty. */
  readonly standing: string;
  readonly districtRank: number | null;
  /** In the order of `listEntries`; null where no file counted. */
  readonly values: readonly EntryValue[] | null;
}

/** The most telling come first. */
const CHANGE_KINDS = ['qualification', 'standing', 'state', 'score', 'district-rank'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Change {
  readonly kind: ChangeKind;
  readonly unitNumber: string;
  readonly unitName: string;
  readonly district: string;
  /** The cell that changed; null for what follows from it. */
  readonly entry: Entry | null;
  readonly before: string;
  readonly after: string;
}

const ABSENT = '不在名册';

/** Every change, by kind, then in the order of the units; units that left the roster come last within their kind. */
export function findChanges(
  scheme: ScoredScheme,
  earlier: readonly EarlierUnit[],
  units: readonly UnitTally[],
): Change[] {
  const before = new ByUnitNumber(earlier, ({ unitNumber }) => unitNumber);
  const entries = listEntries(scheme.scoreSheet);
  const changes = units.flatMap((unit) =>
    compareUnit(scheme.scoreSheet, entries, before.find(unit.unit.number) ?? null, unit),
  );
  const known = new Set(units.map(({ unit }) => before.find(unit.number)));
  const gone = earlier
    .filter((unit) => !known.has(unit))
    .map(({ unitNumber, unitName, state }): Change => {
      return { kind: 'state', unitNumber, unitName, district: '', entry: null, before: state, after: ABSENT };
    });
  const all = [...changes, ...gone];
  return CHANGE_KINDS.flatMap((kind) => all.filter((change) => change.kind === kind));
}

function compareUnit(
  scoreSheet: ScoreSheet,
  entries: readonly Entry[],
  before: EarlierUnit | null,
  after: UnitTally,
): Change[] {
  const { unit, scores } = after;
  const qualification = scores ? QUALIFICATION_WORDS[scores.outcome.answer] : '';
  const standing = after.standing ? PLACE_STANDING_WORDS[after.standing] : '';
  const pairs: (readonly [ChangeKind, string, string])[] = [
    ['qualification', before?.qualification ?? '', qualification],
    ['standing', before?.standing ?? '', standing],
    ['state', before?.state ?? ABSENT, STATE_WORDS[after.state]],
    ['district-rank', showRank(before?.districtRank ?? null), showRank(after.districtRank)],
  ];
  const base = { unitNumber: unit.number, unitName: unit.name, district: unit.district };
  const results = pairs
    .filter(([, old, now]) => old !== now)
    .map(([kind, old, now]): Change => ({ ...base, kind, entry: null, before: old || '无', after: now || '无' }));
  return [...results, ...compareValues(scoreSheet, entries, before, after).map((change) => ({ ...base, ...change }))];
}

/** Cell by cell where both tallies have a file; a file that is new or gone is a change of state. */
function compareValues(
  scoreSheet: ScoreSheet,
  entries: readonly Entry[],
  before: EarlierUnit | null,
  { scores }: UnitTally,
): Pick<Change, 'kind' | 'entry' | 'before' | 'after'>[] {
  if (!before?.values || !scores) return [];
  const old = before.values;
  const now = listValues(scores.file.sheet);
  return entries.flatMap((entry, index) => {
    const [was, is] = [old[index] ?? null, now[index] ?? null];
    if (was === is) return [];
    return [{ kind: 'score' as const, entry, before: showValue(was, scoreSheet), after: showValue(is, scoreSheet) }];
  });
}

function showRank(rank: number | null): string {
  return rank === null ? '' : String(rank);
}
