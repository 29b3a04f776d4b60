import { describe, expect, it } from 'vitest';
import { readNumberText } from '../../../workbook/intake/number-text.ts';

/** The number, or what the text may mean in words. */
function read(text: string, units?: readonly string[]): number | string {
  const reading = readNumberText(text, { units });
  return reading.number ?? reading.meanings.map(({ words }) => words).join(' / ');
}

describe('a number typed as text', () => {
  it.each([
    ['96', 96],
    ['0', 0],
    ['-0', 0],
    ['007', 7],
    ['2.5', 2.5],
    ['-3', -3],
    ['９６', 96],
    ['２．５', 2.5],
    ['－３', -3],
    ['−3', -3],
    [' 8\u3000', 8],
    ['\n8\t', 8],
    ['123456789012345', 123456789012345],
    ['+5', 5],
    ['5.', 5],
    ['8。', 8],
    ['8，', 8],
    ['.5', 0.5],
    ['8·5', 8.5],
    ['8。5', 8.5],
    ["'5", 5],
    ['1,200', 1200],
    ['１，２００', 1200],
    ['1 200', 1200],
    ['12,345,678.5', 12345678.5],
    ['1.2E3', 1200],
    ['1e0', 1],
    ['五', 5],
    ['九十二', 92],
    ['壹仟贰佰', 1200],
    ['第3', 3],
  ])('%j is %d', (text, number) => {
    expect(read(text)).toBe(number);
  });

  it.each([
    ['', ''],
    ['１２ 分', ''],
    ['8分', ''],
    ['0x10', ''],
    ['--1', ''],
    ['1-', ''],
    ['1.2.3', ''],
    ['½', ''],
    ['②', ''],
    ['NaN', ''],
    ['Infinity', ''],
    ['٣', ''],
    ['1_000', ''],
    ['1234567890123456', ''],
    ['满分', ''],
    ['优', ''],
    ['一千二', ''],
    ['一百五', ''],
    ['七八', ''],
    ['三五', ''],
    ['0,500', '0500 / 0.500'],
    ['○', ''],
    ['1 2', '12 / 1 和 2'],
    ['12 00', '1200 / 12 和 00'],
    ['1,2', '12 / 1.2'],
    ['1,20', '120 / 1.20'],
    ['1234,567', '1234567 / 1234.567'],
    ['1/2', '1 / 2'],
    ['1200/1300', '1200 / 1300'],
    ['8/8', '8 / 别的数'],
    ['8-8', '8 / 别的数'],
    ['90或92', '90 / 92'],
    ['90-92', '90 / 92'],
    ['90~92', '90 / 92'],
    ['96%', '96 / 0.96'],
    ['约1200', '1200 / 1200 上下的另一个数'],
    ['1200左右', '1200 / 1200 上下的另一个数'],
    ['1200余', '1200 / 1200 上下的另一个数'],
    ['≥1200', '1200 / 1200 上下的另一个数'],
    ['一', '1 / 没有填写'],
  ])('%j is none, or may be %j', (text, meanings) => {
    expect(read(text)).toBe(meanings);
  });
});

describe("the parts of somebody's ID number or telephone are no meanings", () => {
  it.each(['990000 19991212 5679', '138 1234 5678', '138-1234-5678', '010-62345678', '138 1234 5678 左右'])(
    '%j',
    (text) => {
      expect(read(text)).toBe('');
      expect(read(text, ['万元', '元'])).toBe('');
    },
  );
});

describe('a number with its unit', () => {
  it.each([
    ['8分', 8],
    ['8 分', 8],
    ['８分。', 8],
    ['得8分', 8],
    ['九十二分', 92],
    ['九八分', 98],
  ])('%j in 分 is %d', (text, number) => {
    expect(read(text, ['分'])).toBe(number);
  });

  it.each([
    ['276人', 276],
    ['276名', 276],
    ['共276人', 276],
    ['1,200人', 1200],
  ])('%j in 人 is %d', (text, number) => {
    expect(read(text, ['人', '名'])).toBe(number);
  });

  it.each([
    ['1200万元', 1200],
    ['1200万', 1200],
    ['1,200万元', 1200],
    ['人民币1200万元整', 1200],
    ['￥1200万', 1200],
    ['壹仟贰佰万元整', 1200],
    ['1.2亿', 12_000],
    ['二十万', 20],
    ['两亿', 20_000],
    ['二千', 2000],
    ['1.2亿元', 12_000],
    ['0.07亿', 700],
    ['1200元', '0.12 万元 / 1200 万元'],
    ['12000000元', '1200 万元 / 12000000 万元'],
    ['￥1200', '0.12 万元 / 1200 万元'],
    ['¥1,200.00', '0.12 万元 / 1200 万元'],
    ['1.2千', '0.12 万元 / 1200 万元'],
    ['约1200万', '1200 / 1200 上下的另一个数'],
    ['1200分', ''],
  ])('%j in 万元 is %j', (text, found) => {
    expect(read(text, ['万元', '万'])).toBe(found);
  });

  it('of square metres, in ten thousands', () => {
    expect([read('3.5万㎡', ['万平方米', '万㎡', '万']), read('35000平方米', ['万平方米', '万㎡', '万'])]).toEqual([
      3.5,
      '3.5 万平方米 / 35000 万平方米',
    ]);
  });
});

describe('a number of places that another becomes', () => {
  const ONES = ['1', ' 1', '１', '一', '1.', '1个', '一个', '１ 名', '01'];
  const meanings = (text: string) => {
    const reading = readNumberText(text, { units: ['个', '名'], becomes: true });
    return reading.number ?? reading.meanings.map(({ words, typed }) => `${words}=${typed ?? '?'}`).join(' / ');
  };

  it.each(['+', '＋', "'+", ' + ', '加', '增加', '增', '增补', '追加', '添', '多', '再加', '增加了', ': +'])(
    'may be 1 or 1 more with %j before it, however the 1 is written',
    (sign) => {
      expect(new Set(ONES.map((one) => meanings(sign + one)))).toEqual(new Set(['1=1 / 增加 1=?']));
    },
  );

  it.each(['-', '－', '−', '–', '减', '减少', '少', '扣减', '减少了'])(
    'may be 1 or 1 less with %j before it',
    (sign) => {
      expect(new Set(ONES.map((one) => meanings(sign + one)))).toEqual(new Set(['1=1 / 减少 1=?']));
    },
  );

  it('is read without a sign, and no other number is held for what its sign says', () => {
    expect(ONES.filter((one) => !one.startsWith('一')).map(meanings)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(['共3个', '第3', '0', '+', '加', '增加到三个', '-'].map(meanings)).toEqual([3, 3, 0, '', '', '', '']);
    expect(['+8', '＋8', '+8分', '-3'].map((text) => read(text, ['分']))).toEqual([8, 8, 8, -3]);
  });
});
