/** 汇总: all returned score sheets against the master roster. Pure: the same files in any order give the same tally. */
import type { QuotaTable } from './quota.ts';
import type { ScoredScheme } from './scheme.ts';
import { admitFiles, type IdentityCells } from './tally/admit-files.ts';
import { findChanges, type Change, type EarlierUnit } from './tally/changes.ts';
import { findPanel, type Decision, type PanelEntry } from './tally/decisions.ts';
import { tallyAll, tallyDistricts, type DistrictTally } from './tally/district-tally.ts';
import { listPlaces, placeUnits } from './tally/place-units.ts';
import type { AcceptedFile, RejectedFile, ReturnedFile } from './tally/returned-file.ts';
import { settleDuplicates, type Duplicate } from './tally/settle-duplicates.ts';
import { CountedScores, type TallyMember, type UnitState, type UnitTally } from './tally/unit-tally.ts';

/** What an earlier summary hands on. */
export interface EarlierTally {
  readonly units: readonly EarlierUnit[];
  /** By unit number. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** SHA-256 of the files that people chose among several of one unit. */
  readonly chosen: ReadonlySet<string>;
}

export interface TallyInput {
  readonly scheme: ScoredScheme;
  /** The member units of the master roster. */
  readonly members: readonly TallyMember[];
  /** Null where the document gives no places: units have ranks, and no place to lose. */
  readonly quota: QuotaTable | null;
  readonly files: readonly ReturnedFile[];
  readonly identityCells: IdentityCells;
  readonly preferNewest: boolean;
  readonly earlier: EarlierTally | null;
}

export interface Tally {
  readonly scheme: ScoredScheme;
  /** Every member unit, by district in the scheme's order, then as in the roster. */
  readonly units: readonly UnitTally[];
  readonly districts: readonly DistrictTally[];
  readonly all: DistrictTally;
  /** By path, as the two lists that follow. Together with `rejected` these are all the files. */
  readonly accepted: readonly AcceptedFile[];
  readonly rejected: readonly RejectedFile[];
  readonly duplicates: readonly Duplicate[];
  readonly panel: readonly PanelEntry[];
  /** Null when there is no earlier tally. */
  readonly changes: readonly Change[] | null;
}

/** Tallies the files. Of two roster rows with one number the first counts, as in every check; rows without a number are left out. */
export function tallyFiles(input: TallyInput): Tally {
  const { scheme, quota, earlier } = input;
  const expected = listExpected(scheme, input.members);
  const files = [...input.files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const { accepted, rejected } = admitFiles(
    files,
    new Map(expected.map((unit) => [unit.number, unit])),
    input.identityCells,
  );
  const { counted, duplicates } = settleDuplicates(scheme.scoreSheet, accepted, {
    preferNewest: input.preferNewest,
    chosen: earlier?.chosen ?? new Set(),
  });
  const stateOf = stateFinder(counted, duplicates, rejected);
  const places = listPlaces(scheme, quota);
  const judged = expected.map((unit): UnitTally => {
    const file = counted.get(unit.number);
    const scores = file ? new CountedScores(scheme.scoreSheet, file) : null;
    return { unit, state: stateOf(unit), scores, rank: null, districtRank: null, standing: null };
  });
  const units = placeUnits(judged, places);
  return {
    scheme,
    units,
    districts: tallyDistricts(scheme, units, places),
    all: tallyAll(scheme, units, places),
    accepted,
    rejected,
    duplicates,
    panel: findPanel(scheme, units, earlier?.decisions ?? new Map()),
    changes: earlier && findChanges(scheme, earlier.units, units),
  };
}

function listExpected({ districts }: ScoredScheme, members: readonly TallyMember[]): TallyMember[] {
  const byNumber = new Map<string, TallyMember>();
  for (const unit of members) {
    if (unit.number !== '' && !byNumber.has(unit.number)) byNumber.set(unit.number, unit);
  }
  const order = new Map(districts.map(({ name }, position) => [name, position]));
  const rank = ({ district }: TallyMember) => order.get(district) ?? districts.length;
  return [...byNumber.values()].sort((a, b) => rank(a) - rank(b) || a.row - b.row);
}

function stateFinder(
  counted: ReadonlyMap<string, AcceptedFile>,
  duplicates: readonly Duplicate[],
  rejected: readonly RejectedFile[],
): (unit: TallyMember) => UnitState {
  const undecided = new Set(duplicates.filter((each) => !each.counted).map(({ unitNumber }) => unitNumber));
  const refused = new Set(rejected.map(({ unitNumber }) => unitNumber));
  return ({ number }) => {
    if (counted.has(number)) return 'counted';
    if (undecided.has(number)) return 'undecided';
    return refused.has(number) ? 'rejected' : 'missing';
  };
}
