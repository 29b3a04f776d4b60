/** 通过审查: which nominations may go on, and what stands in the way of the others. */
import type { ClearedNominee } from './nominee-check.ts';
import { parentAwardsOf } from './conditions/registry.ts';
import type { Eligibility } from './eligibility.ts';
import { holdsUp, type Finding } from './finding.ts';
import type { Nominee } from './master-roster.ts';
import { nominationsFor, type RosterIndex } from './roster-index.ts';

/** Gives every nominee the findings that are about it, and clears those that none of them stops, nor any award that they depend on. */
export function clearNominees(
  index: RosterIndex,
  eligibilities: readonly Eligibility[],
  findings: readonly Finding[],
): ClearedNominee[] {
  const own = groupByNominee(findings);
  const stopped = new Set(
    eligibilities
      .filter(({ nominee, answer }) => answer !== 'yes' || own.get(nominee)?.some(holdsUp))
      .map(({ nominee }) => nominee),
  );
  const byNominee = new Map(eligibilities.map((each) => [each.nominee, each]));
  const waitsFor = (nominee: Nominee) =>
    listParents(index, byNominee.get(nominee)).filter((ofAward) => ofAward.length > 0 && !ofAward.some(isCleared));
  const isCleared = (nominee: Nominee): boolean => !stopped.has(nominee) && waitsFor(nominee).length === 0;
  return eligibilities.map((eligibility) => ({
    ...eligibility,
    cleared: isCleared(eligibility.nominee),
    findings: own.get(eligibility.nominee) ?? [],
    heldUpBy: waitsFor(eligibility.nominee)
      .flat()
      .filter((parent) => byNominee.get(parent)?.answer === 'yes'),
  }));
}

function groupByNominee(findings: readonly Finding[]): Map<Nominee, Finding[]> {
  const groups = new Map<Nominee, Finding[]>();
  for (const finding of findings) {
    for (const nominee of new Set(finding.nominations)) {
      const known = groups.get(nominee);
      if (known) known.push(finding);
      else groups.set(nominee, [finding]);
    }
  }
  return groups;
}

/** For each award that this one depends on, the unit's nominations for it; `schemes/` refuses a circle. */
function listParents(index: RosterIndex, eligibility: Eligibility | undefined): (readonly Nominee[])[] {
  if (!eligibility) return [];
  const { award, nominee } = eligibility;
  return parentAwardsOf(award).map((parent) => nominationsFor(index, parent, nominee.unitNumber));
}
