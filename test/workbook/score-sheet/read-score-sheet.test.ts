/** Returned sheets, stamped from the real blank, filled in and damaged. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadOutcome } from '../../../rules/tally/returned-file.ts';
import { findShanghai, type FullScheme } from '../../support/full-scheme.ts';
import {
  openFileReader,
  openScoreSheetReader,
  type ReadReturnedFile,
} from '../../../workbook/score-sheet/read-score-sheet.ts';
import { fingerprintBlank } from '../../../workbook/score-sheet/score-sheet-identity.ts';
import { layOutScoreSheet, type ScoreSheetLayout } from '../../../workbook/score-sheet/score-sheet-layout.ts';
import { openScoreSheets } from '../../../workbook/score-sheet/stamp-score-sheets.ts';
import { fillingOf, fillSheet, fullFilling, type Filling } from '../../support/filled-sheets.ts';
import { makeZip } from '../../support/hostile-zip.ts';
import { runPython } from '../../support/python-files.ts';
import { resaveWithLibreOffice } from '../../support/resave.ts';
import { makeUnit } from '../../support/tally-files.ts';
import { missing } from '../../support/tools.ts';
import { unpackTexts } from '../../support/unpack.ts';

const folder = mkdtempSync(join(tmpdir(), 'returned-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let scheme: FullScheme;
let layout: ScoreSheetLayout;
let read: ReadReturnedFile;
let blank: Uint8Array;
let filled: Uint8Array;
let filling: Filling;
const unit = makeUnit('0012', '浦东', '虚构第十二单位');

beforeAll(async () => {
  scheme = await findShanghai();
  layout = layOutScoreSheet(scheme);
  read = openFileReader(openScoreSheetReader(layout, await fingerprintBlank(layout)));
  blank = (await openScoreSheets(scheme))(unit);
  filling = fillingOf(scheme, 92, 4);
  filled = fillSheet(blank, scheme, filling);
});

const outcomeOf = (bytes: Uint8Array): ReadOutcome => read(bytes, '甲.xlsx').outcome;

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
  expect(named.kind === 'read' && named.sheet.unitName).toBe('虚构第十二\n单位');
  expect(codesOf(named)).toEqual([['control-character', 'B4']]);
});

describe('a sheet goes back', () => {
  it.each<[string, Record<string, string | number | null>, [string, string][]]>([
    ['over the maximum', { D7: 9 }, [['over-maximum', 'D7']]],
    ['below 0', { E7: -1 }, [['negative', 'E7']]],
    ['half a point where there is none', { D7: 7.5 }, [['between-steps', 'D7']]],
    ['words', { D7: '满分' }, [['not-a-number', 'D7']]],
    ['an exponent', { D7: '1e0' }, [['not-a-number', 'D7']]],
    ['a hexadecimal number', { D7: '0x5' }, [['not-a-number', 'D7']]],
    ['a veto word that is none', { E47: '没有' }, [['veto-unreadable', 'E47']]],
    [
      'several faults, all of them',
      { D7: 9, E8: -1, E47: '无' },
      [
        ['over-maximum', 'D7'],
        ['negative', 'E8'],
        ['veto-unreadable', 'E47'],
      ],
    ],
  ])('with %s', (_, cells, faults) => {
    const outcome = outcomeOf(fillSheet(blank, scheme, filling, cells));
    expect(outcome.kind).toBe('rejected');
    expect(codesOf(outcome)).toEqual(faults);
  });

  it('with a formula where a score is due, whatever it gives', () => {
    const outcome = outcomeOf(rewrite({ [SHEET]: (xml) => xml.replace(/(<c r="D9"[^>]*>)<v>/, '$1<f>1+2</f><v>') }));
    expect(codesOf(outcome)).toEqual([['formula-in-input', 'D9']]);
  });

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
    const shifted = rewrite({
      [SHEET]: (xml) =>
        xml.replace(/(<row r="|<c r="[A-Z]+)(\d+)"/g, (all, head: string, row: string) => {
          return Number(row) < 10 ? all : `${head}${Number(row) + 1}"`;
        }),
    });
    expect(codesOf(outcomeOf(shifted))).toEqual([['layout-changed', 'B10']]);
  });

  it('with score cells merged', () => {
    const outcome = outcomeOf(
      rewrite({ [SHEET]: (xml) => xml.replace(/<mergeCells[^>]*>/, '$&<mergeCell ref="D8:D9"/>') }),
    );
    expect(codesOf(outcome)).toEqual([['merged-input', 'D8']]);
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

  it.skipIf(missing('openpyxl'))('that holds two score sheets', () => {
    const path = join(folder, 'two.xlsx');
    writeFileSync(path, filled);
    const copy = 'book.copy_worksheet(book.active)';
    runPython(
      `import sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\n${copy}\nbook.save(sys.argv[1])`,
      path,
    );
    expect(codesOf(outcomeOf(readFileSync(path)))).toEqual([['several-score-sheets', 'A2']]);
  });

  it('that is no score sheet', () => {
    const plain = rewrite({
      'docProps/custom.xml': (xml) => xml.replaceAll('pingyou.', 'other.'),
      'xl/sharedStrings.xml': (xml) => xml.replace(scheme.scoreSheet.title, '食堂菜单'),
    });
    expect(codesOf(outcomeOf(plain))).toEqual([['not-a-score-sheet', null]]);
  });
});

describe('a sheet counts, and a person is told', () => {
  it.each<[string, Record<string, string | number | null>, [string, string | null][], number | null]>([
    ['full-width digits', { D7: '８' }, [['number-as-text', 'D7']], 8],
    ['digits as text', { D7: ' 5 ' }, [['number-as-text', 'D7']], 5],
    ['a credit that the text does not name', { D7: 4 }, [['unnamed-credit', 'D7']], 4],
    ['a blank score', { D7: null }, [['self-score-blank', 'D7']], null],
    ['white space', { D7: '  ' }, [['self-score-blank', 'D7']], null],
    ['an open veto item', { E48: null }, [['association-veto-open', 'E48']], 8],
    ['veto items on which the two differ', { D48: '发生' }, [['veto-disagrees', 'E48']], 8],
  ])('with %s', (_, cells, warnings, first) => {
    const outcome = outcomeOf(fillSheet(blank, scheme, filling, cells));
    expect(codesOf(outcome)).toEqual(warnings);
    expect(outcome.kind === 'read' && outcome.sheet.scores.self[0]).toBe(first);
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
      'another blank',
      'docProps/custom.xml',
      (xml) => xml.replace(/[0-9a-f]{64}/, '0'.repeat(64)),
      [['other-blank', null]],
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
    ['not-a-workbook', Buffer.from('%PDF-1.7')],
    ['not-a-workbook', new Uint8Array()],
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
  if (outcome.kind !== 'rejected') throw new Error('taken');
  for (const { message, cell } of outcome.faults) {
    expect(message).toMatch(/^[^。]*。$/);
    expect(message).toContain(cell ?? '');
  }
});
