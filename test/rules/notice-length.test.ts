import { expect, it } from 'vitest';
import { findWeekendEnd, judgeNoticeLength } from '../../rules/notice-length.ts';

it.each([
  [null, null, false, null],
  [null, null, true, 'open'],
  [5, null, true, null],
  [5, 4, true, 'too-few'],
  [5, 5, false, null],
  [null, 1, true, null],
  [null, 99, true, null],
  [null, 0, false, 'unfit'],
  [null, 100, false, 'unfit'],
  [5, 6.5, true, 'unfit'],
  [5, Number.NaN, true, 'unfit'],
])('ruled %j, said %j, day known %j: %j', (ruled, days, hasDay, fault) => {
  expect(judgeNoticeLength(ruled, days, hasDay)).toBe(fault);
});

// 2024-12-13 was a Friday.
it.each([
  [5, '2024-12-15', '星期日', 6],
  [4, '2024-12-14', '星期六', 6],
  [3, null, null, null],
  [6, null, null, null],
])('put up on 10 December 2024 for %j days: %j', (days, last, weekday, longer) => {
  expect(findWeekendEnd('2024-12-10', days)).toEqual(last === null ? null : { last, weekday, days: longer });
  if (longer !== null) expect(findWeekendEnd('2024-12-10', longer)).toBeNull();
});

// 7 September 2024, the 99th day after 31 May, was a Saturday.
it.each([
  ['2024-05-31', 99, '星期六'],
  ['2024-06-01', 98, '星期六'],
  ['2024-06-01', 99, '星期日'],
  ['2024-06-02', 97, '星期六'],
  ['2024-06-02', 98, '星期日'],
])('offers no length that is refused: put up on %s for %d days', (published, days, weekday) => {
  const end = findWeekendEnd(published, days);
  expect(end?.weekday).toBe(weekday);
  const monday = days + (weekday === '星期六' ? 2 : 1);
  expect(end?.days).toBe(judgeNoticeLength(null, monday, true) === null ? monday : null);
});
