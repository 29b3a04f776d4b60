/** Conditions one by one: each line below, at and above, and the answer where a cell is blank. */
import { describe, expect, it } from 'vitest';
import type { FactCondition } from '../../../rules/condition.ts';
import { makeJudge } from '../../../rules/eligibility.ts';
import {
  judgeOne,
  makeCondition,
  makeIndex,
  makeNominee,
  makeProject,
  SMALL_SCHEME,
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
    // As a spreadsheet works out 2.5.
    [2.5000000000000004, 'yes', ''],
    [2.50001, 'no', '超出 0.00001'],
    [2.6, 'no', '超出 0.1'],
    [null, 'unknown', ''],
  ] as const)('%s of at most 2.5', (value, answer, gap) => {
    expect(judgeOne(atMost, { nominee: { 投诉: value } })).toMatchObject({ answer, gap });
  });
});

describe('a sum of several cells', () => {
  const sum = makeCondition('points', { kind: 'sum', of: 'nominee', headings: ['自报', '平台'], atLeast: 0.3 });

  it.each([
    [0.1, 0.1, 'no', '还差 0.1'],
    [0.1, 0.2, 'yes', ''],
    [0.2, 0.2, 'yes', ''],
    [0.3, null, 'yes', ''],
    [0.1, null, 'unknown', '还差 0.2'],
    [null, null, 'unknown', '还差 0.3'],
  ] as const)('%s and %s', (self, platform, answer, gap) => {
    const reason = judgeOne(sum, { nominee: { 自报: self, 平台: platform } });
    expect(reason).toMatchObject({ answer, gap });
    expect(reason.message).toContain('“自报”为');
    expect(reason.message).toContain('“平台”为');
  });

  it('points at the cell that is blank', () => {
    expect(judgeOne(sum, { nominee: { 自报: 0.1, 平台: null } }).where.heading).toBe('平台');
  });
});

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

describe('a grade above the one that is held', () => {
  const judge = (applied: string, held: string | null) => {
    const condition = makeCondition('rise', { kind: 'outranks', heading: '原等级' });
    const scheme = {
      ...SMALL_SCHEME,
      awards: SMALL_SCHEME.awards.map((award) => ({ ...award, conditions: [condition] })),
    };
    const nominee = makeNominee(`${applied}等级`, { 原等级: held });
    const index = makeIndex(scheme, { nominees: [nominee] });
    const award = index.awardByName.get(nominee.award);
    if (!award) throw new Error('no such award');
    return makeJudge(index)(nominee, award).reasons[0];
  };

  it.each([
    ['金', '银', 'yes', '须符合rise：申报金，“原等级”为“银”'],
    ['银', '银', 'no', '须符合rise，而申报银，“原等级”为“银”'],
    ['铜', '银', 'no', '须符合rise，而申报铜，“原等级”为“银”'],
    ['金', null, 'unknown', '须符合rise，而申报金，“原等级”为空白，尚不能确定'],
    ['金', '木', 'unknown', '须符合rise，而申报金，“原等级”为“木”，尚不能确定'],
  ])('%s over %s', (applied, held, answer, message) => {
    expect(judge(applied, held)).toMatchObject({ answer, message });
  });

  it('is open for an award that is no grade', () => {
    expect(
      judgeOne(makeCondition('rise', { kind: 'outranks', heading: '原等级' }), { nominee: { 原等级: '银' } }).answer,
    ).toBe('unknown');
  });
});

describe('projects', () => {
  const condition = makeCondition('contracts', {
    kind: 'projects',
    counting: [{ heading: '验收', is: 'yes' }],
    routes: [{ total: 50 }, { largest: 30 }],
  });

  it('say what is missing on either route', () => {
    const projects = [
      makeProject(20, { 验收: true }),
      makeProject(29.5, { 验收: true }),
      makeProject(90, { 验收: false }),
    ];
    expect(judgeOne(condition, { projects })).toMatchObject({
      answer: 'no',
      gap: '合同额合计还差 0.5 万元；或最大一项还差 0.5 万元',
      found: '计入 2 项，合同额合计 49.5 万元，最大一项 29.5 万元',
    });
  });

  it('say nothing is missing where one route is reached', () => {
    expect(judgeOne(condition, { projects: [makeProject(30, { 验收: true })] })).toMatchObject({
      answer: 'yes',
      gap: '',
    });
  });
});
