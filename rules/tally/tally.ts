/** 汇总: all returned score sheets against the master roster. Pure: the same files in any order give the same tally. */
import type { QuotaTable } from '../quota/quota-table.ts';
import type { ScoredScheme } from '../scheme.ts';
import { ByUnitNumber } from '../unit-number.ts';
import { admitFiles, type IdentityCells } from './admit-files.ts';
import { findChanges, type Change, type EarlierUnit } from './changes.ts';
import { findBorderline, type BorderlineDecision, type BorderlineUnit } from './borderline.ts';
import { tallyAll, tallyDistricts, type DistrictTally } from './district-tally.ts';
import { listPlaces, placeUnits } from './place-units.ts';
import type { AcceptedFile, RejectedFile, ReturnedFile } from './returned-file.ts';
import { remarkOnRoster, type RosterRemark } from './roster-remarks.ts';
import { settleDuplicates, type Duplicate } from './settle-duplicates.ts';
import { readAnswer } from './sheet-answer.ts';
import { CountedScores, type TallyMember, type UnitState, type UnitTally } from './unit-tally.ts';

/** What an earlier summary hands on. */
export interface EarlierTally {
  readonly units: readonly EarlierUnit[];
  /** By unit number. */
  readonly decisions: ReadonlyMap<string, BorderlineDecision>;
  /** SHA-256 of the files that people chose among several of one unit. */
  readonly chosen: ReadonlySet<string>;
  /** SHA-256 of the files with a question of which people confirmed that they mean what they say. */
  readonly confirmed: ReadonlySet<string>;
}

/** A file that counts once a person has confirmed it: the association's column is filled in, and the unit's own is not. */
export interface FileQuestion {
  readonly unit: TallyMember;
  readonly file: AcceptedFile;
  readonly confirmed: boolean;
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
  /** What people have chosen and confirmed by now, in place of what the earlier tally hands on of it. */
  readonly answers?: Pick<EarlierTally, 'chosen' | 'confirmed'>;
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
  /** In the order of the units. */
  readonly questions: readonly FileQuestion[];
  readonly remarks: readonly RosterRemark[];
  readonly borderline: readonly BorderlineUnit[];
  /** Null when there is no earlier tally. */
  readonly changes: readonly Change[] | null;
}

const NO_ANSWERS = { chosen: new Set<string>(), confirmed: new Set<string>() };

/** Tallies the files. Of two roster rows with one number the first counts, as in every check; rows without a number are left out, and both are said. */
export function tallyFiles(input: TallyInput): Tally {
  const { scheme, quota, earlier, members } = input;
  const { chosen, confirmed } = input.answers ?? earlier ?? NO_ANSWERS;
  const expected = listExpected(scheme, members);
  const byNumber = new ByUnitNumber(expected, ({ number }) => number);
  const files = [...input.files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const { accepted, rejected } = admitFiles(files, byNumber, input.identityCells);
  const { standing, duplicates } = settleDuplicates(scheme.scoreSheet, accepted, {
    preferNewest: input.preferNewest,
    chosen,
  });
  const questions = listQuestions(expected, standing, confirmed);
  const stateOf = stateFinder({ standing, duplicates, questions, rejected });
  const places = listPlaces(scheme, quota);
  const judged = expected.map((unit): UnitTally => {
    const file = standing.get(unit.number) ?? null;
    const state = stateOf(unit);
    const scores = file && state === 'counted' ? new CountedScores(scheme.scoreSheet, file) : null;
    return { unit, state, file, scores, rank: null, districtRank: null, standing: null };
  });
  const units = placeUnits(judged, places);
  const decisions = earlier?.decisions ?? new Map<string, BorderlineDecision>();
  return {
    scheme,
    units,
    districts: tallyDistricts(scheme, units, places),
    all: tallyAll(scheme, units, places),
    accepted,
    rejected,
    duplicates,
    questions,
    remarks: remarkOnRoster({ members, units: byNumber, accepted, decisions }),
    borderline: findBorderline(scheme, units, decisions),
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

function listQuestions(
  units: readonly TallyMember[],
  standing: ReadonlyMap<string, AcceptedFile>,
  confirmed: ReadonlySet<string>,
): FileQuestion[] {
  return units.flatMap((unit) => {
    const file = standing.get(unit.number);
    if (!file || readAnswer(file.sheet) !== 'self-missing') return [];
    return [{ unit, file, confirmed: confirmed.has(file.sha256) }];
  });
}

interface Settled {
  readonly standing: ReadonlyMap<string, AcceptedFile>;
  readonly duplicates: readonly Duplicate[];
  readonly questions: readonly FileQuestion[];
  readonly rejected: readonly RejectedFile[];
}

function stateFinder({ standing, duplicates, questions, rejected }: Settled): (unit: TallyMember) => UnitState {
  const undecided = new Set(duplicates.filter((each) => !each.counted).map(({ unitNumber }) => unitNumber));
  const open = new Set(questions.filter((each) => !each.confirmed).map(({ unit }) => unit.number));
  const refused = new Set(rejected.map(({ tie }) => tie.unitNumber));
  return ({ number }) => {
    const file = standing.get(number);
    if (file && readAnswer(file.sheet) !== 'blank') return open.has(number) ? 'unconfirmed' : 'counted';
    if (undecided.has(number)) return 'undecided';
    // A sheet that came back filled in says more than a blank one beside it.
    if (refused.has(number)) return 'rejected';
    return file ? 'blank' : 'missing';
  };
}
