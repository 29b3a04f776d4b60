import { describe, expect, test } from 'vitest';
import { readDates } from '../../../schemes/figures/written-dates.ts';
import { plainText } from '../../../schemes/figures/written-text.ts';

/** First and last day of everything that the text names; days of any year without it. */
function daysOf(text: string): string[] {
  return readDates(plainText(text)).named.map(({ first, last, hasYear }) => {
    const cut = (day: string) => (hasYear ? day : day.slice(5));
    return first === last ? cut(first) : `${cut(first)}~${cut(last)}`;
  });
}

describe('the dates of a Chinese text', () => {
  test.each<[string, string[]]>([
    ['于2024年12月30日前', ['2024-12-30']],
    ['于２０２４年１２月３０日前', ['2024-12-30']],
    ['二〇二四年十二月三十日', ['2024-12-30']],
    ['2024-12-30，2024.1.5，2024/02/29', ['2024-12-30', '2024-01-05', '2024-02-29']],
    ['2021年12月31日—2022年1月15日', ['2021-12-31', '2022-01-15']],
    ['2022年1月15日—31日', ['2022-01-15', '2022-01-31']],
    ['2022年1月15日至2月3日', ['2022-01-15', '2022-02-03']],
    ['2024 年 1 月-11 月期间', ['2024-01-01~2024-01-31', '2024-11-01~2024-11-30']],
    ['2024 年 2 月', ['2024-02-01~2024-02-29']],
    ['2024 年度承建过', ['2024-01-01~2024-12-31']],
    ['2021-2022 年度', ['2021-01-01~2021-12-31', '2022-01-01~2022-12-31']],
    ['2022年1月上旬、2022年1月中旬', ['2022-01-01~2022-01-10', '2022-01-11~2022-01-20']],
    ['2023年2月下旬', ['2023-02-21~2023-02-28']],
    ['每年 3 月 1 日至 5 月 31 日', ['03-01', '05-31']],
    ['12月30日前', ['12-30']],
    // no dates
    ['在 30 日内，公示 7 日，成立 5 年，近三个月', []],
    ['2024年13月', []],
    ['2024年2月30日', []],
    ['12024年', []],
  ])('%s', (text, days) => {
    expect(daysOf(text)).toEqual(days);
  });
});

test.each<[string, (string | null)[]]>([
  ['2024 年 1 月-11 月期间', ['first', 'last']],
  ['每年 3 月 1 日至 5 月 31 日', ['first', 'last']],
  ['2022年1月15日—31日', ['first', 'last']],
  ['自2024年12月1日起至30日止', ['first', 'last']],
  ['2022年1月上旬、2022年1月中旬', [null, null]],
  ['1月15日和31日', [null, null]],
  ['于2024年12月30日前', [null]],
  ['1月15日至31日，公示从2月3日开始', ['first', 'last', null]],
])('%s has the ends', (text, ends) => {
  expect(readDates(plainText(text)).named.map(({ end }) => end)).toEqual(ends);
});
