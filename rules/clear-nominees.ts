/** 通过审查: which nominations may go on, and what stands in the way of the others. */
import type { NomineeCheck } from './check-roster.ts';
import { parentAwardsOf } from './conditions/registry.ts';
import type { Eligibility } from './eligibility.ts';
import { holdsUp, type Finding } from './finding.ts';
import type { CellRef, Nominee } from './master-roster.ts';
import { nominationKey, type RosterIndex } from './roster-index.ts';

/** Gives every nominee the findings that concern it, and clears those that none of them stops, nor any nomination that they depend on. */
export function clearNominees(
  index: RosterIndex,
  eligibilities: readonly Eligibility[],
  findings: readonly Finding[],
): NomineeCheck[] {
  const byRow = indexByRow(findings);
  const own = new Map(eligibilities.map((each) => [each.nominee, findConcerns(index, each, byRow)]));
  const stopped = new Set(
    eligibilities
      .filter(({ nominee, answer }) => answer !== 'yes' || own.get(nominee)?.some(holdsUp))
      .map(({ nominee }) => nominee),
  );
  const byNominee = new Map(eligibilities.map((each) => [each.nominee, each]));
  const isCleared = (nominee: Nominee): boolean =>
    !stopped.has(nominee) && listParents(index, byNominee.get(nominee)).every(isCleared);
  return eligibilities.map((eligibility) => ({
    ...eligibility,
    cleared: isCleared(eligibility.nominee),
    findings: own.get(eligibility.nominee) ?? [],
    heldUpBy: listParents(index, eligibility).filter(
      (parent) => byNominee.get(parent)?.answer === 'yes' && !isCleared(parent),
    ),
  }));
}

function indexByRow(findings: readonly Finding[]): Map<string, Finding[]> {
  const byRow = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const key of new Set(finding.where.map(rowKey))) {
      const known = byRow.get(key);
      if (known) known.push(finding);
      else byRow.set(key, [finding]);
    }
  }
  return byRow;
}

/** The findings of the nominee's row, its unit's and its scores'; those of a whole column concern nobody alone. */
function findConcerns(
  index: RosterIndex,
  { nominee, unit }: Eligibility,
  byRow: ReadonlyMap<string, readonly Finding[]>,
): Finding[] {
  const score = index.scoreByUnit.get(nominee.unitNumber);
  const rows: (Pick<CellRef, 'sheet' | 'row'> | null)[] = [
    { sheet: 'nominees', row: nominee.row },
    unit && { sheet: 'memberUnits', row: unit.row },
    score ? { sheet: 'scores', row: score.row } : null,
  ];
  const own = new Set(rows.flatMap((row) => (row ? (byRow.get(rowKey(row)) ?? []) : [])));
  return [...own].filter((finding) => finding.where.some(({ row }) => row !== null));
}

/** The nominations of the same unit that the award depends on; `schemes/` refuses a circle. */
function listParents(index: RosterIndex, eligibility: Eligibility | undefined): Nominee[] {
  if (!eligibility) return [];
  const { award, nominee } = eligibility;
  return parentAwardsOf(award).flatMap(
    (parent) => index.nomineeByAwardAndUnit.get(nominationKey(parent, nominee.unitNumber)) ?? [],
  );
}

function rowKey({ sheet, row }: Pick<CellRef, 'sheet' | 'row'>): string {
  return `${sheet} ${row ?? ''}`;
}
