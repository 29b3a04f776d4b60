import { describe, expect, it } from 'vitest';
import { makeJudge } from '../../../rules/eligibility.ts';
import { judgeOne, makeCondition, makeIndex, makeNominee, SMALL_SCHEME } from '../../support/small-scheme.ts';

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
    ['金', null, 'unknown', '须符合rise，而申报金，“原等级”为空白，待确认'],
    ['金', '木', 'unknown', '须符合rise，而申报金，“原等级”为“木”，待确认'],
  ])('%s over %s', (applied, held, answer, message) => {
    expect(judge(applied, held)).toMatchObject({ answer, message });
  });

  it('is open for an award that is no grade', () => {
    expect(
      judgeOne(makeCondition('rise', { kind: 'outranks', heading: '原等级' }), { nominee: { 原等级: '银' } }).answer,
    ).toBe('unknown');
  });
});
