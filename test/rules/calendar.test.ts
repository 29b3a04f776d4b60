import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addYears, isDay, isMonth, showDay, showMonth, writeDay, yearOf } from '../../rules/calendar.ts';
import { missing } from '../support/tools.ts';

describe('isDay', () => {
  it.each(['2024-02-29', '2000-02-29', '2024-12-31', '1900-01-01', '2099-12-31'])('%s is one', (text) => {
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
    '1899-12-31',
    '2100-01-01',
    '9999-12-31',
  ])('%j is none', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

it('isMonth knows the same years', () => {
  const known = ['1900-01', '2099-12', '1899-12', '2100-01', '2024-00', '2024-13', '2024-1', '2024-01-01'].map(isMonth);
  expect(known).toEqual([true, true, false, false, false, false, false, false]);
});

it('a day is written from its parts where there is one, of whatever year', () => {
  const written = [writeDay(2024, 2, 29), writeDay(2023, 2, 29), writeDay(9999, 12, 31), writeDay(2024, 13, 1)];
  expect(written).toEqual(['2024-02-29', null, '9999-12-31', null]);
});

describe('addYears', () => {
  it('ends a term where it ends, though nobody means that year', () => {
    expect(addYears('2099-12-31', 5)).toBe('2104-12-31');
    expect(yearOf(addYears('2099-12-31', 1))).toBe(2100);
    expect(addDays('2099-12-31', 1)).toBe('2100-01-01');
  });

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

it('days and months are shown as people write them', () => {
  expect(showDay('2024-03-05')).toBe('2024年3月5日');
  expect(showMonth('1975-03')).toBe('1975年3月');
});
