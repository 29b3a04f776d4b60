/** 名册: the lists of cleared nominees. */
import type { RosterCheck } from './check-roster.ts';
import type { NomineeCheck } from './clear-nominees.ts';
import type { MemberUnit, Nominee } from './master-roster.ts';
import type { Award } from './scheme.ts';

export interface RosterEntry {
  readonly award: Award;
  readonly nominee: Nominee;
  readonly unit: MemberUnit;
}

export interface Rosters {
  readonly collectives: readonly RosterEntry[];
  readonly persons: readonly RosterEntry[];
  /** Nominees that stand in neither list because the check has not cleared them. */
  readonly leftOut: readonly NomineeCheck[];
}

/**
 * The two rosters: units before departments, heads before cadres (`rosterOrder`), then by 行业序列 as the staff keep it (units without a known
 * one last), then by district as in the quota table, then as in the master roster.
 */
export function listRosters(check: RosterCheck): Rosters {
  const { roster, scheme } = check.index;
  const sequence = new Map(roster.sequence.map((name, position) => [name, position]));
  const district = new Map(scheme.districts.map(({ name }, position) => [name, position]));
  const rank = ({ award, unit, nominee }: RosterEntry) => [
    award.rosterOrder,
    sequence.get(unit.sequence) ?? roster.sequence.length,
    district.get(unit.district) ?? scheme.districts.length,
    nominee.row,
  ];
  const entries = check.nominees.flatMap(({ cleared, award, nominee, unit }): RosterEntry[] =>
    cleared && unit ? [{ award, nominee, unit }] : [],
  );
  const sorted = entries
    .map((entry) => ({ entry, rank: rank(entry) }))
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ entry }) => entry);
  return {
    collectives: sorted.filter(({ award }) => award.recipient === 'collective'),
    persons: sorted.filter(({ award }) => award.recipient === 'person'),
    leftOut: check.nominees.filter(({ cleared }) => !cleared),
  };
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [position, rank] of a.entries()) {
    const difference = rank - (b[position] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
