/** 控制数: how many nominees a document allows in all, and how many of one unit. Both are upper limits, never places to fill. */
import type { MasterRoster, Nominee } from './master-roster.ts';
import { holdsAllMembers, nameCoverage } from './coverage.ts';
import { formatPercent, multiply, round } from './ratio.ts';
import type { RosterIndex } from './roster-index.ts';
import type { FactValue } from './roster-column.ts';
import type { Cap, UnitLimit } from './scheme-parts.ts';
import type { Award } from './scheme.ts';

interface CapUsage {
  readonly cap: Cap;
  readonly base: number;
  /** Units whose cell is blank or holds no number that can be meant: the base may be larger. */
  readonly blank: number;
  readonly most: number;
  readonly nominees: readonly Nominee[];
  /** False where the roster does not hold all members, so that nobody knows the limit. */
  readonly isKnown: boolean;
  /** `会员企业 301 × 30% 以内，至多 90` */
  readonly explanation: string;
}

/** @param awardByName the scheme's awards */
export function countCaps(
  caps: readonly Cap[],
  roster: MasterRoster,
  awardByName: ReadonlyMap<string, Award>,
): CapUsage[] {
  return caps.map((cap) => {
    const heading = 'unitsWith' in cap.base ? cap.base.unitsWith : cap.base.sumOf;
    const cells = roster.memberUnits.map(({ facts }) => facts.get(heading) ?? null);
    const counts = cells.map(countOf);
    const base = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    const most = round(multiply(base, cap.ratio.value), 'floor');
    const blank = counts.filter((count) => count === null).length;
    const isKnown = holdsAllMembers(roster);
    const open = blank > 0 ? `；另有 ${blank} 家单位“${heading}”空白或有误，未计入` : '';
    return {
      cap,
      base,
      blank,
      most,
      nominees: listNominees(roster, cap.awards, awardByName),
      isKnown,
      explanation: isKnown
        ? `${cap.base.name} ${base} × ${formatPercent(cap.ratio.value)} 以内，至多 ${most}${open}`
        : `名册范围是“${nameCoverage(roster.coverage)}”，${cap.base.name}总数不全，未核对`,
    };
  });
}

/** More than any unit has of anything that is counted; a negative number is a slip as well. */
const MOST_OF_A_UNIT = 1_000_000;

/** What a unit adds to the base; null where nobody can tell. */
function countOf(cell: FactValue): number | null {
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  return typeof cell === 'number' && cell >= 0 && cell <= MOST_OF_A_UNIT ? cell : null;
}

/** The units with more nominees than the limit, each with all of them in the roster's order. */
export function findCrowdedUnits(
  limit: UnitLimit,
  { nomineesByUnit, awardByName }: Pick<RosterIndex, 'nomineesByUnit' | 'awardByName'>,
): (readonly Nominee[])[] {
  return [...nomineesByUnit.groups()]
    .map((ofUnit) => ofUnit.filter(({ award }) => limit.awards.includes(awardByName.get(award)?.id ?? '')))
    .filter((nominees) => nominees.length > limit.most.value);
}

function listNominees(
  roster: MasterRoster,
  awards: readonly string[],
  awardByName: ReadonlyMap<string, Award>,
): Nominee[] {
  return roster.nominees.filter(({ award }) => awards.includes(awardByName.get(award)?.id ?? ''));
}
