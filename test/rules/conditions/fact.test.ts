/** A cell: each line below, at and above, and the answer where it is blank. */
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

describe('a number in a cell', () => {
  const atLeast = makeCondition('staff', { kind: 'fact', of: 'member-unit', heading: '人员', test: { atLeast: 18 } });
  const atMost = makeCondition('fault', { kind: 'fact', of: 'nominee', heading: '投诉', test: { atMost: 2.5 } });

  it.each([
    [17, 'no', '还差 1', '须符合staff，而“人员”为“17”，还差 1'],
    [17.9, 'no', '还差 0.1', '须符合staff，而“人员”为“17.9”，还差 0.1'],
    [18, 'yes', '', '须符合staff：“人员”为“18”'],
    [19, 'yes', '', '须符合staff：“人员”为“19”'],
    [null, 'unknown', '', '须符合staff，而“人员”为空白，尚不能确定'],
  ] as const)('%s of at least 18', (value, answer, gap, message) => {
    expect(judgeOne(atLeast, { unit: { 人员: value } })).toMatchObject({ answer, gap, message });
  });

  it.each([
    [2.4, 'yes', ''],
    [2.5, 'yes', ''],
    [2.6, 'no', '超出 0.1'],
    [null, 'unknown', ''],
  ] as const)('%s of at most 2.5', (value, answer, gap) => {
    expect(judgeOne(atMost, { nominee: { 投诉: value } })).toMatchObject({ answer, gap });
  });
});

describe('a word in a cell', () => {
  const oneOf = makeCondition('kind', {
    kind: 'fact',
    of: 'nominee',
    heading: '值守',
    test: { oneOf: ['住店', '轮值'], unknownIf: ['待核'] },
  });

  it.each([
    ['住店', 'yes'],
    ['轮值', 'yes'],
    ['不住店', 'no'],
    ['待核', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
  ] as const)('%s of two that are wanted', (value, answer) => {
    expect(judgeOne(oneOf, { nominee: { 值守: value } }).answer).toBe(answer);
  });

  it.each([
    ['yes', true, 'yes'],
    ['yes', false, 'no'],
    ['no', false, 'yes'],
    ['no', true, 'no'],
    ['yes', null, 'unknown'],
    ['no', null, 'unknown'],
    ['no', '否', 'unknown'],
  ] as const)('is: %s, of %s', (is, value, answer) => {
    const condition = makeCondition('law', { kind: 'fact', of: 'nominee', heading: '守法', test: { is } });
    expect(judgeOne(condition, { nominee: { 守法: value } }).answer).toBe(answer);
  });
});

describe('a date in a cell', () => {
  const condition = makeCondition('age', {
    kind: 'fact',
    of: 'member-unit',
    heading: '开业日期',
    test: { date: { kind: 'years-before', years: 3, at: '申报日期' } },
  });

  it.each([
    ['2027-06-01', '2030-06-01', 'yes'],
    ['2027-06-02', '2030-06-01', 'no'],
    ['2027-06-01', null, 'unknown'],
    [null, '2030-06-01', 'unknown'],
  ] as const)('%s against %s of the nominee', (opened, applied, answer) => {
    const reason = judgeOne(condition, { unit: { 开业日期: opened }, nominee: { 申报日期: applied } });
    expect(reason.answer).toBe(answer);
    expect(reason.message).toContain('“申报日期”为');
  });
});

describe('what decides whether it is asked', () => {
  const asked = (condition: FactCondition, district: string, matter: string | boolean | null) => {
    const award = makeAward('award', '奖', [condition]);
    const nominee = makeNominee(award.name, { 事项: matter, 值守: '住店' });
    const scheme = {
      ...makeScheme([award]),
      districts: ['东区', '市属'].map((name, index) => ({
        name,
        scope: index === 0 ? 'district' : 'city',
        countsMembers: true,
        cite: CITE,
      })),
    };
    const index = makeIndex(scheme, { memberUnits: [{ ...makeUnit(), district }], nominees: [nominee] });
    return makeJudge(index)(nominee, award).reasons.length > 0;
  };
  const fact = { kind: 'fact', of: 'nominee', heading: '值守', test: { oneOf: ['住店'] } } as const;

  it.each([
    ['东区', true],
    ['市属', false],
    ['别处', false],
    ['', false],
  ])('in %s, where the city is excepted: %s', (district, expected) => {
    expect(asked(makeCondition('guard', { ...fact, exceptScopes: ['city'] }), district, null)).toBe(expected);
    expect(asked(makeCondition('guard', fact), district, null)).toBe(true);
  });

  it.each([
    ['晋级', true],
    ['是', false],
    [true, true],
    [false, false],
    [null, false],
  ])('where the cell holds %s: %s', (matter, expected) => {
    const words = typeof matter === 'boolean' ? ['是'] : ['晋级', '新申请'];
    const condition = makeCondition('guard', { ...fact, when: { of: 'nominee', heading: '事项', oneOf: words } });
    expect(asked(condition, '东区', matter)).toBe(expected);
  });
});
