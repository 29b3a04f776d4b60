import { expect, it } from 'vitest';
import { checkExperts } from '../../../rules/checks/experts.ts';
import type { Expert, ExpertScore } from '../../../rules/master-roster.ts';
import { CITED_SCHEME, COLLECTIVE, listNominees, showFindings } from '../../support/rows-by-hand.ts';
import { CITE } from '../../support/small-scheme.ts';

const scheme = { ...CITED_SCHEME, expertReview: { maximum: { value: 100, cite: CITE }, ownEmployer: CITE } };

function find(experts: readonly Partial<Expert>[], scores: readonly Partial<ExpertScore>[] = []) {
  return showFindings(
    checkExperts,
    {
      nominees: listNominees(COLLECTIVE, {}, {}),
      experts: experts.map((expert, index) => ({
        row: index + 2,
        name: `专家${index + 2}`,
        employer: '研究院',
        unitNumber: '',
        ...expert,
      })),
      expertScores: scores.map((score, index) => ({
        row: index + 2,
        application: 'A2',
        expert: '专家2',
        points: 90,
        ...score,
      })),
    },
    scheme,
  );
}

it('an expert has a name of the own, whatever the employers, and an employer', () => {
  expect(find([{}, {}])).toEqual([]);
  expect(
    find([
      { name: '甲', employer: '一院' },
      { name: ' 甲', employer: '二院' },
    ]),
  ).toEqual(['expert-namesake 3:姓名 2:姓名 ()']);
  expect(find([{ name: '甲' }, { name: '甲' }, { name: '甲' }])).toEqual([
    'expert-namesake 3:姓名 2:姓名 ()',
    'expert-namesake 4:姓名 2:姓名 ()',
  ]);
  expect(find([{ employer: '' }])).toEqual(['expert-employer-blank? 2:工作单位 ()']);
  expect(find([{ employer: '', unitNumber: 'U9' }])).toEqual([]);
});

it.each([
  [{ points: 100 }, []],
  [{ points: 0 }, []],
  [{ points: 100.01 }, ['expert-score-out-of-range 2:得分 (2)']],
  [{ points: 90.005 }, ['expert-score-out-of-range 2:得分 (2)']],
  [{ points: null }, ['expert-score-blank? 2:得分 (2)']],
  [{ expert: '外人' }, ['expert-unknown 2:专家 (2)']],
  [{ expert: '' }, ['expert-unknown 2:专家 (2)']],
] as const)('a score %j', (score, findings) => {
  expect(find([{}], [score])).toEqual(findings);
});

it('an expert scores nobody of the own unit, by its number or its name', () => {
  const own = ['expert-own-employer 2:专家 (2)'];
  expect(find([{ unitNumber: 'U2' }], [{}])).toEqual(own);
  expect(find([{ employer: '虚构公司2' }], [{}])).toEqual(own);
  expect(find([{ employer: '虚构公司2', unitNumber: 'U9' }], [{}])).toEqual(own);
  expect(find([{ employer: '虚构公司3' }], [{}])).toEqual([]);
});

it('of several scores of one expert for one application none counts, and that is said once', () => {
  expect(find([{}], [{}, { application: 'A3' }, {}])).toEqual(['expert-score-twice 4:专家 2:专家 (2)']);
});
