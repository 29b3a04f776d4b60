import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPrivateParts, hidePrivateParts } from '../../rules/public-name.ts';
import {
  ordinaryUnitName,
  readFigures,
  scripts,
  separators,
  spelledAddress,
  spelledNumber,
} from '../support/private-texts.ts';

const kindsOf = (text: string) => findPrivateParts(text).map(({ kind }) => kind);

describe('a number of seven digits', () => {
  it.each(scripts)('written in %s figures is private, and one of six is not', (_, figures) => {
    const write = (digits: string) =>
      Array.from(digits)
        .map((digit) => figures[Number(digit)] ?? '')
        .join('');
    expect(kindsOf(`样某${write('1380247')}`)).toEqual(['number']);
    expect(kindsOf(`样某${write('138024')}`)).toEqual([]);
  });

  it.each(separators.map((separator) => [JSON.stringify(separator), separator]))(
    'is private whatever its digits are parted by: %s',
    (_, separator) => {
      expect(kindsOf(`样某${Array.from('1380247').join(separator)}`)).toEqual(['number']);
      expect(kindsOf(`样某${Array.from('138024').join(separator)}`)).toEqual([]);
      expect(kindsOf(`样某${['138', '0247'].join(separator.repeat(3))}`)).toEqual(['number']);
    },
  );

  it('is two numbers where a word parts them', () => {
    expect(kindsOf('第1234号院5678室')).toEqual([]);
    expect(kindsOf('第1234号院 5678901 室')).toEqual(['number']);
  });
});

describe('names that units and people really have', () => {
  it.each([
    '上海第一百货',
    '三六三医院',
    '中国石化上海石油分公司第2012号加油站',
    '360',
    '上海市12345市民服务热线',
    '上海电话110报警服务中心',
    '中国人民解放军第四一一医院',
    'ISO9001认证（上海）公司',
    'U.S.公司上海代表处',
    'No.1 车间',
    '微信支付（上海）科技公司',
    'QQ音乐',
    '手机配件城',
    'Hotel 360',
    'iPhone12 维修部',
    '1-2号楼、3号楼业主委员会',
    '第三、第四、第五分公司',
    '买买提·艾力',
    '陆伍',
    '零一',
    '123456',
    '二〇二四年度保卫组',
  ])('%s is published', (name) => {
    expect(kindsOf(name)).toEqual([]);
    expect(hidePrivateParts(name)).toBe(name);
  });

  it('are published, whatever they are made of', () => {
    fc.assert(
      fc.property(ordinaryUnitName, (name) => {
        expect(kindsOf(name)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

it.each([
  ['样某a@b.com', 'mail'],
  ['样某＠家', 'mail'],
  ['样某 yang(at)example', 'mail'],
  ['样例公司www.example.test', 'web'],
  ['样例公司https://x', 'web'],
  ['样例公司example.com', 'web'],
  ['样例公司 qq。com', 'web'],
  ['样例公司微信1234', 'contact'],
  ['样例公司微信号：yangmou', 'contact'],
  ['样例公司微信yang2000', 'contact'],
  ['样例公司ＱＱ１２３４５', 'contact'],
  ['样例公司QQ 12 34', 'contact'],
  ['样例公司电话:8001', 'contact'],
  ['样例公司联系方式：见门卫', 'contact'],
  ['样例公司Tel. 6200', 'contact'],
  ['样例\n公司', 'line-break'],
  ['样例\r\n公司', 'line-break'],
  ['样例\u2028公司', 'line-break'],
])('%j is more than a name', (text, kind) => {
  expect(kindsOf(text)).toEqual([kind]);
});

describe('hidePrivateParts', () => {
  it('leaves the name, and says what it leaves out', () => {
    expect(hidePrivateParts('样某（电话：一三八 ００００ 0000）')).toBe('样某(（号码不显示）)');
    expect(hidePrivateParts('样某 990000 19750312 001X')).toBe('样某 （号码不显示）');
    expect(hidePrivateParts('样例有限\n公司')).toBe('样例有限公司');
    expect(hidePrivateParts('样某yang@example.com')).toBe('样某（邮箱不显示）');
  });

  it('leaves nothing of a number or an address, however it is written', () => {
    fc.assert(
      fc.property(spelledNumber, spelledAddress, ordinaryUnitName, (number, address, name) => {
        const shown = hidePrivateParts(`${name}：${number}`);
        expect(readFigures(shown)).not.toContain(readFigures(number));
        expect(kindsOf(shown)).toEqual([]);
        const other = hidePrivateParts(`${name}（${address.text}）`);
        expect(other).not.toContain(address.secret);
        expect(kindsOf(other)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
