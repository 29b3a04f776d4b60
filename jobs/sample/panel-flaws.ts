/** One breach of each rule of the expert panel. */
import type { FactValue } from '../../rules/roster-column.ts';
import { applicationOf, question, violation, type PlacedNominee, type RowFlaw, type Sample } from './flaw.ts';
import { makeScore } from './linked-rows.ts';
import type { Row } from './row.ts';
import type { Victims } from './victims.ts';

/** @param maximum full marks of one score */
export function* plantPanelFlaws({ scheme, tables }: Sample, victims: Victims, maximum: number): Iterable<RowFlaw> {
  // All of one award, so that what is asked about its panel is asked once.
  const anyone = ({ award }: PlacedNominee) => award === scheme.awards[0];
  const scoresOf = (victim: PlacedNominee) =>
    tables.expertScores.filter((row) => row.get('申报编号') === applicationOf(victim));
  const add = (victim: PlacedNominee, expert: FactValue, points: FactValue) => {
    const row = makeScore(applicationOf(victim), expert, points);
    tables.expertScores.push(row);
    return row;
  };
  yield violation('expert-unknown', 'expertScores', add(victims.takeNominee(anyone), '样例外人', 80), '专家');

  const twice = victims.takeNominee(anyone);
  const [known] = scoresOf(twice);
  yield violation('expert-score-twice', 'expertScores', add(twice, known?.get('专家') ?? null, 80), '专家');

  const own = victims.takeNominee(anyone);
  const addExpert = (name: string, employer: FactValue, number: FactValue) => {
    const row: Row = new Map([
      ['姓名', name],
      ['工作单位', employer],
      ['单位编号', number],
    ]);
    tables.experts.push(row);
    return row;
  };
  addExpert('样例同事', own.unit.name, own.unit.number);
  yield violation('expert-own-employer', 'expertScores', add(own, '样例同事', 99), '专家');

  addExpert('样例同名', '虚构研究院', null);
  yield violation('expert-namesake', 'experts', addExpert('样例同名', '虚构大学', null), '姓名');
  yield question('expert-employer-blank', 'experts', addExpert('样例无单位', null, null), '工作单位');

  for (const [flaw, rule, points] of [
    [violation, 'expert-score-out-of-range', maximum + 1],
    [question, 'expert-score-blank', null],
  ] as const) {
    const victim = victims.takeNominee(anyone);
    const [score] = scoresOf(victim);
    if (!score) throw new RangeError('a nominee without scores');
    score.set('得分', points);
    yield flaw(rule, 'expertScores', score, '得分');
  }
  const unscored = victims.takeNominee(anyone);
  const others = tables.expertScores.filter((row) => row.get('申报编号') !== applicationOf(unscored));
  tables.expertScores.splice(0, tables.expertScores.length, ...others);
  yield question('panel-missing', 'nominees', null, '申报编号');
  // The scores above that do not count are one less than others of the award have.
  yield question('panel-incomplete', 'nominees', null, '申报编号');
}
