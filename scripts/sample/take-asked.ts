/** Nominees whom a condition is asked of. */
import type { Condition } from '../../rules/condition.ts';
import type { Award } from '../../rules/scheme.ts';
import type { PlacedNominee, Sample } from './flaw.ts';
import { isAsked } from './meet-conditions.ts';
import { parentAwards } from './plan.ts';
import { placeOf, type Victims } from './victims.ts';

export function takeAsked(
  sample: Sample,
  victims: Victims,
  condition: Condition,
  awards: readonly Award[],
): PlacedNominee {
  return takeNominee(victims, awards, (each) => isAskedOf(sample, condition, each));
}

/** Whoever depends on another award is never the only nominee of its unit. */
export function takeNominee(
  victims: Victims,
  awards: readonly Award[],
  wanted: (nominee: PlacedNominee) => boolean,
): PlacedNominee {
  const take = awards.every((award) => parentAwards(award).length > 0)
    ? victims.takeNomineeBesideOthers
    : victims.takeLoneNominee;
  return take((each) => awards.includes(each.award) && wanted(each));
}

export function isAskedOf(sample: Sample, condition: Condition, nominee: PlacedNominee): boolean {
  return isAsked(condition, { nominee: nominee.row, 'member-unit': placeOf(sample, nominee).facts });
}
