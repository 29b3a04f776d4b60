/** What stands against nominating a unit whoever is nominated: its own facts and scores. */
import { makeAsker } from './eligibility.ts';
import type { MemberUnit, Nominee } from './master-roster.ts';
import { parentAwardsOf } from './conditions/registry.ts';
import { groupBy } from './group-by.ts';
import type { RosterIndex } from './roster-index.ts';
import type { Award } from './scheme.ts';

/** Why a unit cannot be nominated as things stand, by award id; an award that is open to it has no entry. */
export type UnitObstacles = ReadonlyMap<string, readonly string[]>;

/**
 * Gives what is against a unit for these awards: the reasons, each once, of which one is enough. What is not known yet is no
 * reason. What is against the award that this one depends on is against this one too.
 */
export function makeObstacleLister(index: RosterIndex): (unit: MemberUnit, awards: readonly Award[]) => UnitObstacles {
  const askAbout = makeAsker(index);
  const awardById = new Map(index.scheme.awards.map((award) => [award.id, award]));
  const listAgainst = (unit: MemberUnit, award: Award): readonly string[] => {
    const ask = askAbout(nominateNobody(unit, award));
    const parents = parentAwardsOf(award).flatMap((id) => awardById.get(id) ?? []);
    const reasons = [award, ...parents].flatMap((each) => each.conditions.flatMap((condition) => ask(condition, each)));
    const against = reasons.filter(({ answer, where }) => answer === 'no' && where.sheet !== 'nominees');
    return [...new Set(against.map(({ message }) => message))];
  };
  return (unit, awards) =>
    new Map(
      awards.flatMap((award) => {
        const against = listAgainst(unit, award);
        return against.length > 0 ? [[award.id, against] as const] : [];
      }),
    );
}

/**
 * `暂不能推荐：……；暂不能推荐先进单位、先进保卫部门：……`, what is against every award first. Empty of a unit that nothing is against.
 * @param awards for which it might be nominated
 */
export function describeObstacles(obstacles: UnitObstacles, awards: readonly Award[]): string {
  const against = awards.flatMap(({ id, name }) =>
    (obstacles.get(id) ?? []).map((reason) => ({ award: name, reason })),
  );
  const awardsOf = [...groupBy(against, ({ reason }) => reason)].map(([reason, same]) => ({
    reason,
    names: same.length === awards.length ? '' : same.map(({ award }) => award).join('、'),
  }));
  return [...groupBy(awardsOf, ({ names }) => names)]
    .sort(([a], [b]) => Number(a !== '') - Number(b !== ''))
    .map(([names, same]) => `暂不能推荐${names}：${same.map(({ reason }) => reason).join('，')}`)
    .join('；');
}

/** A nomination in which nothing but the unit is filled in. */
function nominateNobody({ number, name }: MemberUnit, award: Award): Nominee {
  return {
    row: 0,
    application: '',
    award: award.name,
    unitNumber: number,
    unitName: name,
    name: '',
    sex: '',
    birthMonth: '',
    idNumber: '',
    position: '',
    deeds: '',
    facts: new Map(),
  };
}
