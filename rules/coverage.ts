/** 名册范围: what the master roster holds of each district. */
import type { MasterRoster, RosterCoverage } from './master-roster.ts';
import { COVERAGE_WORDS } from './roster-cell.ts';
import type { Scheme } from './scheme.ts';

/** Only what is counted over all members depends on it: places and caps. */
export function asksForCoverage({ quota, limits }: Scheme): boolean {
  return quota !== null || limits.caps.length > 0;
}

/** All member units of a district, the nominated ones alone, or nothing of it. */
type Holding = 'members' | 'nominated' | 'nothing';

type HeldUnits = Pick<MasterRoster, 'coverage' | 'memberUnits'>;

/** What the roster holds of a district, by its name. */
export function findHoldings({ coverage, memberUnits }: HeldUnits): (district: string) => Holding {
  if (coverage.kind === 'districts') {
    const covered = new Set(coverage.districts);
    return (district) => (covered.has(district) ? 'members' : 'nothing');
  }
  const present = new Set(memberUnits.map((unit) => unit.district));
  const whole = coverage.kind === 'all' ? 'members' : 'nominated';
  const isWhole = coverage.kind === 'all' && coverage.isStated;
  return (district) => (isWhole || present.has(district) ? whole : 'nothing');
}

/** The number of member units by district, of those whose members the roster holds. */
export function countMembers(roster: HeldUnits, districts: readonly { readonly name: string }[]): Map<string, number> {
  const holdingOf = findHoldings(roster);
  const counts = new Map(districts.filter(({ name }) => holdingOf(name) === 'members').map(({ name }) => [name, 0]));
  for (const { district } of roster.memberUnits) {
    const count = counts.get(district);
    if (count !== undefined) counts.set(district, count + 1);
  }
  return counts;
}

/** Whether what is counted over all members can be counted in this roster. */
export function holdsAllMembers({ coverage }: MasterRoster): boolean {
  return coverage.kind === 'all';
}

/** As it would be filled in: `全部`, `松江、崇明`. */
export function nameCoverage(coverage: RosterCoverage): string {
  return coverage.kind === 'districts' ? coverage.districts.join('、') : COVERAGE_WORDS[coverage.kind];
}
