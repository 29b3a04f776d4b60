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

it('a name that is passed without a closer look would pass that look', () => {
  const pieces = [
    '沪',
    '电话',
    '微信',
    '薇信号',
    '加微',
    '号',
    '第',
    '々',
    '一',
    '〇',
    '零',
    '○',
    '3',
    '80',
    '（',
    ')',
    '·',
  ];
  const name = fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(name, (text) => {
      // No text with a blank is passed at once.
      expect(findPrivateParts(text)).toEqual(findPrivateParts(`${text} `));
    }),
    { numRuns: 3000 },
  );
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
    // what looks like the dodges below, and is none
    '微信WeChat Pay服务中心',
    'WeChat Pay',
    'QQ Music',
    'QQ Mail 上海代表处',
    '微信ABC科技公司',
    '添加微量元素研究所',
    '安徽信息工程学校',
    '白薇信息技术公司',
    '加V充电站',
    '沃尔沃VX商用车公司',
    '138号大院',
    '138号0013室',
    '1号2号3号4号5号6号7号楼',
    '15号院2024年10月15日保卫组',
    '1949年10月1日纪念馆',
    'OIL2000石油公司',
    '360OIL',
    '10000 Oil',
    '2024 oil',
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
  ['样例wechat abc', 'contact'],
  ['样例薇信 abc', 'contact'],
  ['样例薇信abc商行', 'contact'],
  ['样例V信abc', 'contact'],
  ['样例加微abc123', 'contact'],
  ['样例加微 abc商行', 'contact'],
  ['样例加V：abc', 'contact'],
  ['样例微信 yangmou', 'contact'],
  ['样例（微信yangmou）', 'contact'],
  ['样例☎62345', 'contact'],
  ['样例☎ 6234', 'contact'],
  ['样例📱13800', 'contact'],
  ['样例13800O138OO', 'number'],
  ['样例I38OOI38OOO', 'number'],
  ['样例138 OO13 8OO0', 'number'],
  ['样例138号0013号8000', 'number'],
  ['样例138的0013的8000商行', 'number'],
  ['样例一三八的零零一三的八零零零', 'number'],
  ['第一二三四五六七中学', 'number'],
  ['样例\n公司', 'line-break'],
  ['样例\r\n公司', 'line-break'],
  ['样例\u2028公司', 'line-break'],
])('%j is more than a name', (text, kind) => {
  expect(kindsOf(text)).toEqual([kind]);
});

describe('hidePrivateParts', () => {
  it('leaves the name, and says what it leaves out', () => {
    expect(hidePrivateParts('样某（电话：一三八 ００００ 0000）')).toBe('样某（号码不显示）');
    expect(hidePrivateParts('样某 990000 19750312 001X')).toBe('样某 （号码不显示）');
    expect(hidePrivateParts('样例⒈⒊⒏⒈⒊⒏⒈商行')).toBe('样例（号码不显示）商行');
    expect(hidePrivateParts('样例138的0013的8000商行')).toBe('样例（号码不显示）商行');
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
