/** A mended copy: what could be made good is, nothing else is touched, and mending it again changes nothing. */
import { beforeAll, describe, expect, it } from 'vitest';
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import type { JobContext } from '../../jobs/job.ts';
import { mend } from '../../jobs/mend.ts';
import { inventCreditCode } from '../../jobs/sample/invented-code.ts';
import { makeRandom, type Random } from '../../jobs/sample/random.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { patchWorkbook } from '../../ooxml/patch/patch-workbook.ts';
import { rewritePackage } from '../../ooxml/patch/rewrite-package.ts';
import { checkRoster } from '../../rules/check-roster.ts';
import { idCheckCharacter } from '../../rules/id-number.ts';
import { SHEET } from '../../rules/roster-cell.ts';
import { columnsOf } from '../../rules/roster-columns.ts';
import type { ColumnType } from '../../rules/roster-column.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { readMasterRoster } from '../../workbook/roster/read-master-roster.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { findShanghai } from '../support/full-scheme.ts';
import { unpackTexts } from '../support/unpack.ts';
import { validateXlsx } from '../support/validate-xlsx.ts';
import { missing } from '../support/tools.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

let scheme: Scheme;
beforeAll(async () => {
  scheme = await findShanghai();
});

const UNITS = 12;
/** Of an ID number of nobody. */
const FIRST_17 = '99000019750312001';

/** A small roster: 12 units, and a nomination of each. */
function writeBase(): Promise<Uint8Array> {
  const units = Array.from({ length: UNITS }, (_, at) => ({
    number: `0800${at + 10}`,
    name: `虚构${'甲乙丙丁'.charAt(at % 4)}公司${at}`,
    // Every other unit has one.
    code: at % 2 === 0 ? inventCreditCode(at) : '',
  }));
  const award = scheme.awards[0]?.name ?? '';
  return writeMasterRoster(scheme, {
    memberUnits: units.map(
      ({ number, name, code }) =>
        new Map([
          ['编号', number],
          ['统一社会信用代码', code],
          ['全称', name],
          ['所属', '黄浦'],
          ['行业序列', '其他行业'],
          ['独立法人', '是'],
        ]),
    ),
    scores: units.map(
      ({ number }) =>
        new Map<string, string | number>([
          ['编号', number],
          ['基本得分（协会）', 92],
          ['加分（协会）', 8],
        ]),
    ),
    nominees: units.map(
      ({ number, name, code }) =>
        new Map([
          ['申报编号', `A${number}`],
          ['统一社会信用代码', code],
          ['奖项', award],
          ['单位编号', number],
          ['单位名称', name],
          ['性别', '男'],
          ['出生年月', '1975-03'],
          ['身份证号', `${FIRST_17}${idCheckCharacter(FIRST_17)}`],
          ['职务', '科长'],
          ['主要事迹', '一年来守住了底线。'],
        ]),
    ),
    sequence: [new Map([['行业序列', '其他行业']])],
  });
}

/** Other spellings by the type of the column; whatever the reading makes of them, no note may be left. */
const SPELLINGS: Readonly<Partial<Record<ColumnType, readonly ((text: string) => string)[]>>> = {
  text: [
    (text) => `${text}\u200b`,
    (text) => text.split('').join('\u0007'),
    (text) => ` ${text}\u3000`,
    (text) => `${text}\u000b`,
  ],
  code: [(text) => ` ${text}`, fullWidth, (text) => text.replace(/^0/, ''), (text) => `${text}\u00a0`],
  'yes-no': [() => '√', () => '是\u200b', () => ' 是', () => '有'],
  month: [
    (text) => `${text.replace('-', '年')}月`,
    (text) => text.replace('-', '。'),
    (text) => `${text}-01 00:00:00`,
    (text) => text.replace('-', '/'),
  ],
  choice: [(text) => `${text}性`, (text) => `${text}\u200e`, (text) => ` ${text}`],
  'id-number': [fullWidth, (text) => text.toLowerCase(), (text) => text.replace(/^(.{6})(.{8})/, '$1 $2 ')],
  'credit-code': [fullWidth, (text) => text.toLowerCase(), (text) => `${text.slice(0, 8)} ${text.slice(8)}`],
  points: [(text) => `${text}分`, fullWidth, (text) => `+${text}`, (text) => `${text}.`, () => '九十二'],
};

function fullWidth(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** Cells written otherwise, and merged cells, at random. */
function spoil(bytes: Uint8Array, random: Random): Uint8Array {
  const changes = (['memberUnits', 'scores', 'nominees'] as const).flatMap((sheet) =>
    openWorkbook(bytes, '')
      .readSheet(SHEET[sheet])
      .rows.slice(1)
      .flatMap(({ number, cells }) =>
        cells.flatMap((cell) => {
          const column = columnsOf(sheet, scheme)[cell.column - 1];
          const spellings = column && SPELLINGS[column.type];
          if (!spellings || !random.chance(1, 6) || (cell.kind !== 'text' && cell.kind !== 'number')) return [];
          const value = random.pick(spellings)(cell.kind === 'text' ? cell.text : String(cell.value));
          return [{ sheet: SHEET[sheet], address: `${columnLetters(cell.column)}${number}`, value }];
        }),
      ),
  );
  return merge(patchWorkbook(bytes, '名册.xlsx', changes), random);
}

/** Merges 所属 of some units, whose lower cells are blank then. */
function merge(bytes: Uint8Array, random: Random): Uint8Array {
  const [from, height] = [random.integer(2, 8), random.integer(2, 4)];
  const below = Array.from({ length: height - 1 }, (_, at) => ({
    sheet: SHEET.memberUnits,
    address: `C${from + at + 1}`,
    value: null,
  }));
  const emptied = patchWorkbook(bytes, '名册.xlsx', [
    ...below,
    { sheet: SHEET.memberUnits, address: `C${from}`, value: '黄浦' },
  ]);
  const workbook = openWorkbook(emptied, '');
  const part = workbook.sheets.find(({ name }) => name === SHEET.memberUnits)?.partName ?? '';
  const xml = workbook.pack.scan(part).xml;
  const merges = `<mergeCells count="1"><mergeCell ref="C${from}:C${from + height - 1}"/></mergeCells>`;
  const at = xml.search(/<(?:dataValidations|conditionalFormatting|printOptions|pageMargins)/);
  return rewritePackage(workbook.pack, new Map([[part.toLowerCase(), `${xml.slice(0, at)}${merges}${xml.slice(at)}`]]));
}

async function run(bytes: Uint8Array) {
  const folder = new MemoryFolder(new Map([['名册.xlsx', bytes]]));
  const told: string[] = [];
  const context: JobContext = {
    schemes: {
      ids: () => Promise.resolve([scheme.id]),
      load: () => Promise.resolve({ scheme }),
      form: () => Promise.resolve(null),
    },
    tell: (line) => told.push(line),
    progress: () => undefined,
    signal: new AbortController().signal,
  };
  const result = await mend(
    { roster: folder.asInput('名册.xlsx'), out: { folder, name: '新名册.xlsx', force: false } },
    context,
  );
  const copy = folder.files.get('新名册.xlsx') ?? new Uint8Array();
  expect(folder.files.get('名册.xlsx')).toBe(bytes);
  return { copy, told, summary: JSON.stringify(result.summary()) };
}

/** Numbers of units are compared without them. */
function withoutZeros(number: unknown): string {
  return String(number).replace(/^0+/, '');
}

function check(bytes: Uint8Array) {
  const { roster } = readMasterRoster(openWorkbook(bytes, '名册.xlsx'), scheme);
  const { remarks, nominees } = checkRoster(scheme, roster);
  return {
    notes: remarks.filter(({ severity }) => severity === 'note').map(({ message }) => message),
    rows: [...roster.memberUnits, ...roster.nominees].map(({ row, facts }) =>
      [...facts].map(([heading, value]) => [row, heading, /编号$/.test(heading) ? withoutZeros(value) : value]),
    ),
    scores: roster.scores.map((row) => ({ ...row, unitNumber: withoutZeros(row.unitNumber) })),
    cleared: nominees.map(({ cleared }) => cleared),
  };
}

describe('a copy of a roster with odd cells', () => {
  it('has no notes, reads as the roster did, and mended again is the same', async () => {
    const base = await writeBase();
    let changed = 0;
    for (let seed = 1; seed <= 25; seed += 1) {
      const odd = spoil(base, makeRandom(seed));
      const { copy, told } = await run(odd);
      const [before, after] = [check(odd), check(copy)];
      changed += before.notes.length;
      expect(after, `seed ${seed}`).toEqual({ ...before, notes: [] });
      expect(JSON.stringify(openWorkbook(copy, '').readSheet('修改清单').rows)).not.toContain('19750312');
      const again = await run(copy);
      expect(unpackTexts(again.copy), `seed ${seed}`).toEqual(unpackTexts(copy));
      expect(told.at(-1), `seed ${seed}`).toContain('逐格见“修改清单”');
      expect(again.told.at(-1)).toContain('没有要改的');
    }
    expect(changed).toBeGreaterThan(50);
  }, 120_000);

  it.skipIf(missing('lxml'))('keeps to the schemas of the format', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'mend-'));
    const file = path.join(folder, 'mended.xlsx');
    writeFileSync(file, (await run(spoil(await writeBase(), makeRandom(3)))).copy);
    expect(validateXlsx([file])[file]?.violations).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});

it('a roster without anything to mend is copied as it is', async () => {
  const base = await writeBase();
  const { copy, told } = await run(base);
  expect(copy).toEqual(base);
  expect(told.at(-1)).toBe('没有要改的，是原样的副本。');
});

it('tells sheet, cell, old, new and reason', async () => {
  const odd = patchWorkbook(await writeBase(), '', [{ sheet: SHEET.nominees, address: 'K2', value: '科_x0007_长' }]);
  const spoilt = patchWorkbook(odd, '', [{ sheet: SHEET.nominees, address: 'K2', value: '科\u0007长' }]);
  const { copy, summary } = await run(spoilt);
  const rows = openWorkbook(copy, '')
    .readSheet('修改清单')
    .rows.map(({ cells }) => cells.map((cell) => ('text' in cell ? cell.text : '')));
  expect(rows).toEqual([
    ['工作表', '单元格', '原来', '改为', '理由'],
    ['推荐名单', 'K2', '“科长”（含有一个看不见的字符）', '科长', '控制字符'],
  ]);
  expect(JSON.parse(summary)).toMatchObject({ mended: [{ sheet: '推荐名单', cell: 'K2', new: '科长' }], open: [] });
});

describe('单位编号 of a nomination whose name is one unit’s', () => {
  const at = { sheet: SHEET.nominees, address: 'C3' };
  const open = async (value: string | null) => {
    const { copy, summary } = await run(patchWorkbook(await writeBase(), '', [{ ...at, value }]));
    const { mended, open: left } = JSON.parse(summary) as Record<'mended' | 'open', { cell: string }[]>;
    const { roster } = readMasterRoster(openWorkbook(copy, ''), scheme);
    return { number: roster.nominees[1]?.unitNumber, mended: mended.length, left };
  };

  it('is filled in where nothing stands there', async () => {
    expect(await open(null)).toEqual({ number: '080011', mended: 1, left: [] });
  });

  it('is offered where somebody has written another number', async () => {
    expect(await open('777777')).toMatchObject({
      number: '777777',
      mended: 0,
      left: [{ sheet: '推荐名单', cell: 'C3', old: '777777', choices: ['080011'] }],
    });
  });
});

it('the list is fit for printing: lines, several of text in a cell, headings on every page', async () => {
  const odd = patchWorkbook(await writeBase(), '', [{ sheet: SHEET.nominees, address: 'K2', value: '科\u0007长' }]);
  const { copy } = await run(odd);
  const parts = unpackTexts(copy);
  expect(parts.get('xl/workbook.xml')).toMatch(
    /<definedName name="_xlnm.Print_Titles" localSheetId="\d+">'修改清单'!\$1:\$1<\/definedName>/,
  );
  const sheet = [...parts.values()].find((xml) => xml.includes('改为')) ?? '';
  expect(sheet).toMatch(/fitToPage="1".*orientation="landscape" fitToHeight="0".*第 &amp;P 页/s);
  const formats = [...(parts.get('xl/styles.xml') ?? '').matchAll(/<xf [^>]*>(?:<alignment[^>]*>)?/g)].slice(-2);
  const [heading, plain] = [/<c r="A1" s="(\d+)"/.exec(sheet)?.[1], /<c r="A2" s="(\d+)"/.exec(sheet)?.[1]];
  expect(heading).not.toBe(plain);
  for (const [format] of formats) expect(format).toMatch(/applyBorder="1".*wrapText="1"/);
});

describe('统一社会信用代码', () => {
  const rowOf = (bytes: Uint8Array) => {
    const [nominee] = readMasterRoster(openWorkbook(bytes, ''), scheme).roster.nominees;
    return [nominee?.unitNumber, nominee?.unitName, nominee?.creditCode];
  };
  const letters = (heading: string) =>
    columnLetters(columnsOf('nominees', scheme).findIndex((column) => column.heading === heading) + 1);
  const put = (heading: string, value: string) => ({
    sheet: SHEET.nominees,
    address: `${letters(heading)}2`,
    value,
  });

  it('gives a nomination the number and the name that it proves', async () => {
    const odd = [put('单位编号', '080012'), put('单位名称', '虚构旧名公司')];
    const { copy } = await run(patchWorkbook(await writeBase(), '', odd));
    expect(check(copy).notes).toEqual([]);
    expect(rowOf(copy)).toEqual(['080010', '虚构甲公司0', inventCreditCode(0)]);
    const [, row] = openWorkbook(copy, '').readSheet(SHEET.nominees).rows;
    expect(row?.cells.flatMap((cell) => (cell.kind === 'text' ? [cell.text] : []))).toContain('虚构甲公司0');
    expect(unpackTexts((await run(copy)).copy)).toEqual(unpackTexts(copy));
  });

  it('fills in nothing where number and name say otherwise: that stays with its candidate', async () => {
    const { copy, summary } = await run(
      patchWorkbook(await writeBase(), '', [put('统一社会信用代码', inventCreditCode(99))]),
    );
    expect(rowOf(copy)).toEqual(['080010', '虚构甲公司0', inventCreditCode(99)]);
    expect(JSON.parse(summary)).toMatchObject({ mended: [], open: [{ choices: [inventCreditCode(0)] }] });
  });

  it('mends letters that no code has where the check character proves it, and leaves what it does not', async () => {
    const base = await writeBase();
    const confused = inventCreditCode(0).replaceAll('0', 'O');
    expect(rowOf((await run(patchWorkbook(base, '', [put('统一社会信用代码', confused)]))).copy)[2]).toBe(
      inventCreditCode(0),
    );
    const wrong = patchWorkbook(base, '', [put('统一社会信用代码', `${inventCreditCode(0).slice(0, -1)}0`)]);
    expect((await run(wrong)).copy).toEqual(wrong);
  });
});

describe('nominations without 申报编号', () => {
  const numbers = (bytes: Uint8Array) =>
    readMasterRoster(openWorkbook(bytes, ''), scheme).roster.nominees.map(({ application }) => application);

  it('get one of their own, in the column that is there, and keep those they have', async () => {
    const blank = ['A2', 'A4'].map((address) => ({ sheet: SHEET.nominees, address, value: null }));
    const taken = { sheet: SHEET.nominees, address: 'A3', value: `${scheme.edition}-0001` };
    const { copy } = await run(patchWorkbook(await writeBase(), '', [...blank, taken]));
    const found = numbers(copy);
    expect(found.slice(0, 3)).toEqual([2, 1, 3].map((count) => `${scheme.edition}-000${count}`));
    expect(new Set(found).size).toBe(UNITS);
  });

  it('get a column behind the last where the sheet has none', async () => {
    const rename = { sheet: SHEET.nominees, address: 'A1', value: '备注' };
    const { copy } = await run(patchWorkbook(await writeBase(), '', [rename]));
    expect(new Set(numbers(copy)).size).toBe(UNITS);
    const [headings] = openWorkbook(copy, '').readSheet(SHEET.nominees).rows;
    const last = headings?.cells.at(-1);
    expect(last?.kind === 'text' && last.text).toBe('申报编号');
    expect(unpackTexts((await run(copy)).copy)).toEqual(unpackTexts(copy));
  });
});

it('puts back the zeros that units lost, in every sheet, as another sheet has them or as long as the others', async () => {
  const lost = [
    { sheet: SHEET.scores, address: 'A2', value: 80010 },
    ...[SHEET.memberUnits, SHEET.scores].map((sheet) => ({ sheet, address: 'A3', value: 80011 })),
    { sheet: SHEET.nominees, address: 'C3', value: 80011 },
  ];
  const { copy } = await run(patchWorkbook(await writeBase(), '', lost));
  const { roster } = readMasterRoster(openWorkbook(copy, ''), scheme);
  const numbers = [...roster.scores, ...roster.nominees].map(({ unitNumber }) => unitNumber);
  expect(new Set([...numbers, ...roster.memberUnits.map(({ number }) => number)])).toEqual(
    new Set(Array.from({ length: UNITS }, (_, at) => `0800${at + 10}`)),
  );
});

it('a formula is left alone and listed, and its result stays', async () => {
  const workbook = openWorkbook(await writeBase(), '');
  const part = workbook.sheets.find(({ name }) => name === SHEET.nominees)?.partName ?? '';
  const { xml } = workbook.pack.scan(part);
  const formula = '<c r="K3" t="str"><f>K2</f><v>科_x0007_长</v></c>';
  const computed = xml.replace(/<c r="K3"[^>]*>.*?<\/c>/, formula);
  const spoilt = patchWorkbook(rewritePackage(workbook.pack, new Map([[part.toLowerCase(), computed]])), '', []);
  const { copy, told } = await run(spoilt);
  expect([copy, told.at(-1)]).toEqual([spoilt, '没有要改的，是原样的副本；1 格是公式，没有改。']);
});
