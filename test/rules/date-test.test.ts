import { describe, expect, it } from 'vitest';
import { referenceOf, testDate, type DateTest } from '../../rules/date-test.ts';

const CASES: readonly [DateTest, reference: string | null, day: string, answer: 'yes' | 'no'][] = [
  [{ kind: 'between', from: '2024-01-01', to: '2024-11-30' }, null, '2023-12-31', 'no'],
  [{ kind: 'between', from: '2024-01-01', to: '2024-11-30' }, null, '2024-01-01', 'yes'],
  [{ kind: 'between', from: '2024-01-01', to: '2024-11-30' }, null, '2024-11-30', 'yes'],
  [{ kind: 'between', from: '2024-01-01', to: '2024-11-30' }, null, '2024-12-01', 'no'],
  [{ kind: 'between', to: '2021-12-31' }, null, '1990-01-01', 'yes'],
  [{ kind: 'between', to: '2021-12-31' }, null, '2022-01-01', 'no'],
  [{ kind: 'between', from: '2021-12-31' }, null, '2099-01-01', 'yes'],
  [{ kind: 'yearly', from: '03-01', to: '05-31' }, null, '2024-02-29', 'no'],
  [{ kind: 'yearly', from: '03-01', to: '05-31' }, null, '2024-03-01', 'yes'],
  [{ kind: 'yearly', from: '03-01', to: '05-31' }, null, '2031-05-31', 'yes'],
  [{ kind: 'yearly', from: '03-01', to: '05-31' }, null, '2031-06-01', 'no'],
  [{ kind: 'years-before', years: 5, at: '申报日期' }, '2024-11-15', '2019-11-14', 'yes'],
  [{ kind: 'years-before', years: 5, at: '申报日期' }, '2024-11-15', '2019-11-15', 'yes'],
  [{ kind: 'years-before', years: 5, at: '申报日期' }, '2024-11-15', '2019-11-16', 'no'],
  [{ kind: 'within-years', years: 1, before: '申报日期' }, '2024-11-15', '2023-11-14', 'no'],
  [{ kind: 'within-years', years: 1, before: '申报日期' }, '2024-11-15', '2023-11-15', 'yes'],
  [{ kind: 'within-years', years: 1, before: '申报日期' }, '2024-11-15', '2024-11-15', 'yes'],
  [{ kind: 'within-years', years: 1, before: '申报日期' }, '2024-11-15', '2024-11-16', 'no'],
  [{ kind: 'not-before', at: '申报日期' }, '2024-05-31', '2024-05-30', 'no'],
  [{ kind: 'not-before', at: '申报日期' }, '2024-05-31', '2024-05-31', 'yes'],
  [{ kind: 'not-before', at: '申报日期' }, '2024-05-31', '2024-06-01', 'yes'],
  [{ kind: 'within-days', days: 30, after: '变更日期' }, '2024-03-01', '2024-02-29', 'no'],
  [{ kind: 'within-days', days: 30, after: '变更日期' }, '2024-03-01', '2024-03-01', 'yes'],
  [{ kind: 'within-days', days: 30, after: '变更日期' }, '2024-03-01', '2024-03-31', 'yes'],
  [{ kind: 'within-days', days: 30, after: '变更日期' }, '2024-03-01', '2024-04-01', 'no'],
  [{ kind: 'earlier-year', than: '申报日期' }, '2024-03-01', '2023-12-31', 'yes'],
  [{ kind: 'earlier-year', than: '申报日期' }, '2024-03-01', '2024-01-01', 'no'],
  [{ kind: 'earlier-year', than: '申报日期' }, '2024-03-01', '2025-01-01', 'no'],
];

describe('testDate', () => {
  it.each(CASES)('%j with %s: %s is %s', (test, reference, day, answer) => {
    expect(testDate(test, day, reference)).toBe(answer);
  });

  it.each(CASES.filter(([, reference]) => reference !== null))(
    '%j is open without either date',
    (test, reference, day) => {
      expect(testDate(test, null, reference)).toBe('unknown');
      expect(testDate(test, day, null)).toBe('unknown');
      expect(testDate(test, '2024-02-30', reference)).toBe('unknown');
      expect(testDate(test, day, '2024-02-30')).toBe('unknown');
      expect(referenceOf(test)).toMatch(/日期$/);
    },
  );

  it.each(CASES.filter(([, reference]) => reference === null))('%j is open without its date', (test) => {
    expect(testDate(test, '', null)).toBe('unknown');
    expect(testDate(test, 20240101, null)).toBe('unknown');
    expect(referenceOf(test)).toBeNull();
  });
});

it('a stopgap far in the future proves no age', () => {
  const test: DateTest = { kind: 'years-before', years: 5, at: '申报日期' };
  expect(testDate(test, '9999-12-31', '2024-11-15')).toBe('unknown');
  expect(testDate({ kind: 'within-days', days: 30, after: '变更日期' }, '2024-11-15', '9999-12-31')).toBe('unknown');
});
