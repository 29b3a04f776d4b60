import type { ParentAwardCondition } from '../../../rules/condition.ts';
import type { Award } from '../../../rules/scheme.ts';
import { violation } from '../flaw.ts';
import type { ConditionSample } from './kind.ts';

export const parentAward: ConditionSample<ParentAwardCondition> = {
  /** Moves a nomination to a unit of the same district that nobody nominated for the award that it depends on. */
  plant: ({ id }, awards, sample, victims) => {
    const isNominated = (award: Award) => sample.nominees.some((each) => each.award === award);
    const award = awards.find(isNominated);
    if (!award) throw new RangeError(`nobody is nominated for an award with ${id}`);
    const victim = victims.takeNomineeBesideOthers((each) => each.award === award);
    const newUnit = victims.takeIdleUnit(({ unit }) => unit.district === victim.unit.district);
    sample.withdraw(victim.row);
    return [violation(id, 'nominees', sample.nominate(newUnit, award), '单位编号')];
  },
};
