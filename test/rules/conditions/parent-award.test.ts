import { expect, it } from 'vitest';
import { makeJudge } from '../../../rules/eligibility.ts';
import type { Nominee } from '../../../rules/master-roster.ts';
import { makeAward, makeCondition, makeIndex, makeNominee, makeScheme } from '../../support/small-scheme.ts';

const staff = makeCondition('staff', { kind: 'fact', of: 'nominee', heading: '人员', test: { atLeast: 3 } });
const parent = makeAward('inn', '民宿', [staff]);
const child = makeAward('crew', '班组', [makeCondition('from-inn', { kind: 'parent-award', award: 'inn' })]);

const inn = (staffed: number | null, change: Partial<Nominee> = {}): Nominee => ({
  ...makeNominee(parent.name, { 人员: staffed }),
  ...change,
});

function judge(...parents: readonly Nominee[]): string {
  const crew = { ...makeNominee(child.name), row: 9 };
  const index = makeIndex(makeScheme([parent, child]), { nominees: [crew, ...parents] });
  const [reason] = makeJudge(index)(crew, child).reasons;
  return `${reason?.answer ?? ''} ${reason?.message ?? ''}`;
}

it.each([
  [3, 'yes 所在单位的民宿等级推荐（推荐名单第 2 行）符合条件'],
  [2, 'no 所在单位的民宿等级推荐（推荐名单第 2 行）不符合条件'],
  [null, 'unknown 所在单位的民宿等级推荐（推荐名单第 2 行）还有待确认的事项'],
])('a nomination of the same unit with %s', (staffed, reason) => {
  expect(judge(inn(staffed))).toBe(reason);
});

it('there is none of another unit, of another award, or of none', () => {
  const none = 'no 所在单位未被推荐为民宿等级';
  expect(judge()).toBe(none);
  expect(judge(inn(3, { unitNumber: '2' }))).toBe(none);
  expect(judge(inn(3, { award: '别的等级' }))).toBe(none);
});

it('of two nominations of the unit one that is eligible is enough, and it is named', () => {
  expect(judge(inn(2), inn(3, { row: 3 }))).toBe('yes 所在单位的民宿等级推荐（推荐名单第 3 行）符合条件');
  expect(judge(inn(2), inn(null, { row: 3 }))).toBe(
    'unknown 所在单位的民宿等级推荐（推荐名单第 3 行）还有待确认的事项',
  );
});
