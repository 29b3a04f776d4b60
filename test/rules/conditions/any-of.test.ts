import { describe, expect, it } from 'vitest';
import type { FactCondition } from '../../../rules/condition.ts';
import { makeJudge } from '../../../rules/eligibility.ts';
import {
  CITE,
  judgeOne,
  makeAward,
  makeCondition,
  makeIndex,
  makeNominee,
  makeScheme,
  makeUnit,
} from '../../support/small-scheme.ts';

describe('one of several facts', () => {
  const fact = (heading: string): FactCondition =>
    makeCondition('member', { kind: 'fact', of: 'member-unit', heading, test: { is: 'yes' } });
  const either = makeCondition('member', { kind: 'any-of', conditions: [fact('市'), fact('区')] });

  it.each([
    [true, false, 'yes'],
    [null, true, 'yes'],
    [false, false, 'no'],
    [false, null, 'unknown'],
    [null, null, 'unknown'],
  ] as const)('%s or %s', (city, district, answer) => {
    expect(judgeOne(either, { unit: { 市: city, 区: district } }).answer).toBe(answer);
  });
});

it('a fact that is for other scopes is none of them', () => {
  const fact = (heading: string, exceptScopes?: string[]): FactCondition =>
    makeCondition('papers', { kind: 'fact', of: 'member-unit', heading, test: { is: 'yes' }, exceptScopes });
  const condition = makeCondition('papers', { kind: 'any-of', conditions: [fact('验收'), fact('备案', ['city'])] });
  const award = makeAward('award', '奖', [condition]);
  const nominee = makeNominee(award.name);
  const judge = (district: string) => {
    const scheme = {
      ...makeScheme([award]),
      districts: [
        { name: '东区', scope: 'district', countsMembers: true, cite: CITE },
        { name: '市属', scope: 'city', countsMembers: true, cite: CITE },
      ],
    };
    const memberUnits = [{ ...makeUnit({ 验收: false, 备案: true }), district }];
    return makeJudge(makeIndex(scheme, { memberUnits, nominees: [nominee] }))(nominee, award).answer;
  };
  expect([judge('东区'), judge('市属')]).toEqual(['yes', 'no']);
});
