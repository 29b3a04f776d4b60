import { expect, it } from 'vitest';
import { makeJudge } from '../../../rules/eligibility.ts';
import { makeAward, makeCondition, makeIndex, makeNominee, makeScheme } from '../../support/small-scheme.ts';

const member = makeCondition('member-unit', { kind: 'member-unit' });
const staff = makeCondition('staff', { kind: 'fact', of: 'nominee', heading: '人员', test: { atLeast: 1 } });
const sworn = makeCondition('sworn', { kind: 'judgement' });
const award = makeAward('award', '奖', [member, staff, sworn]);

const judge = (unitNumber: string, staffed = 0, unitName = '别家') => {
  const nominee = { ...makeNominee(award.name, { 人员: staffed }), unitNumber, unitName };
  const { answer, reasons } = makeJudge(makeIndex(makeScheme([award]), { nominees: [nominee] }))(nominee, award);
  return [answer, ...reasons.map(({ condition, answer: each }) => `${condition.id} ${each}`)];
};

it('a unit that is no member fails, and nothing else is asked of it', () => {
  expect(judge('9')).toEqual(['no', 'member-unit no']);
  expect(judge('')).toEqual(['no', 'member-unit no']);
});

it('of a member everything is asked but what is left to people', () => {
  expect(judge('1')).toEqual(['no', 'member-unit yes', 'staff no']);
  expect(judge('01', 1)).toEqual(['yes', 'member-unit yes', 'staff yes']);
});

it('whether a number that is nobody’s is meant to be that of the unit of the name, a person says', () => {
  const { unitName } = makeNominee(award.name);
  expect(judge('9', 1, unitName)).toEqual(['unknown', 'member-unit unknown']);
  expect(judge('', 1, unitName)).toEqual(['unknown', 'member-unit unknown']);
});
