import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { drawScoreSheet } from '../../../workbook/score-sheet/build-score-sheet.ts';
import { ROLES } from '../../../workbook/score-sheet/score-sheet-places.ts';
import { layOutScoreSheet } from '../../../workbook/score-sheet/score-sheet-layout.ts';
import { mustLoad, shanghaiFiles } from '../../schemes/shanghai-files.ts';
import { bare, printedItems, printedVetoes } from '../../support/annex-3.ts';
import { runPython } from '../../support/python-files.ts';
import { missing } from '../../support/tools.ts';

const layout = layOutScoreSheet(mustLoad(shanghaiFiles));

const SHOWN = z.object({
  sheets: z.array(z.string()),
  texts: z.record(z.string(), z.string()),
  unlocked: z.array(z.string()),
  protection: z.object({
    sheet: z.boolean(),
    password: z.string().nullable(),
    locked: z.boolean(),
    unlocked: z.boolean(),
  }),
  validations: z.array(
    z.object({
      cells: z.array(z.string()),
      type: z.string(),
      first: z.string(),
      second: z.string().nullable(),
      style: z.string().nullable(),
    }),
  ),
  comments: z.array(z.string()),
  highlighted: z.array(z.string()),
  merged: z.array(z.string()),
  filled: z.record(z.string(), z.string()),
  page: z.object({
    size: z.string(),
    orientation: z.string(),
    titles: z.string(),
    area: z.string(),
    footer: z.string(),
    breaks: z.array(z.number()),
  }),
});

const READ = `
import sys, json, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
cells = [cell for row in sheet.iter_rows() for cell in row]
expand = lambda ranges: sorted({cell.coordinate for part in str(ranges).split() for row in
    (sheet[part] if ':' in part else ((sheet[part],),)) for cell in row})
print(json.dumps({
    'sheets': book.sheetnames,
    'texts': {cell.coordinate: str(cell.value) for cell in cells if cell.value is not None},
    'unlocked': [cell.coordinate for cell in cells if not cell.protection.locked],
    'protection': {'sheet': sheet.protection.sheet, 'password': sheet.protection.hashValue or sheet.protection.password,
                   'locked': not sheet.protection.selectLockedCells, 'unlocked': not sheet.protection.selectUnlockedCells},
    'validations': [{'cells': expand(v.sqref), 'type': v.type, 'first': v.formula1, 'second': v.formula2, 'style': v.errorStyle}
                    for v in sheet.data_validations.dataValidation],
    'comments': [cell.coordinate for cell in cells if cell.comment],
    'highlighted': sorted({address for part in sheet.conditional_formatting for address in expand(part.sqref)}),
    'merged': sorted(str(part) for part in sheet.merged_cells.ranges),
    'filled': {cell.coordinate: cell.fill.fgColor.rgb for cell in cells if cell.fill.patternType == 'solid'},
    'page': {'size': str(sheet.page_setup.paperSize), 'orientation': sheet.page_setup.orientation, 'titles': sheet.print_title_rows,
             'area': str(sheet.print_area), 'footer': ''.join(part.text or '' for part in (sheet.oddFooter.left, sheet.oddFooter.center)),
             'breaks': [part.id for part in sheet.row_breaks.brk]},
}))
`;

/** Credits that the text of the item names, full marks first, as 附件3 has them; for all others it is full marks or none. */
const NAMED: Readonly<Record<string, string>> = {
  设有独立的治安保卫机构: '8,5,0',
  配备专职保卫干部: '5,2,1,0',
  聘请专业保安公司保安员: '3,1,0',
  治安内保调研征文: '6,5,4,3,2,1,0',
  投稿并录用: '4,3,2,1,0',
  参加协会各类活动: '4,3,2,1,0',
};
/** No credit is named and none is ruled out. */
const OPEN = ['被公安机关表彰', '支撑协会工作'];

describe('the blank score sheet', () => {
  it('has the same bytes each time', async () => {
    expect(await drawScoreSheet(layout)).toEqual(await drawScoreSheet(layOutScoreSheet(mustLoad(shanghaiFiles))));
  });
});

describe.skipIf(missing('openpyxl'))('the blank score sheet, as openpyxl reads it', () => {
  let folder: string;
  let shown: z.infer<typeof SHOWN>;
  let rowOf: (text: string) => number;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pingyou-blank-'));
    const file = path.join(folder, 'blank.xlsx');
    await writeFile(file, await drawScoreSheet(layout));
    shown = SHOWN.parse(JSON.parse(runPython(READ, file)));
    const rows = new Map(
      Object.entries(shown.texts).flatMap(([address, text]) =>
        address.startsWith('B') ? [[bare(text), Number(address.slice(1))] as const] : [],
      ),
    );
    rowOf = (text) => {
      const row = rows.get(bare(text));
      if (row === undefined) throw new Error(`no row for ${text}`);
      return row;
    };
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is one sheet with the places for the unit marked', () => {
    expect(shown.sheets).toEqual(['评分指标']);
    expect([shown.texts['B4'], shown.texts['D1']]).toEqual(['{{单位名称}}', '{{编号}}']);
  });

  it('holds in every locked cell what the layout says', () => {
    for (const { address, content } of layout.cells) {
      if (content.kind === 'fixed') expect(shown.texts[address], address).toBe(String(content.value));
      if (content.kind === 'formula') expect(shown.texts[address], address).toBe(`=${content.formula}`);
    }
    const boxes = layout.vetoes.length * ROLES.length;
    const empty = layout.cells.filter(({ content }) => content.kind === 'input').length - boxes;
    expect(Object.keys(shown.texts)).toHaveLength(layout.cells.length - empty);
  });

  it('prints the box of each veto item as the document does, in both columns, and nothing in the other inputs', () => {
    for (const { text, rest } of printedVetoes) {
      const printed = rest.find((cell) => cell !== '')?.replace('<input type="checkbox"/>', '☐');
      expect(printed).toBe('☐ 未发生');
      expect(['D', 'E'].map((column) => shown.texts[`${column}${rowOf(text)}`])).toEqual([printed, printed]);
    }
    const vetoes = new Set(printedVetoes.flatMap(({ text }) => [`D${rowOf(text)}`, `E${rowOf(text)}`]));
    for (const address of shown.unlocked) if (!vetoes.has(address)) expect(shown.texts[address]).toBeUndefined();
  });

  it('asks for nothing newer than Excel 2010 and nothing that computes anew at every touch', () => {
    const formulas = Object.values(shown.texts).filter((text) => text.startsWith('='));
    const functions = new Set(formulas.flatMap((formula) => formula.match(/[A-Z]+(?=\()/g) ?? []));
    const known = 'AND COUNTBLANK COUNTIF IF IFERROR ISNUMBER MATCH OR ROWS SUBSTITUTE SUM SUMPRODUCT TRIM'.split(' ');
    expect([...functions].sort()).toEqual(known);
    // Excel 2007 and later take formulas of up to 8192 characters.
    expect(Math.max(...formulas.map(({ length }) => length))).toBeLessThan(8192);
  });

  it('unlocks both columns of every item and veto item, the filler and the date, and nothing else', () => {
    const rows = [...printedItems, ...printedVetoes].map(({ text }) => rowOf(text));
    const inputs = [...rows.flatMap((row) => [`D${row}`, `E${row}`]), 'B5', 'E5'];
    expect(inputs).toHaveLength(84);
    expect([...shown.unlocked].sort()).toEqual([...inputs].sort());
    expect(shown.protection).toEqual({ sheet: true, password: null, locked: true, unlocked: true });
  });

  it('colours the inputs of the unit and of the association differently, and marks all of them by conditional formats', () => {
    const colour = (address: string) => shown.filled[address];
    const own = shown.unlocked.filter((address) => !address.startsWith('E') || address === 'E5');
    const others = shown.unlocked.filter((address) => !own.includes(address));
    expect(new Set(own.map(colour)).size).toBe(1);
    expect(new Set(others.map(colour)).size).toBe(1);
    expect(own.map(colour)[0]).not.toBe(others.map(colour)[0]);
    expect(shown.highlighted).toEqual(expect.arrayContaining(shown.unlocked));
  });

  it('offers the named credits of each item and warns about others, or refuses what the item cannot give', () => {
    for (const { text, maximum } of printedItems) {
      const row = rowOf(text);
      const named = Object.entries(NAMED).find(([words]) => text.includes(words))?.[1] ?? `${maximum},0`;
      const isCounted = named.split(',').length === Number(maximum) + 1;
      const expected = OPEN.some((words) => text.includes(words))
        ? { type: 'whole', first: '0', second: maximum, style: 'stop' }
        : { type: 'list', first: `"${named}"`, second: null, style: isCounted ? 'stop' : 'warning' };
      for (const address of [`D${row}`, `E${row}`]) {
        const found = shown.validations.filter(({ cells }) => cells.includes(address));
        expect(found, `${address} ${text}`).toHaveLength(1);
        expect(found[0], `${address} ${text}`).toMatchObject(expected);
      }
    }
  });

  it('offers 未发生 and 发生 for the veto items and refuses all else', () => {
    const rows = printedVetoes.map(({ text }) => rowOf(text));
    const found = shown.validations.filter(({ first }) => first === '"未发生,发生"');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ type: 'list', style: 'stop' });
    expect(found[0]?.cells).toEqual(rows.flatMap((row) => [`D${row}`, `E${row}`]).sort());
  });

  it('has notes on the 7 items with partial credits and on the misprinted sum', () => {
    const named = printedItems
      .filter(({ text }) => /[（(][^（()）]*分[）)]/.test(text))
      .map(({ text }) => `B${rowOf(text)}`);
    expect(named).toHaveLength(7);
    expect([...shown.comments].sort()).toEqual([...named, `C${layout.bonusRow}`].sort());
  });

  it('merges what the layout says and nothing else', () => {
    const merged = layout.cells.filter(({ range, address }) => range !== address).map(({ range }) => range);
    expect(shown.merged).toEqual([...merged].sort());
  });

  it('prints on A4 upright, the headings repeated, the unit and the page number at the foot, no category torn', () => {
    expect(shown.page).toMatchObject({ size: '9', orientation: 'portrait', titles: '$6:$6' });
    expect(shown.page.area).toContain('$A$1:$E$54');
    expect(shown.page.footer).toContain('编号 {{编号}}');
    expect(shown.page.footer).toMatch(/第 &P 页 共 &N 页/);
    expect(shown.page.breaks).toHaveLength(1);
    const lastRows = layout.categories.map(({ lastRow }) => lastRow);
    expect(lastRows).toEqual(expect.arrayContaining(shown.page.breaks));
  });
});
