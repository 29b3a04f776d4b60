import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { SHEET } from '../../../rules/roster-cell.ts';
import { columnsOf } from '../../../rules/roster-columns.ts';
import type { Facts, FactValue } from '../../../rules/roster-column.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { makeSampleRoster } from '../../../jobs/sample/make-sample-roster.ts';
import { findScheme } from '../../support/templates.ts';
import { columnLetters } from '../../../ooxml/read/cell-address.ts';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import { readMasterRoster, readSchemeId } from '../../../workbook/roster/read-master-roster.ts';
import { writeMasterRoster } from '../../../workbook/roster/write-master-roster.ts';
import { readWithOpenpyxl, runPython } from '../../support/python-files.ts';
import { missing } from '../../support/tools.ts';

/** Those of the Shanghai scheme. */
const SHEETS = ['memberUnits', 'scores', 'nominees', 'decisions', 'overrides', 'sequence'] as const;
type Tables = Record<(typeof SHEETS)[number], readonly Facts[]>;
const NO_ROWS: Tables = { memberUnits: [], scores: [], nominees: [], decisions: [], overrides: [], sequence: [] };
const REMARKS = ['本文件是虚构的。'];

let folder: string;
let scheme: Scheme;
let tables: Tables;
/** The first rows alone, where reading thousands proves no more. */
let few: Tables;
let bytes: Uint8Array;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'roster-'));
  scheme = await findScheme('shanghai-security-2024');
  tables = makeSampleRoster(scheme, { seed: 3, flawed: true }).tables;
  const first = (rows: readonly Facts[]) => rows.slice(0, 20);
  few = {
    memberUnits: first(tables.memberUnits),
    scores: first(tables.scores),
    nominees: first(tables.nominees),
    decisions: first(tables.decisions),
    overrides: first(tables.overrides),
    sequence: first(tables.sequence),
  };
  bytes = await writeMasterRoster(scheme, few, REMARKS);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
afterEach(() => vi.useRealTimers());

function save(name: string, content: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

function row(facts: Record<string, FactValue>): Facts {
  return new Map(Object.entries(facts));
}

/** What the cells of the sheet should hold, by address. */
function expectedCells(key: keyof Tables): Record<string, string | number> {
  const cells: Record<string, string | number> = {};
  columnsOf(key, scheme).forEach(({ heading }, index) => {
    const letters = columnLetters(index + 1);
    cells[`${letters}1`] = heading;
    tables[key].forEach((facts, at) => {
      const value = facts.get(heading) ?? null;
      if (value === null) return;
      cells[`${letters}${at + 2}`] = typeof value === 'boolean' ? (value ? '是' : '否') : value;
    });
  });
  return cells;
}

/** All cells as openpyxl reads them, by sheet and address; too much to come through a pipe. */
function readCells(file: string) {
  const answer = `${file}.json`;
  runPython(
    `import sys, json, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
cells = {sheet.title: {cell.coordinate: cell.value for row in sheet for cell in row if cell.value is not None}
         for sheet in book.worksheets}
json.dump(cells, open(sys.argv[2], 'w'))`,
    file,
    answer,
  );
  const CELLS = z.record(z.string(), z.record(z.string(), z.union([z.string(), z.number()])));
  return CELLS.parse(JSON.parse(readFileSync(answer, 'utf8')));
}

describe('our own reader', () => {
  test('finds the scheme and every fact again', async () => {
    const clean = makeSampleRoster(scheme, { seed: 3, flawed: false });
    const workbook = openWorkbook(await writeMasterRoster(scheme, clean.tables), '总名册.xlsx');
    expect(readSchemeId(workbook)).toBe(scheme.id);
    const { roster } = readMasterRoster(workbook, scheme);
    expect(roster.problems).toEqual([]);
    const read = (rows: readonly { facts: Facts }[]) => rows.map(({ facts }) => Object.fromEntries(facts));
    const given = (rows: readonly Facts[]) => rows.map((facts) => Object.fromEntries(facts));
    expect(read(roster.memberUnits)).toEqual(given(clean.tables.memberUnits));
    expect(read(roster.nominees)).toEqual(given(clean.tables.nominees));
    expect(roster.scores).toHaveLength(clean.tables.scores.length);
  });

  test('reads a roster without rows, and the sheets in their order', async () => {
    const workbook = openWorkbook(await writeMasterRoster(scheme, NO_ROWS), '空.xlsx');
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      '说明',
      '会员单位',
      '评分',
      '推荐名单',
      '决定',
      '名额调整',
      '行业序列',
    ]);
    expect(readMasterRoster(workbook, scheme).roster.nominees).toEqual([]);
  });
});

test('the same rows give the same bytes on another day', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:10Z') });
  const later = await writeMasterRoster(scheme, few, REMARKS);
  expect(Buffer.compare(later, bytes)).toBe(0);
});

describe.skipIf(missing('openpyxl'))('openpyxl', () => {
  test('reads every value of every sheet as it was given', async () => {
    const file = save('full.xlsx', await writeMasterRoster(scheme, tables, REMARKS));
    const shown = readCells(file);
    for (const key of SHEETS) expect(shown[SHEET[key]], key).toEqual(expectedCells(key));
    expect(Object.values(shown[SHEET.scheme] ?? {})).toContain('本文件是虚构的。');
  });

  test('finds text where text was given, whatever it looks like', async () => {
    const unit = row({ 编号: '000123', 全称: '=1+1', 所属: '浦东', 行业序列: '_x0041_' });
    const shown = readWithOpenpyxl(
      save('text.xlsx', await writeMasterRoster(scheme, { ...NO_ROWS, memberUnits: [unit] })),
    );
    const sheet = shown[SHEET.memberUnits];
    expect([sheet?.['A2'], sheet?.['C2']]).toEqual([
      ['text', '000123'],
      ['text', '浦东'],
    ]);
    expect(sheet?.['B2']).toEqual(['text', '=1+1']);
  });

  test('finds numbers of units, ID numbers and phones in text format, below the last row as well', () => {
    const formats = inspect(`
sheet = book['${SHEET.nominees}']
columns = {cell.value: cell.column_letter for cell in sheet[1]}
last = sheet.max_row
print(json.dumps([[heading, sheet[columns[heading] + '2'].number_format, sheet.column_dimensions[columns[heading]].number_format]
                  for heading in ['单位编号', '身份证号', '联系电话', '出生年月']]))
`);
    expect(formats).toEqual(['单位编号', '身份证号', '联系电话', '出生年月'].map((heading) => [heading, '@', '@']));
  });

  test('finds the heading frozen, filtered and explained', () => {
    const seen = inspect(`
print(json.dumps([[sheet.title, sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows,
                   [cell.comment.text for cell in sheet[1] if cell.comment]] for sheet in book.worksheets[1:]]))
`);
    const expected = SHEETS.map((key) => {
      const columns = columnsOf(key, scheme);
      const freeze = {
        memberUnits: 'C2',
        scores: 'C2',
        nominees: 'D2',
        decisions: 'C2',
        overrides: 'A2',
        sequence: 'A2',
      }[key];
      const lastRow = Math.max(few[key].length + 1, 2);
      const about = columns.flatMap((column) => column.about ?? []);
      return [SHEET[key], freeze, `A1:${columnLetters(columns.length)}${lastRow}`, '$1:$1', about];
    });
    expect(seen).toEqual(expected);
  });

  test('finds one validation for each column that has one, down past the last row', () => {
    const seen = z.array(z.tuple([z.string(), z.string(), z.string(), z.string()])).parse(
      inspect(`
print(json.dumps([[sheet.title, str(v.sqref), v.type, str(v.formula1)] for sheet in book.worksheets
                  for v in sheet.data_validations.dataValidation]))
`),
    );
    const places = seen.map(([sheet, range]) => `${sheet} ${range}`);
    expect(new Set(places).size).toBe(places.length);
    const lastNominee = few.nominees.length + 1;
    for (const [sheet, range] of seen) {
      expect(range, sheet).toMatch(/^([A-Z]+)2:\1\d+$/);
      const end = Number(/\d+$/.exec(range)?.[0]);
      if (sheet === SHEET.nominees) expect(end).toBeGreaterThan(lastNominee);
    }
    const award = columnLetters(columnsOf('nominees', scheme).findIndex(({ heading }) => heading === '奖项') + 1);
    expect(seen).toContainEqual([
      SHEET.nominees,
      `${award}2:${award}${lastNominee + 10_000}`,
      'list',
      `"${scheme.awards.map(({ name }) => name).join(',')}"`,
    ]);
    const sequenceRange = seen.find(([sheet, range]) => sheet === SHEET.memberUnits && range.startsWith('D2:'));
    expect(sequenceRange?.[3]).toBe("'行业序列'!$A$2:$A$201");
    const states = seen.filter(([sheet, , , formula]) => sheet === SHEET.scores && formula === '"未发生,发生,未确认"');
    expect(states).toHaveLength(5);
  });

  function inspect(program: string): unknown {
    const file = save('inspected.xlsx', bytes);
    return JSON.parse(
      runPython(`import sys, json, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\n${program}`, file),
    );
  }
});
