import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addYears, isDay, showDay, yearOf } from '../../rules/calendar.ts';
import { missing } from '../support/tools.ts';

describe('isDay', () => {
  it.each(['2024-02-29', '2000-02-29', '2024-12-31', '1800-01-01', '2199-12-31'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-1-1',
    '20240101',
    '',
    '2024-02-30x',
    '1799-12-31',
    '2200-01-01',
    '9999-12-31',
  ])('%j is none', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe('addYears', () => {
  it.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2023-02-28', 1, '2024-02-28'],
    ['2024-12-31', -1, '2023-12-31'],
    ['2024-02-29', -1, '2023-02-28'],
  ])('%s and %i years are %s', (day, years, wanted) => {
    expect(addYears(day, years)).toBe(wanted);
  });

  it('refuses what is no day', () => {
    expect(() => addYears('2023-02-29', 1)).toThrow(RangeError);
    expect(() => yearOf('')).toThrow(RangeError);
  });
});

describe('addDays', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-01-01', -1, '2023-12-31'],
    ['2024-03-31', 30, '2024-04-30'],
  ])('%s and %i days are %s', (day, days, wanted) => {
    expect(addDays(day, days)).toBe(wanted);
  });

  it.skipIf(missing('openpyxl'))('counts as the calendar of Python does', () => {
    const spans = fc.sample(fc.tuple(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -400, max: 400 })), 200);
    const script =
      'import datetime,json,sys\nprint(json.dumps([str(datetime.date(1990,1,1)+datetime.timedelta(a+b)) for a,b in json.load(sys.stdin)]))';
    const wanted: unknown = JSON.parse(
      execFileSync('/usr/bin/python3', ['-c', script], { input: JSON.stringify(spans), encoding: 'utf8' }),
    );
    expect(spans.map(([start, days]) => addDays(addDays('1990-01-01', start), days))).toEqual(wanted);
  });
});

it('days are shown as people write them', () => {
  expect(showDay('2024-03-05')).toBe('2024年3月5日');
});
