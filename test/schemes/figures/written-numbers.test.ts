import { describe, expect, test } from 'vitest';
import { readDates } from '../../../schemes/figures/written-dates.ts';
import { readNumbers } from '../../../schemes/figures/written-numbers.ts';
import { plainText } from '../../../schemes/figures/written-text.ts';

/** The numbers as `numerator/denominator`, shares with a mark. */
function numbersOf(text: string): string[] {
  return readNumbers(readDates(plainText(text)).rest).map(
    ({ value: { numerator, denominator }, isPart, isOrdinal }) => {
      const number = denominator === 1 ? String(numerator) : `${numerator}/${denominator}`;
      return `${isOrdinal ? '第' : ''}${number}${isPart ? '份' : ''}`;
    },
  );
}

describe('the numbers of a Chinese text', () => {
  test.each<[string, string[]]>([
    ['85 分及以上', ['85']],
    ['满分１００分、８５分', ['100', '85']],
    ['4.5分', ['45/10']],
    ['1,200 家，100，200', ['1200', '100', '200']],
    ['8 杨浦 425 13 5 8 9', ['8', '425', '13', '5', '8', '9']],
    ['会员单位数 3%', ['3/100份']],
    ['总数30％以内', ['30/100份']],
    ['按 1/2 计', ['1/2份']],
    ['三分之一', ['1/3份']],
    ['百分之三十', ['30/100份']],
    ['以半分计', ['1/2份']],
    ['50万平方米', ['50', '500000']],
    ['五十万平方米', ['500000', '50']],
    ['1.5 亿元', ['15/10', '1500000000/10']],
    ['两项（含）以上', ['2']],
    ['贰级（含）以上', ['2']],
    ['近三年（含三年）以上', ['3', '3']],
    ['十佳，十二家，二十，一百零五，两千三百', ['10', '12', '20', '105', '2300']],
    ['拾万元', ['100000', '10']],
    ['一二等奖', []],
    ['万元', []],
    ['第十一届，第 2 项', ['第11', '第2']],
    ['一式2份', ['1', '2']],
    // dates are no numbers
    ['2024年12月30日前送达 3 份', ['3']],
    ['两项以上 2024 年 1 月-11 月期间', ['2']],
    ['公示 7 日', ['7']],
    ['在 30 日内', ['30']],
  ])('%s', (text, numbers) => {
    expect(numbersOf(text)).toEqual(numbers);
  });
});
