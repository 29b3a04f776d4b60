import { expect, it } from 'vitest';
import { makeGradeJudges } from '../../../rules/grading/judge-grades.ts';
import type { Condition } from '../../../rules/condition.ts';
import {
  makeAward,
  makeCondition,
  makeIndex,
  makeNominee,
  makeScheme,
  SMALL_GRADING,
} from '../../support/small-scheme.ts';

const staff = makeCondition('staff', { kind: 'fact', of: 'nominee', heading: '人员', test: { atLeast: 3 } });
const rise = makeCondition('rise', { kind: 'outranks', heading: '原等级' });
const inTime = makeCondition('in-time', { kind: 'fact', of: 'nominee', heading: '按时', test: { is: 'yes' } });

/** All three grades share the same conditions, as a scheme that is loaded shares them. */
function judge(conditions: readonly Condition[], cells: Record<string, string | number | boolean>) {
  const grades = ['金', '银', '铜'].map((name) => makeAward(name, name, conditions));
  const scheme = makeScheme(grades, { ...SMALL_GRADING, grades: grades.map(({ id }) => id) });
  const nominee = makeNominee('金等级', cells);
  const own = makeGradeJudges(makeIndex(scheme, { nominees: [nominee] }), grades, ['in-time'])(nominee);
  return grades.map((grade) => ({
    standards: own.standards(grade).answer,
    formalities: own.formalities(grade).answer,
    reasons: own.standards(grade).reasons.map(({ condition }) => condition.id),
  }));
}

it('what depends on the grade is asked for each: gold is above silver, silver and bronze are not', () => {
  expect(judge([staff, rise], { 人员: 3, 原等级: '银' }).map(({ standards }) => standards)).toEqual([
    'yes',
    'no',
    'no',
  ]);
});

it('formalities are no standard of a grade, and keep to themselves', () => {
  const wanted = { standards: 'yes', formalities: 'no', reasons: ['staff'] };
  expect(judge([staff, inTime], { 人员: 3, 按时: false })).toEqual([wanted, wanted, wanted]);
  const other = { standards: 'no', formalities: 'yes', reasons: ['staff'] };
  expect(judge([inTime, staff], { 人员: 2, 按时: true })).toEqual([other, other, other]);
});
