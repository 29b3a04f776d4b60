/** Numbers and addresses in the many ways in which people write them, and a reader that knows these ways and nothing of the program's own. */
import fc from 'fast-check';

/** The figures 0 to 9 of a script; several code points to one figure where it takes them. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  ascii: Array.from('0123456789'),
  'full width': Array.from('０１２３４５６７８９'),
  chinese: Array.from('〇一二三四五六七八九'),
  spoken: Array.from('零幺二三四五六七八九'),
  cheque: Array.from('零壹贰叁肆伍陆柒捌玖'),
  traditional: Array.from('零壹貳參肆伍陸柒捌玖'),
  circles: Array.from('○一二三四五六七八九'),
  circled: Array.from('⓪①②③④⑤⑥⑦⑧⑨'),
  'negative circled': Array.from('⓿❶❷❸❹❺❻❼❽❾'),
  superscript: Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹'),
  subscript: Array.from('₀₁₂₃₄₅₆₇₈₉'),
  'arabic-indic': Array.from('٠١٢٣٤٥٦٧٨٩'),
  persian: Array.from('۰۱۲۳۴۵۶۷۸۹'),
  devanagari: Array.from('०१२३४५६७८९'),
  thai: Array.from('๐๑๒๓๔๕๖๗๘๙'),
  tibetan: Array.from('༠༡༢༣༤༥༦༧༨༩'),
  mongolian: Array.from('᠐᠑᠒᠓᠔᠕᠖᠗᠘᠙'),
  mathematical: Array.from('𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'),
  segmented: Array.from('🯰🯱🯲🯳🯴🯵🯶🯷🯸🯹'),
  keycap: Array.from('0123456789').map((figure) => `${figure}\uFE0F\u20E3`),
  radical: Array.from('〇⼀⼆三四五六七⼋九'),
};

/** What people put between figures, seen and unseen. */
const SEPARATORS = [
  '',
  '',
  ' ',
  '-',
  '.',
  '\u00A0',
  '\u3000',
  '\u200B',
  '\u200D',
  '\uFEFF',
  '\u2060',
  '\u00AD',
  '\u3164',
].concat(['－', '—', '–', '·', '．', '_', '/', '*', '(', '）', '、', 'ー', '　- ', '\u202E', '\uFE0F', '\t']);

const FIGURE = new Map(
  Object.values(SCRIPTS).flatMap((figures) => figures.map((figure, value) => [figure, String(value)] as const)),
);
const ANY_FIGURE = new RegExp([...FIGURE.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu');

/** Digits of a text in all these spellings as plain digits, everything else taken out. */
export function readFigures(text: string): string {
  return [...text.matchAll(ANY_FIGURE)].map(([figure]) => FIGURE.get(figure) ?? '').join('');
}

/** The text with its figures in plain digits, and nothing between digits but the letters that stand there. */
export function foldFigures(text: string): string {
  return text
    .replace(ANY_FIGURE, (figure) => FIGURE.get(figure) ?? '')
    .replace(/(?<=\d)(?:[^\p{L}\d]|\p{Lm}|\u3164)+(?=\d)/gu, '');
}

export const scripts = Object.entries(SCRIPTS);
export const separators = [...new Set(SEPARATORS)];

const digit = fc.integer({ min: 0, max: 9 });
/** A telephone, an account, or as many digits as an ID number; not all alike, so that it is not found by chance. */
const number = fc
  .constantFrom(7, 8, 11, 12, 15, 18)
  .chain((length) => fc.array(digit, { minLength: length, maxLength: length }))
  .filter((figures) => new Set(figures.slice(0, 7)).size > 4);

/** A number of seven digits and more, each in a script of its own or all in one, grouped at will. */
export const spelledNumber = number.chain((figures) =>
  fc
    .record({
      one: fc.constantFrom(...Object.values(SCRIPTS)),
      each: fc.array(fc.constantFrom(...Object.values(SCRIPTS)), {
        minLength: figures.length,
        maxLength: figures.length,
      }),
      mixed: fc.boolean(),
      gaps: fc.array(fc.constantFrom(...SEPARATORS), { minLength: figures.length, maxLength: figures.length }),
    })
    .map(({ one, each, mixed, gaps }) =>
      figures
        .map((figure, at) => ((mixed ? each[at] : one)?.[figure] ?? '') + (gaps[at] ?? ''))
        .join('')
        .trim(),
    ),
);

const account = fc.stringMatching(/^[a-z]{4,8}[0-9]{1,4}$/);

/** An address or an account by which somebody can be reached, and the word that must not be found. */
export const spelledAddress = fc
  .record({
    account,
    write: fc.constantFrom<(name: string) => string>(
      (name) => `${name}@qq.com`,
      (name) => `${name}＠163.com`,
      (name) => `${name}(at)example.org`,
      (name) => `https://${name}.example`,
      (name) => `www.${name}.example`,
      (name) => `微信：${name}`,
      (name) => `ＱＱ号 ${name}x9`,
    ),
  })
  .map(({ account: secret, write }) => ({ text: write(secret), secret }));

/** Units as they are really called, with numbers of up to six digits. */
export const ordinaryUnitName = fc
  .record({
    place: fc.constantFrom('上海', '上海市', '内蒙古', '新疆维吾尔自治区', '中国', ''),
    brand: fc.constantFrom(
      '第一百货',
      '三六三',
      '样例',
      '三一',
      '七匹狼',
      '五四',
      '陆家嘴',
      '伍德',
      'ABC',
      '百二河',
      '四川一品',
    ),
    number: fc.oneof(
      fc.constant(''),
      fc.integer({ min: 0, max: 999_999 }).map((value) => `第${value}号`),
      fc.integer({ min: 1, max: 999_999 }).map(String),
      fc.constantFrom('二〇一二', '三十六', '（二期）', '12-3号', '一二三四五六', '２０２４年'),
    ),
    kind: fc.constantFrom(
      '加油站',
      '医院',
      '有限公司',
      '股份有限公司上海分公司',
      '中学',
      '（集团）公司',
      '小区业主委员会',
      '研究所',
    ),
  })
  .map(({ place, brand, number: middle, kind }) => `${place}${brand}牌${middle}${kind}`);
