/** 名册: the lists of nominees that go out. */
import { partOf, type RosterCheck } from './check-roster.ts';
import { listDistrictHonours, type DistrictHonours } from './district-honours.ts';
import type { NomineeCheck } from './nominee-check.ts';
import { listChosen } from './review.ts';
import type { GatedOutput } from './scheme-parts.ts';
import type { MemberUnit, Nominee } from './master-roster.ts';
import type { Award } from './scheme.ts';

export interface RosterEntry {
  readonly award: Award;
  readonly nominee: Nominee;
  readonly unit: MemberUnit;
}

export interface Rosters {
  /** Whose alone they are; empty of all. */
  readonly part: string;
  readonly collectives: readonly RosterEntry[];
  readonly persons: readonly RosterEntry[];
  /** Nominees that stand in neither list: not cleared, not concluded yet, not chosen, or under a name that is not public. */
  readonly leftOut: readonly NomineeCheck[];
  /** Whom the districts that they are of honour by themselves; null where it is no district's. */
  readonly honours: DistrictHonours | null;
}

/**
 * The two rosters: units before departments, heads before cadres (`rosterOrder`), then by 行业序列 as the staff keep it (units without a known
 * one last), then by district as in the quota table, then as in the master roster.
 * @param output what the lists are for: each waits for its own steps of the review
 */
export function listRosters(check: RosterCheck, output: GatedOutput = 'roster'): Rosters {
  const { roster, scheme } = check.index;
  const sequence = new Map(roster.sequence.map((name, position) => [name, position]));
  const district = new Map(scheme.districts.map(({ name }, position) => [name, position]));
  const rank = ({ award, unit, nominee }: RosterEntry) => [
    award.rosterOrder,
    sequence.get(unit.sequence) ?? roster.sequence.length,
    district.get(unit.district) ?? scheme.districts.length,
    nominee.row,
  ];
  const chosen = listChosen(check.nominees, output);
  const entries = chosen.flatMap(({ award, nominee, unit }): RosterEntry[] => (unit ? [{ award, nominee, unit }] : []));
  const sorted = entries
    .map((entry) => ({ entry, rank: rank(entry) }))
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ entry }) => entry);
  return {
    part: partOf(check),
    collectives: sorted.filter(({ award }) => award.recipient === 'collective'),
    persons: sorted.filter(({ award }) => award.recipient === 'person'),
    leftOut: check.nominees.filter((each) => !chosen.includes(each)),
    honours: listDistrictHonours(check),
  };
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [position, rank] of a.entries()) {
    const difference = rank - (b[position] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
