/** Returned sheets, stamped from the real blank, filled in and damaged. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadOutcome } from '../../../rules/tally/returned-file.ts';
import { listValues } from '../../../rules/tally/sheet-entries.ts';
import { findShanghai, type FullScheme } from '../../support/full-scheme.ts';
import { IntakeError } from '../../../ooxml/errors.ts';
import { openOneOfMany } from '../../../ooxml/read/open-workbook.ts';
import { PartMemory } from '../../../ooxml/read/part-memory.ts';
import { openScoreSheetReader, type ReadScoreSheets } from '../../../workbook/score-sheet/read-score-sheet.ts';
import { SCORE_SHEET_LIMITS } from '../../../workbook/score-sheet/score-sheet-limits.ts';
import { fingerprintBlank } from '../../../workbook/score-sheet/score-sheet-identity.ts';
import { layOutScoreSheet, type ScoreSheetLayout } from '../../../workbook/score-sheet/score-sheet-layout.ts';
import { listInputCells } from '../../../workbook/score-sheet/score-sheet-places.ts';
import { openScoreSheets } from '../../../workbook/score-sheet/stamp-score-sheets.ts';
import { fillingOf, fillSheet, fullFilling, liftProtection, type Filling } from '../../support/filled-sheets.ts';
import { makeZip } from '../../support/hostile-zip.ts';
import { runPython } from '../../support/python-files.ts';
import { resaveWithLibreOffice } from '../../support/resave.ts';
import { makeUnit } from '../../support/tally-files.ts';
import { missing } from '../../support/tools.ts';
import { typeCells, typed } from '../../support/typed-cells.ts';
import { unpackTexts } from '../../support/unpack.ts';

const folder = mkdtempSync(join(tmpdir(), 'returned-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let scheme: FullScheme;
let layout: ScoreSheetLayout;
let read: ReadScoreSheets;
const memory = new PartMemory(SCORE_SHEET_LIMITS);
let blank: Uint8Array;
let filled: Uint8Array;
let filling: Filling;
const unit = makeUnit('0012', '浦东', '虚构第十二单位');

beforeAll(async () => {
  scheme = await findShanghai();
  layout = layOutScoreSheet(scheme);
  read = openScoreSheetReader(layout, await fingerprintBlank(layout));
  blank = (await openScoreSheets(scheme))(unit);
  filling = fillingOf(scheme, 92, 4);
  filled = fillSheet(blank, scheme, filling);
});

/** Of the only score sheet in the file. */
function outcomeOf(bytes: Uint8Array): ReadOutcome {
  try {
    const [only, ...others] = read(openOneOfMany(bytes, '甲.xlsx', memory));
    if (!only || others.length > 0) throw new Error('not one sheet');
    return only.outcome;
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    return { kind: 'rejected', faults: [{ code: error.code, cell: null, message: error.message }], unitNumber: null };
  }
}

/** The filled sheet with some XML parts rewritten. */
function rewrite(changes: Readonly<Record<string, (xml: string) => string>>, bytes = filled): Uint8Array {
  const parts = [...unpackTexts(bytes)].map(([name, xml]) => ({ name, data: changes[name]?.(xml) ?? xml }));
  for (const [name, change] of Object.entries(changes)) {
    const xml = unpackTexts(bytes).get(name) ?? '';
    if (change(xml) === xml) throw new Error(`nothing changed in ${name}`);
  }
  return makeZip(parts);
}

const SHEET = 'xl/worksheets/sheet1.xml';

function codesOf(outcome: ReadOutcome): (readonly [string, string | null])[] {
  const remarks = outcome.kind === 'read' ? outcome.warnings : outcome.faults;
  return remarks.map(({ code, cell }) => [code, cell]);
}

describe('a filled sheet', () => {
  it('gives every score and veto state, and nothing to remark', () => {
    expect(outcomeOf(filled)).toEqual({
      kind: 'read',
      sheet: {
        sheetName: '评分指标',
        unitNumber: '0012',
        unitName: '虚构第十二单位',
        ...filling,
        application: '评优台',
      },
      warnings: [],
    });
  });

  it('may be blank: blank is not 0', () => {
    const outcome = outcomeOf(blank);
    expect(codesOf(outcome)).toEqual([['sheet-blank', 'D7']]);
    expect(outcome.kind === 'read' && new Set(Object.values(outcome.sheet.scores).flat())).toEqual(new Set([null]));
  });

  it('with one column empty is asked about once, and about nothing else in that column', () => {
    const none = { ...filling, scores: { ...filling.scores, self: filling.scores.self.map(() => null) } };
    expect(codesOf(outcomeOf(fillSheet(blank, scheme, none)))).toEqual([['self-missing', 'E7']]);
    const open = { ...none, vetoes: { ...none.vetoes, self: none.vetoes.self.map(() => 'open' as const) } };
    expect(codesOf(outcomeOf(fillSheet(blank, scheme, open)))).toEqual([['self-missing', 'E7']]);
    const unscored = { ...filling, scores: { ...filling.scores, association: none.scores.self } };
    const untouched = { ...unscored, vetoes: { ...filling.vetoes, association: open.vetoes.self } };
    expect(codesOf(outcomeOf(fillSheet(blank, scheme, untouched)))).toEqual([['association-blank', 'E7']]);
  });

  it.skipIf(missing('soffice'))('reads the same after LibreOffice has saved it', () => {
    const path = join(folder, 'returned.xlsx');
    writeFileSync(path, filled);
    const saved = outcomeOf(readFileSync(resaveWithLibreOffice(path, mkdtempSync(join(folder, 'lo-')))));
    const own = outcomeOf(filled);
    expect(saved.kind).toBe('read');
    if (saved.kind !== 'read' || own.kind !== 'read') return;
    expect(saved.warnings).toEqual([]);
    expect(saved.sheet).toEqual({ ...own.sheet, application: saved.sheet.application });
    expect(saved.sheet.application).toContain('LibreOffice');
  });

  it.skipIf(missing('openpyxl'))('reads the same after another library has saved it', () => {
    const path = join(folder, 'python.xlsx');
    writeFileSync(path, filled);
    runPython('import sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\nbook.save(sys.argv[1])', path);
    const saved = outcomeOf(readFileSync(path));
    // Some of its versions drop custom properties; the sheet is then known by its title and number.
    expect(codesOf(saved).filter(([code]) => code !== 'no-properties')).toEqual([]);
    expect(saved.kind === 'read' && saved.sheet.scores).toEqual(filling.scores);
  });
});

it('control characters in cells that people fill in, and in those they do not, are remarked and block nothing', () => {
  const words = { D7: '8\u0007', E7: '\u000b8', [layout.vetoes[0]?.stateCells.self ?? '']: '未发生\u001f' };
  const outcome = outcomeOf(fillSheet(blank, scheme, filling, words));
  expect(outcome.kind === 'read' && outcome.sheet.scores.self[0]).toBe(8);
  expect(outcome.kind === 'read' && outcome.sheet.vetoes.self[0]).toBe('clear');
  const remarks = outcome.kind === 'read' ? outcome.warnings : [];
  expect(remarks.find(({ code }) => code === 'control-character')?.message).toMatch(
    /^D7、.*E7.* 单元格里有看不见的控制字符/,
  );
  const raw = rewrite({ [SHEET]: (xml) => xml.replace('虚构第十二单位', '虚构第\u0001十二\u000b单位') });
  const named = outcomeOf(raw);
  expect(named.kind === 'read' && named.sheet.unitName).toBe('虚构第十二单位');
  expect(codesOf(named)).toEqual([
    ['white-space', 'B4'],
    ['control-character', 'B4'],
  ]);
});

describe('a cell that cannot be read is not known, and leaves the others standing', () => {
  it.each<[string, Record<string, string | number | null>, [string, string][]]>([
    ['over the maximum', { D7: 9 }, [['over-maximum', 'D7']]],
    ['below 0', { E7: -1 }, [['negative', 'E7']]],
    ['half a point where there is none', { D7: 7.5 }, [['between-steps', 'D7']]],
    ['words', { D7: '满分' }, [['not-a-number', 'D7']]],
    ['a hexadecimal number', { D7: '0x5' }, [['not-a-number', 'D7']]],
    ['a veto word that is none', { E47: '是' }, [['veto-unreadable', 'E47']]],
    [
      'several faults, all of them',
      { D7: 9, E8: -1, E47: '否' },
      [
        ['over-maximum', 'D7'],
        ['negative', 'E8'],
        ['veto-unreadable', 'E47'],
      ],
    ],
  ])('with %s', (_, cells, faults) => {
    const outcome = outcomeOf(fillSheet(blank, scheme, filling, cells));
    expect(codesOf(outcome)).toEqual(faults);
    expectOthers(outcome, Object.keys(cells));
  });

  /** All but these cells hold what was filled in, and these are neither blank nor anything else. */
  function expectOthers(outcome: ReadOutcome, faulty: readonly string[]): void {
    if (outcome.kind !== 'read') throw new Error('not taken');
    const addresses = listInputCells(layout);
    expect(outcome.sheet.unread.map((at) => addresses[at])).toEqual(faulty);
    const wanted = listValues(filling).map((value, at) => (faulty.includes(addresses[at] ?? '') ? 'unread' : value));
    expect(listValues(outcome.sheet)).toEqual(wanted);
    for (const { message } of outcome.warnings) expect(message).toContain('按未知处理，没有计入，其余各项照常计入。');
  }

  it('and several that hold the same are said once', () => {
    const outcome = outcomeOf(fillSheet(blank, scheme, filling, { D7: '满分', D9: '满分', E7: '很好' }));
    const messages = outcome.kind === 'read' ? outcome.warnings.map(({ message }) => message) : [];
    expect(messages).toHaveLength(2);
    expect(messages[0]).toMatch(/^D7、D9 单元格的“满分”/);
    expect(messages[1]).toMatch(/^E7 单元格的“很好”/);
  });

  it('with a formula where a score is due, whatever it gives', () => {
    const outcome = outcomeOf(rewrite({ [SHEET]: (xml) => xml.replace(/(<c r="D9"[^>]*>)<v>/, '$1<f>1+2</f><v>') }));
    expect(codesOf(outcome)).toEqual([['formula-in-input', 'D9']]);
    expectOthers(outcome, ['D9']);
  });

  it('with score cells merged: nobody knows whose the last value is', () => {
    const outcome = outcomeOf(
      rewrite({ [SHEET]: (xml) => xml.replace(/<mergeCells[^>]*>/, '$&<mergeCell ref="D8:D9"/>') }),
    );
    expect(codesOf(outcome)).toEqual([['merged-input', 'D8']]);
    expectOthers(outcome, ['D8', 'D9']);
  });

  it('but a sheet of which no score can be read says nothing and goes back', () => {
    const none = Object.fromEntries(
      listInputCells(layout)
        .slice(0, 2 * filling.scores.self.length)
        .map((at) => [at, '满']),
    );
    const outcome = outcomeOf(fillSheet(blank, scheme, filling, none));
    expect(outcome).toMatchObject({ kind: 'rejected', unitNumber: '0012', unitName: '虚构第十二单位' });
  });
});

describe('a sheet goes back', () => {
  it.each([
    ['a maximum', 'C9', 4],
    ['an item text', 'B9', '别的指标'],
    ['a category', 'A7', '组织体系 30分'],
    ['a veto item', 'B48', '别的事项'],
    ['a caption', 'A4', null],
  ])('with %s changed', (_, address, value) => {
    // The sheet's protection is what a user takes off first.
    const open = rewrite({ [SHEET]: (xml) => xml.replace(/<sheetProtection[^>]*\/>/, '') });
    const outcome = outcomeOf(fillSheet(open, scheme, filling, { [address]: value }));
    expect(outcome).toMatchObject({ kind: 'rejected', unitNumber: '0012' });
    expect(codesOf(outcome)).toEqual([['locked-cell-changed', address]]);
  });

  it('with rows moved, in one sentence', () => {
    const moved = rewrite({
      [SHEET]: (xml) => xml.replace(/<row r="9".*?<\/row>/s, '').replace(/<mergeCells.*<\/mergeCells>/s, ''),
    });
    expect(codesOf(outcomeOf(moved))).toEqual([
      ['locked-cell-changed', 'B9'],
      ['locked-cell-changed', 'C9'],
    ]);
  });

  it('of another scheme, edition or unit', () => {
    const CUSTOM = 'docProps/custom.xml';
    const other = rewrite({ [CUSTOM]: (xml) => xml.replace('shanghai-security-2024', 'shanghai-security-2023') });
    expect(codesOf(outcomeOf(other))).toEqual([['wrong-scheme', null]]);
    const old = rewrite({ [CUSTOM]: (xml) => xml.replace(/(name="pingyou.edition"><vt:lpwstr>)[^<]*/, '$12023') });
    expect(codesOf(outcomeOf(old))).toEqual([['wrong-edition', null]]);
    const foreign = rewrite({ [CUSTOM]: (xml) => xml.replace('<vt:lpwstr>0012<', '<vt:lpwstr>0013<') });
    expect(codesOf(outcomeOf(foreign))).toEqual([['unit-number-changed', 'D1']]);
  });

  it('with a row copied, so that nobody knows which of the two counts', () => {
    const copied = rewrite({ [SHEET]: (xml) => copyRow(xml, 9, 60) });
    const outcome = outcomeOf(insertRow(copied, 12));
    expect(codesOf(outcome)).toEqual([['layout-changed', 'B12']]);
    expect(outcome.kind === 'rejected' && outcome.faults[0]?.message).toContain('第 12 行起比发出的评分表低 1 行');
  });

  it('that is no score sheet', () => {
    const plain = rewrite({
      'docProps/custom.xml': (xml) => xml.replaceAll('pingyou.', 'other.'),
      'xl/sharedStrings.xml': (xml) => xml.replace(scheme.scoreSheet.title, '食堂菜单'),
    });
    expect(codesOf(outcomeOf(plain))).toEqual([['not-a-score-sheet', null]]);
  });
});

/** What Excel makes of a row inserted above `at`: cells and merges below it move down. */
function insertRow(bytes: Uint8Array, at: number): Uint8Array {
  const move = (row: string) => (Number(row) < at ? row : String(Number(row) + 1));
  return rewrite(
    {
      [SHEET]: (xml) =>
        xml
          .replace(/(<row r="|<c r="[A-Z]+)(\d+)"/g, (_, head: string, row: string) => `${head}${move(row)}"`)
          .replace(/<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g, (_, ...parts: string[]) => {
            const [first = '', top = '', last = '', bottom = ''] = parts;
            return `<mergeCell ref="${first}${move(top)}:${last}${move(bottom)}"`;
          }),
    },
    bytes,
  );
}

/** A copy of a row further down. */
function copyRow(xml: string, from: number, to: number): string {
  const row = new RegExp(`<row r="${from}".*?</row>`, 's').exec(xml)?.[0] ?? '';
  const copy = row.replaceAll(`${from}"`, `${to}"`);
  return xml.replace('</sheetData>', `${copy}</sheetData>`);
}

describe('a row that somebody inserted', () => {
  it('anywhere between the form’s rows is passed over, and said with its number', () => {
    for (let at = 1; at <= layout.signatureRow; at += 1) {
      const outcome = outcomeOf(insertRow(filled, at));
      expect(codesOf(outcome)).toEqual([['row-inserted', null]]);
      expect(outcome.kind === 'read' && outcome.warnings[0]?.message).toMatch(new RegExp(`^第 ${at} 行是另外插入的`));
      expect(outcome).toMatchObject({ kind: 'read', sheet: { unitNumber: '0012', ...filling } });
    }
  });

  it('may be several, and may hold words, which do not count', () => {
    const twice = insertRow(insertRow(filled, 40), 9);
    const worded = rewrite(
      {
        [SHEET]: (xml) =>
          xml.replace(
            '<row r="10"',
            '<row r="9"><c r="B9" t="inlineStr"><is><t>补充说明</t></is></c><c r="D9"><v>3</v></c></row><row r="10"',
          ),
      },
      twice,
    );
    const outcome = outcomeOf(worded);
    expect(outcome.kind === 'read' && outcome.warnings[0]?.message).toMatch(/^第 9、41 行是另外插入的/);
    expect(outcome).toMatchObject({ kind: 'read', sheet: filling });
  });
});

describe('locked texts and figures', () => {
  it('that say the same in another spelling are the same, with one note', () => {
    const open = rewrite({ [SHEET]: (xml) => xml.replace(/<sheetProtection[^>]*\/>/, '') });
    const { title } = scheme.scoreSheet;
    const respelled = title.replace(/（/g, '(').replace(/）/g, ')').replace(/(.)$/, ' $1\u200b');
    const outcome = outcomeOf(fillSheet(open, scheme, filling, { C7: ' 8 ', C9: '３', A2: respelled }));
    expect(codesOf(outcome)).toEqual([['locked-cell-spelling', 'A2']]);
    expect(outcome).toMatchObject({ kind: 'read', sheet: filling });
  });

  it('that say something else are not', () => {
    const open = rewrite({ [SHEET]: (xml) => xml.replace(/<sheetProtection[^>]*\/>/, '') });
    for (const [address, value] of [
      ['C7', '9'],
      ['C7', '8分'],
      ['C9', '-3'],
      ['A2', `${scheme.scoreSheet.title}1`],
    ] as const) {
      expect(codesOf(outcomeOf(fillSheet(open, scheme, filling, { [address]: value })))).toEqual([
        ['locked-cell-changed', address],
      ]);
    }
  });
});

describe('several sheets in one workbook', () => {
  it.skipIf(missing('openpyxl'))('are several returns, each of the unit whose number stands on it', () => {
    const path = join(folder, 'two.xlsx');
    writeFileSync(path, filled);
    const copy = "copy = book.copy_worksheet(book.active)\ncopy['D1'] = '0013'\ncopy['D7'] = 5";
    runPython(
      `import sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\n${copy}\nbook.save(sys.argv[1])`,
      path,
    );
    const found = read(openOneOfMany(readFileSync(path), '乙.xlsx', memory));
    expect(found.map(({ sheet }) => sheet)).toEqual(['评分指标', '评分指标 Copy']);
    const [first, second] = found.map(({ outcome }) => (outcome.kind === 'read' ? outcome.sheet : null));
    expect([first?.unitNumber, second?.unitNumber]).toEqual(['0012', '0013']);
    expect([first?.scores.self[0], second?.scores.self[0]]).toEqual([8, 5]);
  });
});

describe('answers beside the cells', () => {
  const COMMENTS = 'xl/comments1.xml';
  const unanswered = () => fillSheet(blank, scheme, filling, { D9: null });
  const say = (bytes: Uint8Array) => {
    const outcome = outcomeOf(bytes);
    return outcome.kind === 'read' ? outcome.warnings.map(({ code, message }) => [code, message]) : [];
  };

  it('in a comment are quoted where the cell is blank, and nowhere else', () => {
    const comment = (ref: string) => (xml: string) =>
      xml.replace(
        '</commentList>',
        `<comment ref="${ref}" authorId="0"><text><t>得 3 分</t></text></comment></commentList>`,
      );
    const [, told] = say(rewrite({ [COMMENTS]: comment('D9') }, unanswered()));
    expect(told).toEqual(['answer-in-comment', expect.stringMatching(/^D9 单元格没有得分，而批注里写着“得 3 分”/)]);
    expect(say(rewrite({ [COMMENTS]: comment('E9') }, unanswered())).map(([code]) => code)).toEqual([
      'self-score-blank',
    ]);
    expect(say(rewrite({ [COMMENTS]: comment('D9') }))).toEqual([]);
  });

  it('in a picture are said where something is blank', () => {
    const rels = 'xl/worksheets/_rels/sheet1.xml.rels';
    const relation = (id: string, kind: string, target: string) =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
    const withPicture = (bytes: Uint8Array) =>
      makeZip([
        ...[...unpackTexts(bytes)].map(([name, xml]) => ({
          name,
          data:
            name === rels
              ? xml.replace('</Rel', `${relation('rId90', 'drawing', '../drawings/drawing9.xml')}</Rel`)
              : xml,
        })),
        { name: 'xl/drawings/drawing9.xml', data: '<wsDr/>' },
        {
          name: 'xl/drawings/_rels/drawing9.xml.rels',
          data: `<Relationships xmlns="x">${relation('rId1', 'image', '../media/image1.png')}</Relationships>`,
        },
        { name: 'xl/media/image1.png', data: 'x' },
      ]);
    expect(say(withPicture(unanswered())).map(([code]) => code)).toEqual(['self-score-blank', 'answer-in-picture']);
    expect(say(withPicture(filled))).toEqual([]);
  });
});

it('rows that somebody has formatted to the end of the sheet cost a moment and nothing else', () => {
  const rows = Array.from(
    { length: 120_000 },
    (_, index) => `<row r="${index + 100}"><c r="A${index + 100}" s="1"/></row>`,
  );
  const outcome = outcomeOf(rewrite({ [SHEET]: (xml) => xml.replace('</sheetData>', `${rows.join('')}</sheetData>`) }));
  expect(outcome).toMatchObject({ kind: 'read', sheet: filling, warnings: [] });
});

describe('a sheet counts, and a person is told', () => {
  it.each<[string, Record<string, string | number | null>, [string, string | null][], number | null]>([
    [
      'full-width digits',
      { D7: '８' },
      [
        ['number-as-text', 'D7'],
        ['full-width', 'D7'],
      ],
      8,
    ],
    ['digits as text', { D7: '5' }, [['number-as-text', 'D7']], 5],
    [
      'its unit',
      { D7: '5分' },
      [
        ['number-as-text', 'D7'],
        ['unit-word', 'D7'],
      ],
      5,
    ],
    ['another word for a veto', { E47: '无' }, [['other-words', 'E47']], 8],
    ['a credit that the text does not name', { D7: 4 }, [['unnamed-credit', 'D7']], 4],
    ['a blank score', { D7: null }, [['self-score-blank', 'D7']], null],
    ['white space', { D7: '  ' }, [['self-score-blank', 'D7']], null],
    ['an open veto item', { E48: null }, [['association-veto-open', 'E48']], 8],
    ['a box that nobody has ticked', { E48: '☐ 未发生' }, [['association-veto-open', 'E48']], 8],
    ['a ticked box', { E48: '☑ 未发生' }, [['other-words', 'E48']], 8],
    ['a tick beside the box', { E48: '☐ 未发生 √' }, [['other-words', 'E48']], 8],
    ['a tick for the box', { E48: '√未发生' }, [['other-words', 'E48']], 8],
    // A crossed box alone may say that it did not happen, or that this is not so.
    ['a crossed box', { E48: '☒ 未发生' }, [['veto-unreadable', 'E48']], 8],
    ['veto items on which the two differ', { D48: '发生' }, [['veto-disagrees', 'E48']], 8],
  ])('with %s', (_, cells, warnings, first) => {
    const outcome = outcomeOf(fillSheet(blank, scheme, filling, cells));
    expect(codesOf(outcome)).toEqual(warnings);
    expect(outcome.kind === 'read' && outcome.sheet.scores.self[0]).toBe(first);
  });

  it.each([
    ['D7', 99, true, /请改正后重新报送；/],
    ['E7', 99, false, /请改正（由内保处\/科改，不用单位改）；/],
    ['D48', '或许', true, /重新报送；/],
    ['E48', '或许', false, /（由市\/区企保协会改，不用单位改）；/],
  ] as const)('a cell that cannot be read is asked of whoever fills it in: %s', (cell, value, isForUnit, said) => {
    const outcome = outcomeOf(fillSheet(blank, scheme, filling, { [cell]: value }));
    const [warning] = outcome.kind === 'read' ? outcome.warnings : [];
    expect([warning?.cell, warning?.isForUnit ?? false]).toEqual([cell, isForUnit]);
    expect(warning?.message).toMatch(said);
  });

  it.each<[string, string, (xml: string) => string, [string, string | null][]]>([
    [
      'a note beside the form',
      SHEET,
      (xml) => xml.replace(/(<row r="3".*?)<\/row>/s, '$1<c r="J3" t="inlineStr"><is><t>见附件</t></is></c></row>'),
      [['extra-content', 'J3']],
    ],
    ['hidden rows', SHEET, (xml) => xml.replace('<row r="9"', '<row r="9" hidden="1"'), [['hidden-rows', 'A9']]],
    [
      'hidden columns',
      SHEET,
      (xml) => xml.replace(/<col min="4"/, '<col hidden="1" min="4"'),
      [['hidden-columns', null]],
    ],
    [
      'another name of the sheet',
      'xl/workbook.xml',
      (xml) => xml.replaceAll('评分指标', '表一'),
      [['sheet-renamed', null]],
    ],
    [
      'sums written over',
      SHEET,
      (xml) => xml.replace(/(<c r="D38"[^>]*>)<f>.*?<\/f>(<v>.*?<\/v>)?/, '$1<v>99</v>'),
      [
        ['formula-replaced', 'D38'],
        ['stored-sum-differs', 'D38'],
      ],
    ],
    [
      'a stored sum that is not the sum',
      SHEET,
      (xml) => xml.replace(/(<c r="E38"[^>]*><f>.*?<\/f>)/, '$1<v>100</v>'),
      [['stored-sum-differs', 'E38']],
    ],
    [
      'the properties gone',
      'docProps/custom.xml',
      (xml) => xml.replaceAll('pingyou.', 'other.'),
      [['no-properties', null]],
    ],
  ])('with %s', (_, part, change, warnings) => {
    const outcome = outcomeOf(rewrite({ [part]: change }));
    expect(codesOf(outcome)).toEqual(warnings);
    expect(outcome).toMatchObject({ kind: 'read', sheet: { unitNumber: '0012', scores: filling.scores } });
  });
});

describe('what is no sound workbook goes back with the guard’s code', () => {
  it.each<[string, Uint8Array]>([
    ['pdf', Buffer.from('%PDF-1.7')],
    ['empty', new Uint8Array()],
  ])('%s', (code, bytes) => {
    expect(codesOf(outcomeOf(bytes))).toEqual([[code, null]]);
  });

  it.skipIf(missing('soffice'))('old-xls', () => {
    const path = join(folder, 'old.xlsx');
    writeFileSync(path, filled);
    const old = readFileSync(resaveWithLibreOffice(path, mkdtempSync(join(folder, 'xls-')), 'xls'));
    expect(codesOf(outcomeOf(old))).toEqual([['old-xls', null]]);
  });

  it('doctype', () => {
    const outcome = outcomeOf(rewrite({ [SHEET]: (xml) => xml.replace('<worksheet', '<!DOCTYPE a><worksheet') }));
    expect(codesOf(outcome)).toEqual([['doctype', null]]);
  });
});

it('no byte can be changed and change a value', () => {
  const own = outcomeOf(filled);
  const counts = { rejected: 0, same: 0 };
  fc.assert(
    fc.property(fc.nat(filled.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
      const flipped = filled.slice();
      flipped[at] = (flipped[at] ?? 0) ^ mask;
      const outcome = outcomeOf(flipped);
      if (outcome.kind === 'rejected') counts.rejected += 1;
      else {
        expect(outcome).toEqual(own);
        counts.same += 1;
      }
    }),
    { numRuns: 1500 },
  );
  // Nearly every byte of a zip is under a checksum.
  expect(counts.rejected).toBeGreaterThan(counts.same);
});

it('every remark is one Chinese sentence, and names its cell', () => {
  const outcome = outcomeOf(fillSheet(blank, scheme, fullFilling(scheme), { D7: 9, E8: '满', E47: '无' }));
  if (outcome.kind !== 'read') throw new Error('not taken');
  expect(outcome.warnings).toHaveLength(3);
  for (const { message, cell } of outcome.warnings) {
    expect(message).toMatch(/^[^。]*。$/);
    expect(message).toContain(cell ?? '');
  }
});

it.each([13_812_345_678, -13_812_345_678, 13_812_345_678.5, '13812345678', '138 1234 5678', '990000 19991212 5679'])(
  'an ID number or a telephone in a cell is told in no message: %j',
  (number) => {
    const outcome = outcomeOf(fillSheet(blank, scheme, filling, { D7: number, D47: String(number) }));
    const remarks = outcome.kind === 'read' ? outcome.warnings : outcome.faults;
    const told = JSON.stringify(remarks.map(({ message }) => message));
    expect(told).toContain('D7');
    expect(told).not.toMatch(/1381234|1234 和|138 和|1999/);
  },
);

it.each([
  ['a boolean', typed.boolean(true), 'TRUE'],
  ['a day', typed.date(45_292), '2024-01-01'],
  ['an ID number', '990000197001010014', '号码不显示'],
] as const)('%s where the name belongs is said to be no name', (_, text, shown) => {
  const bytes = typeCells(fillSheet(liftProtection(blank), scheme, filling, { [layout.unitNameCell]: text }));
  const outcome = outcomeOf(bytes);
  const [fault, ...others] = outcome.kind === 'rejected' ? outcome.faults : [];
  expect(others).toEqual([]);
  expect(fault?.message).toContain(`${layout.unitNameCell} 单元格的`);
  expect(fault?.message).toContain(shown);
  expect(fault?.message).toContain('不是单位名称');
  expect(fault?.message.normalize('NFKC')).not.toMatch(/\d{7}/);
});
