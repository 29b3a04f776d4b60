/** Nominees whom a condition is asked of. */
import { isAskedOfRows } from '../../rules/conditions/subject.ts';
import type { Condition } from '../../rules/condition.ts';
import type { Award } from '../../rules/scheme.ts';
import type { PlacedNominee, Sample } from './flaw.ts';
import type { Row } from './row.ts';
import { placeOf, type Victims } from './victims.ts';

export function takeAsked(
  sample: Sample,
  victims: Victims,
  condition: Condition,
  awards: readonly Award[],
): PlacedNominee {
  return victims.takeNominee((each) => awards.includes(each.award) && isAskedOf(sample, condition, each));
}

export function isAskedOf(sample: Sample, condition: Condition, nominee: PlacedNominee): boolean {
  return isAskedOfRows(condition, { nominee: nominee.row, 'member-unit': placeOf(sample, nominee).facts });
}

/** The row in 评分 of a nominee's unit. */
export function takeScore(sample: Sample, victims: Victims, awards: readonly Award[]): Row {
  const victim = victims.takeNominee(({ award }) => awards.includes(award));
  const { score } = placeOf(sample, victim);
  if (!score) throw new RangeError('the sample has no scores');
  return score;
}
