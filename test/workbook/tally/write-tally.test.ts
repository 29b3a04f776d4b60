import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EarlierTally, Tally } from '../../../rules/tally/tally.ts';
import { listValues } from '../../../rules/tally/sheet-entries.ts';
import { findShanghai, type FullScheme } from '../../support/full-scheme.ts';
import { cellAddress } from '../../../ooxml/read/cell-address.ts';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import { patchWorkbook } from '../../../ooxml/patch/patch-workbook.ts';
import type { ScoreWrite } from '../../../workbook/roster/fill-roster-scores.ts';
import { readTally } from '../../../workbook/tally/read-tally.ts';
import { layOutScoreSheet } from '../../../workbook/score-sheet/score-sheet-layout.ts';
import { writeTally } from '../../../workbook/tally/write-tally.ts';
import { fillingOf, fullFilling, withoutSelf } from '../../support/filled-sheets.ts';
import { recalculate, toPdfPages } from '../../support/libreoffice.ts';
import { readWithOpenpyxl } from '../../support/python-files.ts';
import { makeFile, makeUnit, tallyOf } from '../../support/tally-files.ts';
import { missing } from '../../support/tools.ts';
import { typeCells, typed } from '../../support/typed-cells.ts';
import { unpackTexts } from '../../support/unpack.ts';

const folder = mkdtempSync(join(tmpdir(), 'tally-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Nobody's: the region 990000 was never assigned. */
const ID_NUMBER = '990000197503050017';

let scheme: FullScheme;
let tally: Tally;
let bytes: Uint8Array;

const write = (of: Tally) =>
  writeTally(of, {
    layout: layOutScoreSheet(scheme),
    blank: 'f'.repeat(64),
    ignored: [{ path: '~$甲.xlsx', why: '锁文件' }],
    earlierName: of.changes ? '上次.xlsx' : null,
    lists: null,
    opinions: null,
    writes: null,
    gaps: [],
    contacts: new Map(),
  });

beforeAll(async () => {
  scheme = await findShanghai();
  const units = [
    ...Array.from({ length: 12 }, (_, index) => makeUnit(String(index + 1).padStart(4, '0'))),
    makeUnit('0013', '黄浦', '=1+1<&>"单位"'),
    makeUnit('0014', '黄浦', '_x0041_单位'),
  ];
  const blank = {
    ...fullFilling(scheme),
    scores: { self: [...fullFilling(scheme).scores.self.slice(1), null], association: [] },
  };
  const files = [
    ...units.slice(0, 9).map((unit, index) => makeFile(scheme, unit, fillingOf(scheme, 80 + index, index))),
    makeFile(scheme, units[12] ?? makeUnit('1'), 99),
    makeFile(scheme, units[13] ?? makeUnit('1'), {
      ...blank,
      scores: { ...blank.scores, association: blank.scores.self.map(() => null) },
    }),
    makeFile(scheme, units[9] ?? makeUnit('1'), 90, { path: 'a.xlsx' }),
    makeFile(scheme, units[9] ?? makeUnit('1'), 91, { path: `${ID_NUMBER}.xlsx` }),
    makeFile(scheme, makeUnit('9999'), 90),
  ];
  tally = tallyOf(scheme, units, files);
  bytes = await write(tally);
});

/** In their order. */
const listSheets = () =>
  [...(unpackTexts(bytes).get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*?name="([^"]+)"/g)].map(
    ([, name = '']) => name,
  );

/** What a sheet of the summary holds, by address. */
function readSheet(name: string): Map<string, string | number> {
  const { rows } = openWorkbook(bytes, '汇总.xlsx').readSheet(name);
  return new Map(
    rows.flatMap(({ number: row, cells }) =>
      cells.flatMap((cell): [string, string | number][] => {
        const address = cellAddress({ row, column: cell.column });
        if (cell.kind === 'number') return [[address, cell.value]];
        return cell.kind === 'text' ? [[address, cell.text]] : [];
      }),
    ),
  );
}

/** The first cell with that content. */
function findIn(cells: ReadonlyMap<string, string | number>, content: string): string {
  const found = [...cells].find(([, value]) => value === content)?.[0];
  if (found === undefined) throw new Error(`no cell says ${content}`);
  return found;
}

describe('a summary', () => {
  it('is the same bytes for the same tally', async () => {
    expect(Buffer.from(await write(tally)).equals(Buffer.from(bytes))).toBe(true);
  });

  it('hands every unit, value and choice on to the next tally', () => {
    const earlier = readTally(openWorkbook(bytes, '汇总.xlsx'), scheme).earlier;
    const wanted = tally.units.map(({ unit, scores, districtRank }) => ({
      unitNumber: unit.number,
      unitName: unit.name,
      districtRank,
      values: scores ? listValues(scores.file.sheet) : null,
    }));
    const found = earlier.units.map(({ unitNumber, unitName, districtRank, values }) => ({
      unitNumber,
      unitName,
      districtRank,
      values,
    }));
    expect(new Set(found.map((unit) => JSON.stringify(unit)))).toEqual(
      new Set(wanted.map((unit) => JSON.stringify(unit))),
    );
    expect(earlier.decisions.size).toBe(0);
    expect(earlier.chosen.size).toBe(0);
  });

  it('against itself shows no change', async () => {
    const earlier = readTally(openWorkbook(bytes, '汇总.xlsx'), scheme).earlier;
    const files = [...tally.accepted, ...tally.rejected];
    expect(files.length).toBe(14);
    const again = tallyOf(
      scheme,
      tally.units.map(({ unit }) => makeUnit(unit.number, unit.district, unit.name)),
      [
        ...tally.accepted.map(({ sheet, warnings, ...file }) => ({
          ...file,
          outcome: { kind: 'read' as const, sheet, warnings },
        })),
        ...tally.rejected.map(({ faults, tie: { unitNumber }, ...file }) => {
          return { ...file, savedAt: null, changedAt: 0, outcome: { kind: 'rejected' as const, faults, unitNumber } };
        }),
      ],
      { earlier },
    );
    expect(again.changes).toEqual([]);
    expect([...unpackTexts(await write(again)).values()].join('')).toContain('上次.xlsx');
  });

  it('takes the self score from the association’s, in the sum and in each item', () => {
    const cells = readSheet('单位得分');
    const gapColumn = findIn(cells, '评分减\n自评').replace(/\d+/, '');
    const row = findIn(cells, '0001').replace(/\D+/, '');
    const [first] = tally.units;
    const { self, association } = first?.scores?.file.sheet.scores ?? { self: [], association: [] };
    const gaps = association.map((steps, index) => (steps ?? 0) - (self[index] ?? 0));
    const sum = gaps.reduce((total, gap) => total + gap, 0);
    // 80 of 100 basic points and no bonus points, where the unit gave itself all.
    expect(sum).toBeLessThanOrEqual(-20);
    expect(cells.get(gapColumn + row)).toBe(sum);
    const items = readSheet('逐项差异');
    const itemRow = findIn(items, '0001').replace(/\D+/, '');
    const shown = gaps.map((_, index) => items.get(findIn(items, String(index + 1)).replace(/\d+/, '') + itemRow) ?? 0);
    expect(shown).toEqual(gaps);
  });

  it('holds no ID number, and no text of a cell becomes a formula', () => {
    const texts = [...unpackTexts(bytes)];
    for (const [name, xml] of texts) expect(xml.includes(ID_NUMBER), name).toBe(false);
    const formulas = texts.flatMap(([, xml]) =>
      [...xml.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula ?? ''),
    );
    expect(formulas.length).toBeGreaterThan(0);
    for (const formula of formulas) expect(formula).toMatch(/^SUM\([A-Z]+\d+:[A-Z]+\d+\)$/);
  });

  it.skipIf(missing('openpyxl'))('shows another reader the same texts and numbers', () => {
    const path = join(folder, 'summary.xlsx');
    writeFileSync(path, bytes);
    const cells = readWithOpenpyxl(path);
    const names = Object.values(cells['单位得分'] ?? {}).map(([, value]) => value);
    expect(names).toEqual(expect.arrayContaining(['=1+1<&>"单位"', '0001', 88, 96]));
    expect(Object.keys(cells)).toEqual([
      '汇总',
      '单位得分',
      '收到未计入',
      '未交单位',
      '退回文件',
      '待确认',
      '重复报送',
      '临界名单',
      '提示',
      '逐项差异',
      '逐项统计',
      '数据来源',
    ]);
    expect(Object.values(cells['提示'] ?? {}).map(([, value]) => value)).toContain('没有读取：锁文件。');
    expect(Object.values(cells['退回文件'] ?? {}).map(([, value]) => value)).toContain('编号不在总名册');
  });

  it('says on its first sheet what each other one is for, and how many rows it has, in their order', () => {
    const sheets = listSheets().slice(1);
    const texts = [...readSheet('汇总').values()].map(String);
    const named = texts.flatMap((text, at) => {
      const [, name, count] = /^(.+)（(\d+) 行）$/.exec(text) ?? [];
      return name === undefined ? [] : [{ name, count: Number(count), purpose: texts[at + 1] }];
    });
    expect(named.map(({ name }) => name)).toEqual(sheets);
    expect(named.filter(({ purpose }) => !purpose || /行）$/.test(purpose))).toEqual([]);
    expect(named.find(({ name }) => name === '单位得分')?.count).toBe(tally.units.length);
  });

  it('has what is for programs behind what is for people, on every sheet', () => {
    const technical = /^(?:类别|SHA-256|.{2}(?:各|否决)项)$/;
    const found = listSheets()
      .slice(1)
      .flatMap((name) => {
        const cells = [...readSheet(name)];
        const row = cells.find(([, text]) => text === '编号')?.[0].replace(/\D/g, '');
        const headings = cells
          .filter(([address]) => address.replace(/\D/g, '') === row)
          .map(([, text]) => String(text));
        const isTechnical = headings.map((heading) => technical.test(heading));
        const first = isTechnical.indexOf(true);
        return first >= 0 && isTechnical.slice(first).includes(false) ? [`${name}: ${headings.join('、')}`] : [];
      });
    expect(found).toEqual([]);
  });

  it.skipIf(missing('soffice'))('has totals that LibreOffice computes too', async () => {
    const overview = (await recalculate(bytes)).get('汇总') ?? new Map<string, string | number | boolean>();
    const total =
      [...overview].find(([address, value]) => address.startsWith('A') && value === '合计')?.[0].slice(1) ?? '';
    const { all } = tally;
    const columns = {
      B: all.expected,
      C: all.states.counted,
      D: all.states.blank,
      E: all.states.unconfirmed,
      F: all.states.undecided,
      G: all.states.rejected,
      H: all.states.missing,
      J: all.scored,
      N: all.reaching,
      P: all.eligible,
      Q: all.places,
    };
    for (const [letters, wanted] of Object.entries(columns))
      expect(overview.get(letters + total), letters).toBe(wanted);
  });

  it.skipIf(missing('soffice', 'pdftotext'))('prints each sheet one page wide', async () => {
    const pages = await toPdfPages(bytes);
    // Twelve sheets, each short enough for one page but 逐项统计 with its 36 items.
    expect(pages.length).toBe(13);
    expect(pages[0]).toContain('评分表汇总');
    expect(pages[0]).toContain('方案编号');
  });
});

describe('what people write into a summary', () => {
  const unit = makeUnit('0001', '黄浦');
  const tallyAgain = (earlier: EarlierTally | null) =>
    tallyOf(scheme, [unit], [makeFile(scheme, unit, withoutSelf(fillingOf(scheme, 90)))], { earlier });
  const open = (of: Uint8Array) => readTally(openWorkbook(of, '汇总.xlsx'), scheme).earlier;
  const findCell = (of: Uint8Array, sheet: string, text: string) => {
    const { rows } = openWorkbook(of, '汇总.xlsx').readSheet(sheet);
    for (const { number: row, cells } of rows) {
      for (const cell of cells) if (cell.kind === 'text' && cell.text === text) return { row, column: cell.column };
    }
    throw new Error(`no cell says ${text}`);
  };

  it('confirms a file with a question, from summary to summary, and no other file', async () => {
    const asked = await write(tallyAgain(null));
    const [question] = tallyAgain(null).questions;
    expect(question).toMatchObject({ unit: { number: '0001' }, confirmed: false });
    expect(tallyAgain(open(asked)).units[0]?.state).toBe('unconfirmed');
    const cell = { row: findCell(asked, '待确认', '0001').row, column: findCell(asked, '待确认', '确认').column };
    const answered = patchWorkbook(asked, '汇总.xlsx', [{ sheet: '待确认', address: cellAddress(cell), value: '是' }]);
    const second = tallyAgain(open(answered));
    expect([second.units[0]?.state, second.questions[0]?.confirmed]).toEqual(['counted', true]);
    expect(tallyAgain(open(await write(second))).units[0]?.state).toBe('counted');
    const changed = makeFile(scheme, unit, withoutSelf(fillingOf(scheme, 91)), { path: 'other.xlsx' });
    expect(tallyOf(scheme, [unit], [changed], { earlier: open(answered) }).units[0]?.state).toBe('unconfirmed');
  });

  it.each([
    ['列入', '列入'],
    [typed.number(1), '1'],
    [typed.boolean(true), 'TRUE'],
    [typed.date(45_627), '2024-12-01'],
  ])('keeps a decision however it was typed: %s', async (written, kept) => {
    const summary = await write(tallyOf(scheme, [unit], [makeFile(scheme, unit, 86)]));
    const { row } = findCell(summary, '临界名单', '0001');
    const address = cellAddress({ row, column: findCell(summary, '临界名单', '决定').column });
    const decided = patchWorkbook(summary, '汇总.xlsx', [{ sheet: '临界名单', address, value: written }]);
    expect(open(typeCells(decided)).decisions.get('0001')).toMatchObject({ decision: kept });
  });

  it('is refused where a decision has no number, for it would be nobody’s', async () => {
    const near = tallyOf(scheme, [unit], [makeFile(scheme, unit, 86)]);
    const summary = await write(near);
    const { row } = findCell(summary, '临界名单', '0001');
    const at = (text: string) => cellAddress({ row, column: findCell(summary, '临界名单', text).column });
    const decided = { sheet: '临界名单', address: at('决定'), value: '列入' };
    expect(open(patchWorkbook(summary, '汇总.xlsx', [decided])).decisions.has('0001')).toBe(true);
    const nobody = patchWorkbook(summary, '汇总.xlsx', [decided, { ...decided, address: at('编号'), value: null }]);
    expect(() => open(nobody)).toThrow(`“临界名单”第 ${row} 行写有决定而没有编号`);
  });
});

it('a summary lists what a new roster is given, what would be cleared first', async () => {
  const write = { unit: makeUnit('0001'), heading: '加分（协会）', address: 'F2', before: 12, after: 0 } as const;
  const writes: ScoreWrite[] = [
    { ...write, kind: 'added', address: 'C2', before: null, after: 88 },
    { ...write, kind: 'kept' },
  ];
  const around = {
    layout: layOutScoreSheet(scheme),
    blank: 'f',
    ignored: [],
    earlierName: null,
    lists: null,
    opinions: null,
    writes,
    gaps: [],
    contacts: new Map(),
  };
  const { rows } = openWorkbook(await writeTally(tally, around), '汇总.xlsx').readSheet('写入总名册');
  const texts = rows
    .slice(-2)
    .map(({ cells }) =>
      cells.map((cell) => (cell.kind === 'text' ? cell.text : cell.kind === 'number' ? cell.value : '')),
    );
  expect(texts).toEqual([
    ['0001', '浦东', '虚构单位0001', '保留（评分表空白）', 'F2', '加分（协会）', 12, 0],
    ['0001', '浦东', '虚构单位0001', '填入', 'C2', '加分（协会）', 88],
  ]);
});

describe('an earlier summary', () => {
  it('of another scheme, or with its figures changed, is refused', async () => {
    const other = { ...tally, scheme: { ...scheme, id: 'other' } };
    const foreign = openWorkbook(await write(other), '别的.xlsx');
    expect(() => readTally(foreign, scheme)).toThrow(/别的\.xlsx.*other/);
  });
});
