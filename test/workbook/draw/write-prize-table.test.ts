import { beforeAll, describe, expect, it } from 'vitest';
import { awardPrizes, type Prize, type PrizeTable } from '../../../rules/prize.ts';
import { groupByPayer } from '../../../workbook/draw/prize-groups.ts';
import { writePrizeTable } from '../../../workbook/draw/write-prize-table.ts';
import { checkSample, type CheckedSample } from '../../support/checked-sample.ts';
import { readValues, recalculate, toPdfPages, type CellValues } from '../../support/libreoffice.ts';
import { missing } from '../../support/tools.ts';
import { unpackTexts } from '../../support/unpack.ts';

let sample: CheckedSample;
let prizes: PrizeTable;
let bytes: Uint8Array;
let values: CellValues;

beforeAll(async () => {
  sample = await checkSample();
  prizes = awardPrizes(sample.scheme, sample.check);
  bytes = await writePrizeTable(sample.scheme, prizes, [], new Map());
  values = await readValues(bytes);
});

function tableOf(changed: readonly Prize[]): PrizeTable {
  return { part: '', prizes: changed, totalFen: changed.reduce((sum, { fen }) => sum + fen, 0), byPayer: new Map() };
}

function cellsOf(table: CellValues, sheet: string): (string | number | boolean)[] {
  return [...(table.get(sheet)?.values() ?? [])];
}

describe('writePrizeTable', () => {
  it('comes to 718,000 yuan for the full list, in both sheets', () => {
    expect(cellsOf(values, '奖金发放表').slice(-2)).toEqual(['各发放单位合计', 718_000]);
    // 214 collectives and 290 persons are paid; the 85 departments are not.
    expect(cellsOf(values, '汇总').slice(-4)).toEqual(['合计', 214, 290, 718_000]);
  });

  it('lists every prize that is paid, under its payer', () => {
    const sheet = values.get('奖金发放表');
    const paid = prizes.prizes.filter(({ fen }) => fen > 0);
    expect(paid).toHaveLength(504);
    const rows: string[] = [];
    let payer = '';
    for (let row = 5; row <= 1000; row += 1) {
      const first = sheet?.get(`A${row}`);
      if (typeof first === 'string' && first.endsWith(' 笔')) payer = first.replace(/：.*$/, '');
      if (typeof first !== 'number') continue;
      rows.push([payer, ...Array.from('BCDE').map((column) => sheet?.get(`${column}${row}`))].join('|'));
    }
    const expected = paid.map((prize) => {
      const { award, nominee, unit, fen } = prize;
      const name = nominee.name === unit.name ? '本单位' : nominee.name;
      return [prize.payer, award.name, name, unit.name, fen / 100].join('|');
    });
    expect([...rows].sort()).toEqual([...expected].sort());
  });

  it('says each rule once with its clause, and refers to it', () => {
    const cells = cellsOf(values, '奖金发放表');
    const referring = prizes.prizes.filter(({ fen, notes }) => fen > 0 && notes.length > 0);
    const isOwn = ({ award }: (typeof referring)[number]) => award.id === 'securityCadre';
    for (const [mark, who, those] of [
      ['注1', '单位', referring.filter((prize) => !isOwn(prize))],
      ['注2', '本人', referring.filter(isOwn)],
    ] as const) {
      const remarks = cells.filter((cell) => String(cell).startsWith(`${mark}：`));
      expect(remarks).toEqual([expect.stringContaining(`${who}已列区级先进，领市级奖金的不再领区级奖金`)]);
      expect(remarks[0]).toContain('沪企保协（2024）39号 正文 三：“市、区先进奖金不重复发放”');
      expect(those.length).toBeGreaterThan(0);
      expect(cells.filter((cell) => cell === mark)).toHaveLength(those.length);
    }
  });

  it('lists who is paid nothing, and why', () => {
    const sheet = values.get('不发放说明');
    const reasons = Array.from({ length: 85 }, (_, index) => sheet?.get(`E${index + 4}`));
    expect(new Set(reasons)).toEqual(new Set(['本单位已获先进单位奖金，先进保卫部门奖金不重复发放']));
    expect(sheet?.get('F4')).toBe('沪企保协（2024）39号 正文 三：“先进单位和先进保卫部门奖金不重复发放。”');
    expect(sheet?.has('A89')).toBe(false);
  });

  it('puts what nobody is known to pay last', async () => {
    const [first, ...rest] = prizes.prizes;
    if (!first) throw new Error('the sample has prizes');
    const cite = { document: 'notice', clause: '正文 三', quote: '属于市企保协会会员单位的' };
    const open = { ...first, payer: null, notes: [{ text: '“市协会会员”为空白，发放单位待确认', cite }] };
    const table = tableOf([open, ...rest]);
    const groups = groupByPayer(sample.scheme, table);
    expect(groups.at(0)?.payer).toBe('市企保协会');
    expect(groups.at(-1)?.payer).toBeNull();
    const written = await readValues(await writePrizeTable(sample.scheme, table, [], new Map()));
    expect(cellsOf(written, '奖金发放表')).toContain('发放单位待确认：1 笔');
    expect(cellsOf(written, '汇总').slice(-9, -4)).toEqual([groups.length, '发放单位待确认', 1, 0, 2000]);
  });

  it('follows the districts of the scheme after the city’s association', () => {
    const names = groupByPayer(sample.scheme, prizes).map(({ payer }) => payer);
    const districts = sample.scheme.districts
      .map(({ name }) => `${name}企保协会`)
      .filter((name) => names.includes(name));
    expect(names).toEqual(['市企保协会', ...districts]);
  });

  it('adds fen exactly', async () => {
    const [first, second] = prizes.prizes;
    if (!first || !second) throw new Error('the sample has prizes');
    const table = tableOf([
      { ...first, fen: 10 },
      { ...second, fen: 20 },
    ]);
    const written = await readValues(await writePrizeTable(sample.scheme, table, [], new Map()));
    expect(cellsOf(written, '奖金发放表').at(-1)).toBe(0.3);
  });

  it('writes a table without prizes', async () => {
    const written = await readValues(await writePrizeTable(sample.scheme, tableOf([]), [], new Map()));
    expect(cellsOf(written, '汇总').slice(-4)).toEqual(['合计', 0, 0, 0]);
    expect(cellsOf(written, '奖金发放表').at(-1)).toBe(0);
  });

  it('holds no ID number or telephone', () => {
    const secrets = sample.roster.nominees.flatMap(({ idNumber, facts }) => [
      idNumber,
      String(facts.get('联系电话') ?? ''),
    ]);
    const known = [...new Set(secrets)].filter((each) => each !== '');
    expect(known.length).toBeGreaterThan(500);
    for (const text of unpackTexts(bytes).values()) expect(known.filter((each) => text.includes(each))).toEqual([]);
  });
});

describe.skipIf(missing('soffice', 'pdftotext'))('the prize table in LibreOffice', () => {
  it('recalculates to the values that were written', async () => {
    const payers = groupByPayer(sample.scheme, prizes).length;
    expect(
      unpackTexts(bytes)
        .get('xl/worksheets/sheet1.xml')
        ?.match(/<f>SUM\(/g),
    ).toHaveLength(payers);
    expect(await recalculate(bytes)).toEqual(values);
  });

  it('also without prizes', async () => {
    const empty = await writePrizeTable(sample.scheme, tableOf([]), [], new Map());
    expect(await recalculate(empty)).toEqual(await readValues(empty));
  });

  it('begins a page for each payer and ends it with the signatures', async () => {
    const pages = await toPdfPages(bytes);
    const groups = groupByPayer(sample.scheme, prizes);
    for (const { payer } of groups) {
      const page = pages.find((text) => text.includes(`${payer ?? ''}：`)) ?? '';
      // Nothing but title, remarks and headings stands above.
      expect(page.split(`${payer ?? ''}：`)[0]).not.toContain('小计');
    }
    expect(pages.filter((page) => page.includes('经办：'))).toHaveLength(groups.length);
  });
});
