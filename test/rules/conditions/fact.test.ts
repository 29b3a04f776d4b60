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
    [null, 'unknown', '', '须符合staff，而“人员”为空白，待确认'],
  ] as const)('%s of at least 18', (value, answer, gap, message) => {
    expect(judgeOne(atLeast, { unit: { 人员: value } })).toMatchObject({ answer, gap, message });
  });

  it.each([
    [2.4, 'yes', ''],
    [2.5, 'yes', ''],
    // As a spreadsheet works out 2.5.
    [2.5000000000000004, 'yes', ''],
    [2.50001, 'no', '超出 0.00001'],
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

describe('what lets a case off', () => {
  const unless = { of: 'member-unit', heading: '类别', oneOf: ['集团', '医院'] } as const;
  const condition = makeCondition('list', {
    kind: 'fact',
    of: 'nominee',
    heading: '名单',
    test: { is: 'yes' },
    unless,
  });
  const answers = (category: string | null) => {
    const award = makeAward('award', '奖', [condition]);
    const nominee = makeNominee(award.name, { 名单: false });
    const index = makeIndex(makeScheme([award]), { memberUnits: [makeUnit({ 类别: category })], nominees: [nominee] });
    return makeJudge(index)(nominee, award).reasons.map(({ answer }) => answer);
  };

  it.each([
    ['集团', []],
    ['医院', []],
    ['其他', ['no']],
    [null, ['no']],
  ])('is a cell with one of the words: %s', (category, expected) => {
    expect(answers(category)).toEqual(expected);
  });
});

describe('a column that rosters of earlier days lack', () => {
  const ifAbsent = { of: 'member-unit', heading: '单位名单' } as const;
  const condition = makeCondition('list', {
    kind: 'fact',
    of: 'nominee',
    heading: '名单',
    test: { is: 'yes' },
    ifAbsent,
  });
  const absentColumns = [{ sheet: 'nominees', heading: '名单' }] as const;
  const judge = (own: boolean | null, ofUnit: boolean | null, isAbsent: boolean) =>
    judgeOne(condition, {
      nominee: { 名单: own },
      unit: { 单位名单: ofUnit },
      absentColumns: isAbsent ? absentColumns : [],
    });

  it.each([
    [true, 'yes'],
    [false, 'unknown'],
    [null, 'unknown'],
  ] as const)('is spoken for by the other cell as far as that passes: %s', (ofUnit, answer) => {
    const reason = judge(null, ofUnit, true);
    expect(reason.answer).toBe(answer);
    expect(reason.message).toContain('“推荐名单”没有“名单”一列，“会员单位”的“单位名单”为');
    expect(reason.where).toMatchObject(
      answer === 'yes' ? { heading: '单位名单' } : { sheet: 'nominees', heading: '名单' },
    );
  });

  it.each([
    [true, 'yes'],
    [false, 'no'],
    [null, 'unknown'],
  ] as const)('counts alone where the sheet has it, though it is blank: %s', (own, answer) => {
    for (const ofUnit of [true, false]) expect(judge(own, ofUnit, false).answer).toBe(answer);
  });

  it('of another sheet is another column', () => {
    const elsewhere = [{ sheet: 'memberUnits', heading: '名单' }] as const;
    const reason = judgeOne(condition, { nominee: { 名单: null }, unit: { 单位名单: true }, absentColumns: elsewhere });
    expect(reason.answer).toBe('unknown');
  });
});
