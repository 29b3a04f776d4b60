import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { EXIT } from '../../scripts/exit-code.ts';
import { sheets } from '../../scripts/commands.ts';
import { newWorkbook, packWorkbook } from '../../workbook/draw/new-workbook.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { SHEET } from '../../rules/roster-cell.ts';
import { columnsOf } from '../../rules/roster-columns.ts';
import { mustLoad, SHANGHAI, shanghaiFiles } from '../schemes/shanghai-files.ts';

let folder: string;
let outputs = 0;
const said: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pingyou-sheets-'));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

/** A master roster with these units: number, name, district. */
async function writeRoster(units: readonly (readonly [string, string, string])[]): Promise<string> {
  const scheme = mustLoad(shanghaiFiles);
  const workbook = newWorkbook('虚构总名册');
  workbook.addWorksheet(SHEET.scheme).addRow(['方案编号', SHANGHAI]);
  for (const key of ['memberUnits', 'scores', 'nominees', 'overrides', 'sequence'] as const) {
    const sheet = workbook.addWorksheet(SHEET[key]);
    sheet.addRow(columnsOf(key, scheme).map(({ heading }) => heading));
    if (key === 'memberUnits') for (const unit of units) sheet.addRow([...unit]);
  }
  const file = path.join(folder, `总名册${(outputs += 1)}.xlsx`);
  await writeFile(file, await packWorkbook(workbook));
  return file;
}

const UNITS = [
  ['0001', '虚构甲公司', '浦东'],
  ['0002', '虚构乙公司', '黄浦'],
  ['0003', '虚构丙公司', '浦东'],
] as const;

async function run(
  units: typeof UNITS | readonly (readonly [string, string, string])[],
  options: Parameters<typeof sheets>[1] = {},
) {
  const out = options.out ?? path.join(folder, `评分表${(outputs += 1)}`);
  said.length = 0;
  const code = await sheets(await writeRoster(units), { ...options, out });
  const files = (await readdir(out, { recursive: true })).filter((name) => name.endsWith('.xlsx')).sort();
  return { code, out, files };
}

describe('the command sheets', () => {
  it.each([
    [['静安'], '静安'],
    [['浦东', '静安区'], '静安区'],
  ])('asked for %j, says which district has no unit, and writes nothing', async (district, named) => {
    const out = path.join(folder, `评分表${(outputs += 1)}`);
    await expect(sheets(await writeRoster(UNITS), { out, district })).rejects.toThrow(
      `指定的“${named}”没有对应的单位；可填：浦东、黄浦`,
    );
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });

  it('writes one workbook for each member unit into a folder for its district', async () => {
    const { code, out, files } = await run(UNITS);
    expect(code).toBe(EXIT.fine);
    expect(files).toEqual(['浦东/0001 虚构甲公司.xlsx', '浦东/0003 虚构丙公司.xlsx', '黄浦/0002 虚构乙公司.xlsx']);
    for (const file of files) {
      const workbook = openWorkbook(await readFile(path.join(out, file)), file);
      expect(file).toContain(`${workbook.customProperties.get('pingyou.unit') ?? '?'} `);
    }
    expect(said.join('')).toContain('3/3');
  });

  it('writes only the districts that are asked for, and refuses one that the scheme does not know', async () => {
    expect((await run(UNITS, { district: ['黄浦'] })).files).toEqual(['黄浦/0002 虚构乙公司.xlsx']);
    for (const district of ['黄浦区', '上海市黄浦区', '黃浦'])
      expect((await run(UNITS, { district: [district] })).files).toEqual(['黄浦/0002 虚构乙公司.xlsx']);
    await expect(run(UNITS, { district: ['火星'] })).rejects.toThrow(/“火星”没有对应的单位；可填：浦东、黄浦/);
  });

  it('leaves out rows that could not be told apart when they come back, says which, and tells by its exit code', async () => {
    const { code, files } = await run([
      ...UNITS,
      ['0001', '虚构丁公司', '浦东'],
      ['0005', '虚构戊公司', '火星'],
      ['0006', '虚构'.repeat(150), '浦东'],
    ]);
    expect(code).toBe(EXIT.violations);
    expect(files).toHaveLength(3);
    const text = said.join('');
    expect(text).toMatch(/第 5 行“虚构丁公司”没有出评分表：编号“0001”与第 2 行相同/);
    expect(text).toMatch(/第 6 行“虚构戊公司”没有出评分表：所属“火星”/);
    expect(text).toMatch(/第 7 行“虚构.+没有出评分表：/);
  });

  it('shows no ID number, in file names as little as in words, though one stands where a number should', async () => {
    // Nobody's: the region 990000 was never assigned.
    const idNumber = '990000197503050017';
    const printed: string[] = [];
    const output = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed.push(String(text));
      return true;
    });
    const units = [
      ...UNITS,
      [idNumber, '虚构丁公司', '浦东'],
      ['0005', `虚构${idNumber}公司`, '浦东'],
      ['1234567890123456', '虚构戊公司', '火星'],
    ] as const;
    const { code, files } = await run(units, { json: true }).finally(() => {
      output.mockRestore();
    });
    expect(code).toBe(EXIT.violations);
    expect(files).toHaveLength(3);
    for (const row of [5, 6, 7]) expect(printed.join('')).toContain(`"row": ${row}`);
    for (const text of [...printed, ...said]) expect(text).not.toMatch(/990000|1234567890123456/);
  });

  it('does the same again over its own files, and never writes over a sheet that somebody has filled in', async () => {
    const { out, files } = await run(UNITS);
    const file = path.join(out, files[0] ?? '');
    const before = await readFile(file);
    expect((await run(UNITS, { out })).files).toEqual(files);
    expect(await readFile(file)).toEqual(before);

    await writeFile(file, 'filled in');
    await expect(run(UNITS, { out })).rejects.toThrow(UnusableInput);
    expect(await readFile(file, 'utf8')).toBe('filled in');
    await run(UNITS, { out, force: true });
    expect(await readFile(file)).toEqual(before);
  });

  it('asks for a folder when there is none', async () => {
    await expect(sheets(await writeRoster(UNITS), {})).rejects.toThrow(/加 --out/);
  });
});
