/**
 * What a unit is told of nominations that it shares a fault with: how many they are, what that means for its own, and who decides. Whose the others
 * are is for the office alone: a unit that asks why need not learn who was put forward elsewhere and has not passed.
 */
import type { PlaceUsage } from './checks/places.ts';
import type { Finding } from './finding.ts';
import type { Nominee } from './master-roster.ts';
import type { NomineeCheck } from './nominee-check.ts';

/** Of too many for the places of a district, how many have to go and who says which; empty where there are places for all. */
export function describeTooMany(usages: readonly PlaceUsage[], nominee: Nominee): string {
  const usage = usages.find(({ nominees }) => nominees.includes(nominee));
  const over = usage ? usage.nominees.length - usage.places : 0;
  if (!usage || over <= 0) return '';
  const { district, award, places, nominees } = usage;
  return `${district.name}${award.name}名额 ${places} 个，推荐 ${nominees.length} 个，要撤下 ${over} 个；撤下哪${over > 1 ? '几' : '一'}个由推荐单位决定，没有决定以前，包括这一个在内都不通过。`;
}

/** The others that a finding is about, in its order. */
export function listOthers({ nominations }: Pick<Finding, 'nominations'>, nominee: Nominee): Nominee[] {
  return [...new Set(nominations)].filter((each) => each !== nominee);
}

/** Names of others that stand in what is said of a nomination, long ones first: one may be part of another. */
export function listOtherNames({ nominee, findings }: Pick<NomineeCheck, 'nominee' | 'findings'>): string[] {
  return listNames(
    findings.flatMap((finding) => listOthers(finding, nominee)),
    nominee,
  );
}

/** Names of these, as they may stand in what is said of a nomination, but for those that are its own. */
export function listNames(others: readonly Nominee[], nominee: Nominee): string[] {
  const own = `${nominee.unitName} ${nominee.name}`;
  const names = new Set(others.flatMap(({ unitName, name }) => [unitName, name]));
  return [...names].filter((name) => name !== '' && !own.includes(name)).sort((a, b) => b.length - a.length);
}

/** A sentence as the unit reads it. @param names as `listOtherNames` gives them */
export function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce((told, name) => told.replaceAll(name, '另一推荐'), text);
}
