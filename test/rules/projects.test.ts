import { describe, expect, it } from 'vitest';
import {
  countProjects,
  describeRouteGap,
  judgeRoutes,
  type ProjectFilter,
  type ProjectRoute,
} from '../../rules/projects.ts';
import { makeProject } from '../support/small-scheme.ts';

const TOTAL_OR_THREE = [{ total: 500 }, { count: 3, largest: 200 }];
const answer = (amounts: readonly (number | null)[], routes: readonly ProjectRoute[] = TOTAL_OR_THREE) => {
  const projects = amounts.map((wan) => makeProject(wan));
  return judgeRoutes(
    countProjects(projects, [], () => null),
    routes,
  );
};

describe('either of two routes', () => {
  it.each([
    ['no project', [], 'no'],
    ['a total just below', [499.99], 'no'],
    ['a total on the line', [500], 'yes'],
    ['a total on the line in parts', [166.67, 166.67, 166.66], 'yes'],
    ['three, the largest on the line', [200, 0.01, 0.01], 'yes'],
    ['three, the largest just below', [199.99, 100, 100], 'no'],
    ['two, the largest above', [250, 100], 'no'],
    ['four, none large', [100, 100, 100, 100], 'no'],
    ['fractions that only exact sums add up', [0.1, 0.2, 499.7], 'yes'],
    ['an amount that nobody wrote down', [100, null], 'unknown'],
    ['an amount that makes no difference', [500, null], 'yes'],
  ] as const)('%s: %j', (_, amounts, wanted) => {
    expect(answer(amounts)).toBe(wanted);
  });

  it('a limit with a fraction is reached by a contract of just that sum', () => {
    for (const [limit, below] of [
      [4.03, 4.029999],
      [1.1, 1.099999],
      [8.2, 8.199999],
    ] as const) {
      expect([limit, below].map((wan) => answer([wan], [{ largest: limit }]))).toEqual(['yes', 'no']);
      expect([limit, below].map((wan) => answer([wan], [{ total: limit }]))).toEqual(['yes', 'no']);
      expect(describeRouteGap({ count: 1, totalFen: 0, largestFen: 0 }, { total: limit })).toContain(
        `还差 ${limit} 万元`,
      );
    }
  });

  it('one more project may still be missing though an amount is open', () => {
    expect(answer([null, 100], [{ count: 3, largest: 200 }])).toBe('no');
  });
});

describe('what counts', () => {
  const counting: readonly ProjectFilter[] = [
    { heading: '完工', date: { kind: 'within-years', years: 1, before: '申报' } },
    { heading: '验收', is: 'yes' },
  ];
  const lookUp = (heading: string) => (heading === '申报' ? '2024-11-15' : null);
  const judge = (cells: Parameters<typeof makeProject>[1]) => {
    const counted = countProjects([makeProject(30, cells)], counting, lookUp);
    return { ...counted, answer: judgeRoutes(counted, [{ largest: 30 }]) };
  };

  it.each([
    ['a day too early', { 完工: '2023-11-14', 验收: true }, 'no'],
    ['on the first day', { 完工: '2023-11-15', 验收: true }, 'yes'],
    ['on the last day', { 完工: '2024-11-15', 验收: true }, 'yes'],
    ['a day too late', { 完工: '2024-11-16', 验收: true }, 'no'],
    ['not accepted', { 完工: '2024-01-01', 验收: false }, 'no'],
    ['perhaps accepted', { 完工: '2024-01-01', 验收: null }, 'unknown'],
    ['of an unknown day', { 完工: null, 验收: true }, 'unknown'],
    ['of an unknown day, and not accepted', { 完工: null, 验收: false }, 'no'],
  ] as const)('a project %s', (_, cells, wanted) => {
    const { answer: found, sure, open } = judge(cells);
    expect(found).toBe(wanted);
    expect(sure.count).toBe(wanted === 'yes' ? 1 : 0);
    expect(open).toHaveLength(wanted === 'unknown' ? 1 : 0);
  });
});

it('says what each route lacks', () => {
  const sums = { count: 2, totalFen: 480_500_000, largestFen: 199_990_000 };
  expect(TOTAL_OR_THREE.map((route) => describeRouteGap(sums, route))).toEqual([
    '合同额合计还差 19.5 万元',
    '还差 1 项，最大一项还差 0.01 万元',
  ]);
  expect(
    describeRouteGap({ count: 3, totalFen: 500_000_000, largestFen: 200_000_000 }, { count: 3, largest: 200 }),
  ).toBe('');
});
