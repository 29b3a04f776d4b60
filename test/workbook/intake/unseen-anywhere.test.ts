/** Characters that nobody sees, put anywhere into any cell, change no value, and are told; whatever the column asks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RosterColumn } from '../../../rules/roster-column.ts';
import { textKey } from '../../../rules/same-text.ts';
import { columnsOf } from '../../../rules/roster-columns.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { sheetsOf } from '../../../rules/sheets.ts';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import type { Cell } from '../../../ooxml/read/sheet-content.ts';
import { FactFault, NotedFact } from '../../../workbook/intake/fact-reading.ts';
import { readFact } from '../../../workbook/intake/read-fact.ts';
import { handWorkbook, sheetXml } from '../../support/hand-workbook.ts';
import { SIXTH } from '../../support/scheme-sample.ts';
import { findScheme } from '../../support/templates.ts';

const sheet = openWorkbook(handWorkbook({ 'xl/worksheets/sheet1.xml': sheetXml('') }), '甲.xlsx').readSheet('表');
const cellOf = (text: string): Cell => ({ kind: 'text', text, column: 1, style: 0, formula: false });

const between = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
/** Seen by nobody, and no blank. */
const NOTHING = [
  ...between(0x200b, 0x200f),
  ...between(0x202a, 0x202e),
  ...between(0x2060, 0x2064),
  ...between(0x2066, 0x206f),
  ...between(0xfe00, 0xfe0f),
  '\u{e0100}',
  '\u{e01ef}',
  '\u00ad',
  '\ufeff',
  '\u034f',
  '\u061c',
];
/** A blank that does not look otherwise than one. */
const BLANK = '\u00a0';

/** What people write in a column, right and wrong, beside any text at all. */
const TEXTS: Readonly<Record<RosterColumn['type'], readonly string[]>> = {
  text: ['虚构某厂', '甲（城）客栈', 'A 厂', '无', '—', '张 三', '一'],
  code: ['080001', '0042', 'A-08', '2031-0001', '160028.0', '1.6E+05', '/'],
  'yes-no': ['是', '否', '√', '☑是 □否', '无', '有', '待定', '是否'],
  integer: ['12', '12个', '1,200', '十二', '约12', '12.5', '1 2', '-3', '1.6E+05'],
  number: ['12.5', '1,200.5', '1200元', '1200万元', '0.5', '3/4', '1 200', '一'],
  points: ['8', '8分', '8.5', '+8', '得8分', '8/10', '无', '-1'],
  month: ['1966-09', '1966.9', '1966年9月', '66.9', '1966.1', '1966年9月生', '24707'],
  date: ['2024-07-07', '24.7.7', '2024年7月7日', '45480', '3/4/2024', '2024-7-7 00:00:00'],
  choice: ['未发生', '发生', '同意', '不同意', '男性', '☑男 □女'],
  'id-number': ['990000197503050017', '99000019750305001x', '123'],
  'credit-code': ['91999999MA0000001N'],
  phone: ['021-12345678', '13800000000', '１３８'],
};

interface Read {
  readonly value: unknown;
  readonly meanings: readonly string[];
  readonly isTold: boolean;
}

/** A fault is told, and a note is. */
function read(text: string, column: RosterColumn): Read {
  const reading = readFact(cellOf(text), column, sheet);
  if (reading instanceof FactFault) {
    return { value: reading.code, meanings: reading.meanings.map(({ words }) => words), isTold: true };
  }
  if (reading instanceof NotedFact) return { value: reading.value, meanings: [], isTold: true };
  return { value: reading, meanings: [], isTold: false };
}

/** One of each way of reading, from the scheme that has every sheet; words of choices come along. */
function listColumns(scheme: Scheme): RosterColumn[] {
  const all = sheetsOf(scheme).flatMap((key) => columnsOf(key, scheme));
  const byShape = new Map(
    all.map((column) => [
      JSON.stringify([column.type, column.breaks, column.adverse, column.units, column.choices]),
      column,
    ]),
  );
  return [...byShape.values()];
}

const columns = listColumns(await findScheme(SIXTH.id, SIXTH.folder));

describe.each(columns.map((column) => ({ name: `${column.heading}（${column.type}）`, column })))(
  '$name',
  ({ column }) => {
    const texts = fc.oneof(
      fc.constantFrom(...TEXTS[column.type], ...(column.choices ?? TEXTS[column.type])),
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789.-/年月日元万分个是否无√甲（） ')), maxLength: 12 }),
    );
    /** The text in pieces, an unseen character between two of them. */
    const strewn = (unseen: readonly string[]) =>
      fc
        .tuple(texts, fc.array(fc.tuple(fc.nat(), fc.constantFrom(...unseen)), { minLength: 1, maxLength: 4 }))
        .map(([text, marks]) => {
          const letters = Array.from(text);
          for (const [at, mark] of marks) letters.splice(at % (letters.length + 1), 0, mark);
          return { text, odd: letters.join('') };
        });

    const expectSame = (odd: string, seen: string, text: string) => {
      const [plain, marked] = [read(seen, column), read(odd, column)];
      expect(marked.value).toEqual(plain.value);
      expect(marked.meanings).toEqual(plain.meanings);
      // A cell in which nothing is to be seen is blank, and blank is blank.
      if (text.trim() !== '') expect(marked.isTold).toBe(true);
    };

    it('reads the same with what nobody sees anywhere in it, and says so', () => {
      fc.assert(
        fc.property(strewn(NOTHING), ({ text, odd }) => {
          expectSame(odd, text, text);
        }),
        { numRuns: 200 },
      );
    });

    it('reads a blank that does not break as the blank that it looks like', () => {
      fc.assert(
        fc.property(strewn([BLANK]), ({ text, odd }) => {
          expectSame(odd, odd.replaceAll(BLANK, ' '), text);
        }),
        { numRuns: 200 },
      );
    });
  },
);

it('names are compared without it too, wherever a text is not read by a column', () => {
  const names = fc.constantFrom('甲（城）客栈', '虚构第1-2分厂', 'A 厂', '上海虚构機械廠');
  fc.assert(
    fc.property(names, fc.nat(), fc.constantFrom(...NOTHING, BLANK), (name, at, mark) => {
      const letters = Array.from(name);
      letters.splice(at % (letters.length + 1), 0, mark);
      const isBetweenDigits = mark === BLANK && /\d\u00a0\d/.test(letters.join(''));
      if (!isBetweenDigits) expect(textKey(letters.join(''))).toBe(textKey(name));
    }),
    { numRuns: 300 },
  );
});
