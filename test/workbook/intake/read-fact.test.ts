import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isDay } from '../../../rules/calendar.ts';
import { idCheckCharacter, readIdNumber } from '../../../rules/id-number.ts';
import type { ColumnType, FactValue, RosterColumn } from '../../../rules/roster-column.ts';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import { FactFault, NotedFact } from '../../../workbook/intake/fact-reading.ts';
import { readFact } from '../../../workbook/intake/read-fact.ts';
import { serialOfIso } from '../../../ooxml/read/serial-date.ts';
import { handWorkbook, sheetXml } from '../../support/hand-workbook.ts';

const STYLES =
  '<styleSheet><fonts><font/><font><strike/></font></fonts><numFmts><numFmt numFmtId="164" formatCode="00000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf fontId="1"/></cellXfs></styleSheet>';

/** Reads the cell A1 written so in a file; a fault as its code. */
function read(type: ColumnType, cell: string, choices?: readonly string[]): FactValue {
  const reading = readAsIs(type, cell, choices);
  if (reading instanceof FactFault) return reading.code;
  return reading instanceof NotedFact ? reading.value : reading;
}

function readAsIs(type: ColumnType, cell: string, choices?: readonly string[]) {
  const bytes = handWorkbook({
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': sheetXml(`<row r="1">${cell}<c r="XFD1"><v>1</v></c></row>`),
  });
  const sheet = openWorkbook(bytes, '甲.xlsx').readSheet('表');
  const found = sheet.rows[0]?.cells.find(({ column }) => column === 1);
  return readFact(found, { heading: '甲', type, choices }, sheet);
}

const text = (value: string): string => `<c r="A1" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
const number = (value: string | number): string => `<c r="A1"><v>${value}</v></c>`;
const date = (serial: number): string => `<c r="A1" s="1"><v>${serial}</v></c>`;
const TRUE = '<c r="A1" t="b"><v>1</v></c>';
const ERROR = '<c r="A1" t="e"><v>#N/A</v></c>';
const UNCOMPUTED = '<c r="A1"><f>B1</f></c>';

const TYPES: ColumnType[] = [
  'text',
  'code',
  'yes-no',
  'integer',
  'points',
  'month',
  'date',
  'choice',
  'id-number',
  'credit-code',
  'phone',
];

describe.each(TYPES)('a column of type %s', (type) => {
  it('reads blank as null, never as 0 or false', () => {
    for (const blank of [
      '',
      '<c r="A1" s="1"/>',
      text(''),
      text(' \u3000\n'),
      text('\u200b'),
      '<c r="A1" t="str"><f>""</f><v></v></c>',
    ]) {
      expect(read(type, blank)).toBeNull();
    }
  });

  it('refuses errors and formulas without a result', () => {
    expect(read(type, ERROR)).toBe('error-value');
    expect(read(type, UNCOMPUTED)).toBe('uncomputed');
  });
});

describe('the columns', () => {
  it.each<[ColumnType, string, FactValue]>([
    ['text', text(' 甲 单位\u3000'), '甲 单位'],
    ['text', text('00123'), '00123'],
    ['text', number(123), '123'],
    ['text', '<c r="A1" s="2"><v>123</v></c>', '00123'],
    ['text', '<c r="A1" s="2"><v>1234567</v></c>', '1234567'],
    ['text', number(12.5), '12.5'],
    ['text', number('999999999999999'), '999999999999999'],
    ['text', number('1000000000000000'), 'digits-lost'],
    ['text', date(45356), 'date-for-text'],
    ['text', TRUE, 'not-text'],
    ['text', text('\u202e甲\u200b单位'), '甲单位'],
    ['text', text('张三 990000197503120015'), 'id-number-elsewhere'],
    ['text', text('９９００００ 19750312 001x'), 'id-number-elsewhere'],
    ['text', text('合同 990000197513120015'), '合同 990000197513120015'],

    ['code', text(' Ａ０１ 02\u200b\n'), 'A0102'],
    ['code', '<c r="A1" s="2"><v>123</v></c>', '00123'],
    ['code', text('910000197503120015'), '910000197503120015'],
    ['code', date(45356), 'date-for-text'],

    ['yes-no', text('是'), true],
    ['yes-no', text(' 否 '), false],
    ['yes-no', text('√'), true],
    ['yes-no', text('Y'), true],
    ['yes-no', text('不是'), false],
    ['yes-no', text('无'), 'not-yes-no'],
    ['yes-no', text('有'), 'not-yes-no'],
    ['yes-no', number(1), 'not-yes-no'],
    ['yes-no', TRUE, true],

    ['integer', number(0), 0],
    ['integer', number(-3), -3],
    ['integer', text('１２'), 12],
    ['integer', number(2.5), 'not-whole'],
    ['integer', text('2.0'), 2],
    ['integer', text('1e3'), 1000],
    ['integer', date(45356), 'not-a-number'],
    ['integer', TRUE, 'not-a-number'],

    ['points', number(0), 0],
    ['points', number(84.5), 84.5],
    ['points', text('８４．５'), 84.5],
    ['points', text('0x10'), 'not-a-number'],
    ['points', text('1,000'), 1000],
    ['points', text('12 分'), 'not-a-number'],
    ['points', date(45356), 'not-a-number'],
    ['points', '<c r="A1"><f>B1+1</f><v>2</v></c>', 2],

    ['month', text('1975年3月'), '1975-03'],
    ['month', number(197503), '1975-03'],
    ['month', number(1975.3), '1975-03'],
    ['month', number(1975.12), '1975-12'],
    ['month', number(1975.1), 'ambiguous-month'],
    ['month', text('1975.1'), '1975-01'],
    ['month', text('1975.10'), '1975-10'],
    ['month', date(27462), '1975-03'],
    ['month', date(0), 'not-a-month'],
    ['month', number(1975), 'not-a-month'],
    ['month', TRUE, 'not-a-month'],

    ['date', text('2024.3.5'), '2024-03-05'],
    ['date', number(20240305), '2024-03-05'],
    ['date', date(45356.75), '2024-03-05'],
    ['date', number(45356), '2024-03-05'],
    ['date', number(24707), 'not-a-date'],
    ['date', number(2024), 'not-a-date'],
    ['date', text('2024-02-30'), 'not-a-date'],
    ['date', TRUE, 'not-a-date'],
    ['date', date(2958465), 'not-a-date'],
    ['month', date(2958465), 'not-a-month'],

    ['id-number', text(' 11010119900101123X '), '11010119900101123X'],
    ['id-number', text('123'), '123'],
    ['id-number', number('110101199001011230'), 'id-as-number'],
    ['id-number', number(123), 'id-as-number'],
    ['id-number', date(45356), 'id-as-number'],
    ['id-number', TRUE, 'not-text'],

    ['credit-code', text('91999999MA0000001N'), '91999999MA0000001N'],
    ['credit-code', text(' 91999999ma0000001n\n'), '91999999MA0000001N'],
    ['credit-code', text('９１９９９９９９ＭＡ００００００１Ｎ'), '91999999MA0000001N'],
    ['credit-code', text('91 999999 MA0000001 N'), '91999999MA0000001N'],
    ['credit-code', text('91-999999-MA0000001-N'), '91999999MA0000001N'],
    ['credit-code', text('\u200b91999999MA0000001N\ufeff'), '91999999MA0000001N'],
    ['credit-code', text('’91999999MA0000001N'), '91999999MA0000001N'],
    ['credit-code', text('无'), null],
    ['credit-code', text('—'), null],
    ['credit-code', text('91999999MA0000001'), 'credit-code'],
    ['credit-code', text('91999999MA0000001P'), 'credit-code'],
    ['credit-code', text('91999999MA0000010N'), 'credit-code'],
    ['credit-code', text('91999999MAOOOOOO1N'), 'credit-code'],
    ['credit-code', text('310115000012345'), 'credit-code'],
    ['credit-code', text('91999999MA0000001N、91999999MA0000002R'), 'credit-code'],
    ['credit-code', number('914403001922038216'), 'digits-lost'],
    ['credit-code', number(0), 'digits-lost'],
    ['credit-code', date(45356), 'digits-lost'],
    ['credit-code', TRUE, 'not-text'],

    ['phone', text('021-55550000'), '021-55550000'],
    ['phone', number(13800000000), '13800000000'],
    ['phone', text('990000197503120015'), 'id-number-elsewhere'],
    ['phone', TRUE, 'not-text'],
  ])('%s of %s reads %j', (type, cell, value) => {
    expect(read(type, cell)).toBe(value);
  });

  it('choice takes one of its words, whatever their width and white space', () => {
    const words = ['男', '女', 'A（一）', '1'];
    expect(read('choice', text(' 男 '), words)).toBe('男');
    expect(read('choice', text('Ａ(一)'), words)).toBe('A（一）');
    expect(read('choice', number(1), words)).toBe('1');
    expect(read('choice', text('男性'), words)).toBe('not-a-choice');
    expect(read('choice', TRUE, words)).toBe('not-a-choice');
  });
});

it.each([
  ['一', ['1', '没有填写']],
  ['无', ['0', '没有填写']],
  ['—', ['0', '没有填写']],
  ['/', ['0', '没有填写']],
  ['8/8', ['8', '别的数']],
] as const)('%s in a column of numbers may be %j', (written, words) => {
  for (const type of ['number', 'integer', 'points'] as const) {
    const bytes = handWorkbook({ 'xl/worksheets/sheet1.xml': sheetXml(`<row r="1">${text(written)}</row>`) });
    const sheet = openWorkbook(bytes, '甲.xlsx').readSheet('表');
    const reading = readFact(sheet.rows[0]?.cells[0], { heading: '甲', type }, sheet);
    expect(reading instanceof FactFault ? reading.meanings.map((each) => each.words) : reading).toEqual(words);
  }
});

/** 45611 is 2024-11-15 without its format, and 45-6-11 without its separators; 45356 has no month of its own. */
it.each([
  ['date', 45611, ['2024-11-15', '45 年 6 月 11 日']],
  ['month', 45611, ['2024-11', '45 年 6 月 11 日']],
  ['date', 24121, ['1966-01-14', '24 年 1 月 21 日']],
  ['date', 45000, '2023-03-15'],
  ['date', 45356, '2024-03-05'],
] as const)('in a column of a %s, %d may be %j', (type, written, words) => {
  const bytes = handWorkbook({ 'xl/worksheets/sheet1.xml': sheetXml(`<row r="1">${number(written)}</row>`) });
  const sheet = openWorkbook(bytes, '甲.xlsx').readSheet('表');
  const reading = readFact(sheet.rows[0]?.cells[0], { heading: '甲', type }, sheet);
  if (reading instanceof FactFault) {
    expect(reading.meanings.map((each) => each.words)).toEqual(words);
    // A single candidate would be filled in.
    expect(reading.candidates).toEqual([]);
  } else expect(reading instanceof NotedFact ? reading.value : reading).toBe(words);
});

/** Of the calendar there is one: what a text, a date cell and an ID number tell of a day is what `rules/calendar.ts` knows. */
it('every door knows the same days', () => {
  const days = fc.oneof(
    fc.integer({ min: -10_000, max: 90_000 }).map((after) => addDays('1899-12-30', after)),
    fc
      .tuple(fc.integer({ min: 1880, max: 2120 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-')),
    fc.constantFrom('1900-02-29', '2000-02-29', '2100-02-29', '9999-12-31', '1899-12-31', '2100-01-01'),
  );
  fc.assert(
    fc.property(days, (day) => {
      const known = isDay(day);
      const first = `990000${day.replaceAll('-', '')}001`;
      expect(read('date', text(day))).toBe(known ? day : 'not-a-date');
      expect(read('month', text(day))).toBe(known ? day.slice(0, 7) : 'not-a-month');
      expect(readIdNumber(first + idCheckCharacter(first)).birthMonth).toBe(known ? day.slice(0, 7) : null);
      const serial = serialOfIso(day, false);
      if (serial !== undefined) expect(read('date', date(serial))).toBe(known ? day : 'not-a-date');
    }),
  );
});

describe('统一社会信用代码', () => {
  const sheet = openWorkbook(handWorkbook({ 'xl/worksheets/sheet1.xml': sheetXml('') }), '甲.xlsx').readSheet('表');
  const column: RosterColumn = { heading: '统一社会信用代码', type: 'credit-code' };
  const readText = (written: string) =>
    readFact({ kind: 'text', text: written, column: 1, style: 0, formula: false }, column, sheet);

  it('is noted in another spelling, and read from what the note would write', () => {
    const kindsOf = (written: string) => {
      const reading = readText(written);
      if (!(reading instanceof NotedFact)) return [];
      expect(readText(String(reading.canonical))).toBe(reading.value);
      return reading.notes.map(({ kind }) => kind);
    };
    expect(kindsOf('91999999MA0000001N')).toEqual([]);
    expect(kindsOf(' 91999999MA0000001N')).toEqual(['white-space']);
    expect(kindsOf('91999999ma0000001n')).toEqual(['credit-code-form']);
    expect(kindsOf('９１９９９９９９ＭＡ００００００１Ｎ')).toEqual(['credit-code-form']);
    expect(kindsOf('91999999\u200bma0000001n')).toEqual(['unseen-character', 'credit-code-form']);
    expect(kindsOf('无')).toEqual(['placeholder']);
  });

  it.each<[string, readonly string[]]>([
    ['91999999MAOOOOOO1N', ['91999999MA0000001N']],
    ['9l999999MA0000001N', []],
    ['9I999999MAooooooIn', ['91999999MA0000001N']],
    ['91999999MAOOOOOO1P', []],
    ['91999999MA0000001P', []],
    ['91999999MA000001N', []],
  ])('%s is never read; candidates %j', (written, candidates) => {
    const reading = readText(written);
    expect(reading).toBeInstanceOf(FactFault);
    expect(reading instanceof FactFault && reading.candidates).toEqual(candidates);
  });
});

describe('a text of which a part is struck out', () => {
  const run = (font: string, part: string) => `<r><rPr>${font}</rPr><t xml:space="preserve">${part}</t></r>`;
  /** The text with the letters from `from` to `to` struck out. */
  const strike = (value: string, from: number, to: number) =>
    `<c r="A1" t="inlineStr"><is>${run('', value.slice(0, from))}${run('<strike/>', value.slice(from, to))}${run('', value.slice(to))}</is></c>`;
  const stretches = (value: string) =>
    Array.from(value).flatMap((_, from) =>
      Array.from(value.slice(from)).map((__, at) => [from, from + at + 1] as const),
    );

  it.each<[ColumnType, string]>([
    ['yes-no', '不是'],
    ['choice', '未发生'],
    ['integer', '120'],
    ['number', '12.5'],
    ['points', '96'],
    ['month', '1980年12月'],
    ['date', '2024-12-20'],
  ])('is no answer in a column of type %s, wherever it is struck out: %s', (type, value) => {
    const choices = ['未发生', '发生'];
    expect(read(type, text(value), choices)).not.toBe('struck-in-part');
    const parts = stretches(value).filter(([from, to]) => to - from < value.length);
    const found = parts.map(([from, to]) => read(type, strike(value, from, to), choices));
    expect(new Set(found)).toEqual(new Set(['struck-in-part']));
    expect(read(type, strike(value, 1, 1), choices)).toEqual(read(type, text(value), choices));
  });

  it.each<[ColumnType, string]>([
    ['text', '虚构公司'],
    ['code', '160028'],
    ['phone', '虚构'],
  ])('is read in a column of type %s, where its row is asked about', (type, value) => {
    for (const [from, to] of stretches(value))
      if (to - from < value.length) expect(read(type, strike(value, from, to))).toBe(read(type, text(value)));
  });
});

describe('a value that is struck out as a whole', () => {
  const byRuns = (value: string) => `<c r="A1" t="inlineStr"><is><r><rPr><strike/></rPr><t>${value}</t></r></is></c>`;
  const byCell = (cell: string) => cell.replace('<c r="A1"', '<c r="A1" s="3"');

  it.each(TYPES)('is none in a column of type %s, whatever stands there, and that is noted', (type) => {
    const choices = ['未发生', '发生'];
    for (const value of ['未发生', '是', '96', '2024-12-20', '1980-12', '虚构公司', '990000197503120015', '看情况']) {
      for (const cell of [byRuns(value), byCell(text(value)), byCell(number(96)), byCell(TRUE)]) {
        const reading = readAsIs(type, cell, choices);
        expect(reading).toBeInstanceOf(NotedFact);
        expect(reading).toMatchObject({ value: null, canonical: '', notes: [{ kind: 'struck-out' }] });
      }
    }
    for (const blank of [byCell(text(' ')), byRuns('\u3000'), byCell('<c r="A1"></c>')])
      expect(readAsIs(type, blank)).toBeNull();
  });
});
