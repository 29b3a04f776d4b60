import { beforeAll, describe, expect, it } from 'vitest';
import { listApplicationFiles, type ApplicationFile } from '../../../rules/application-file.ts';
import { checkRoster } from '../../../rules/check-roster.ts';
import type { MasterRoster, MaterialRow } from '../../../rules/master-roster.ts';
import { writeApplicationFile } from '../../../workbook/draw/write-application-file.ts';
import { readValues, recalculate, toPdfPages } from '../../support/libreoffice.ts';
import { AWARDS_2024, GRADING, sampleScheme, type SchemeSample } from '../../support/scheme-sample.ts';
import { missing } from '../../support/tools.ts';
import { unpackTexts } from '../../support/unpack.ts';

let sample: SchemeSample;

beforeAll(async () => {
  sample = await sampleScheme(AWARDS_2024);
});

/** The application of the first nominee for an award, after the roster was changed. */
function fileOf(award: string, changes: Partial<MasterRoster> = {}): ApplicationFile {
  const check = checkRoster(sample.scheme, { ...sample.roster, ...changes });
  const file = listApplicationFiles(check).find((each) => each.check.award.shortName === award);
  if (!file) throw new Error(`nobody applies for ${award}`);
  return file;
}

function changeMaterial(award: string, position: number, change: Partial<MaterialRow>): Partial<MasterRoster> {
  const { application } = fileOf(award).check.nominee;
  const materials = sample.roster.materials.map((row) =>
    row.application === application && row.position === position ? { ...row, ...change } : row,
  );
  return { materials };
}

async function readRows(file: ApplicationFile, sheet: string, columns = 'ABCDEF'): Promise<string[][]> {
  const cells = (await readValues(await writeApplicationFile(sample.scheme, file, []))).get(sheet);
  if (!cells) throw new Error(`no sheet ${sheet}`);
  const last = Math.max(...[...cells.keys()].map((address) => Number(address.replace(/\D/g, ''))));
  return Array.from({ length: last }, (_, row) =>
    Array.from(columns, (letter) => String(cells.get(`${letter}${row + 1}`) ?? '')),
  );
}

describe('the contents', () => {
  it('list what stands behind them, with the page on which each begins', async () => {
    const file = fileOf('突出贡献奖');
    const pages = file.items.map(({ row }) => row?.pages ?? 0);
    expect(pages).toHaveLength(10);
    const rows = (await readRows(file, '目录', 'ABC')).slice(1);
    expect(rows.map(([, text]) => text)).toEqual(file.items.slice(2).map(({ item }) => item.text));
    // Page 1 is the contents itself; each item begins where the pages before it end.
    const begins = pages.slice(2).map((_, index) => pages.slice(1, 2 + index).reduce((sum, each) => sum + each, 1));
    expect(rows.map(([, , page]) => Number(page))).toEqual(begins);
  });

  it('leave pages open that are not known, and say why', async () => {
    const rows = await readRows(fileOf('突出贡献奖', changeMaterial('突出贡献奖', 4, { pages: null })), '目录', 'ABC');
    expect(rows.slice(1, 9).map(([, , page]) => page !== '')).toEqual([
      true,
      true,
      ...Array.from({ length: 6 }, () => false),
    ]);
    expect(rows.at(-1)?.[0]).toContain('补填页数');
  });
});

describe('the checklist', () => {
  it('says of each item who brings it, whether it is there and what is to be done', async () => {
    const rows = await readRows(
      fileOf('诚信单位', changeMaterial('诚信单位', 5, { state: 'faulty', remark: '不是今年的' })),
      '材料清单',
    );
    const heading = rows.findIndex(([number]) => number === '序号');
    expect(rows[heading]).toEqual(['序号', '材料', '由谁提供', '情况', '页数', '还要做什么']);
    const items = rows.slice(heading + 1, heading + 12);
    expect(items.map(([number]) => Number(number))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(items[0]?.[2]).toBe('随附表格，申报方签章');
    expect(items[5]?.slice(1, 4)).toEqual(['连续 3 年及以上为协会会员（协会认定）', '协会查询', '已交']);
    expect(items[4]?.slice(3)).toEqual(['不合要求', expect.stringMatching(/^\d+$/), '请改正后重交：不是今年的']);
    expect(rows.some(([text]) => text === '共 11 项：已交 10 项，不合要求 1 项。')).toBe(true);
  });

  it('ends with every rule of layout, its clause, and a place to sign', async () => {
    const rows = await readRows(fileOf('诚信单位'), '材料清单');
    const layout = sample.scheme.materials?.layout ?? [];
    expect(layout.length).toBeGreaterThan(4);
    for (const { text, cite } of layout) {
      expect(rows.find(([box, each]) => box === '□' && each === text)?.[4]).toContain(cite.clause);
    }
    expect(rows.map(([text]) => text)).toEqual(expect.arrayContaining(['申报方（签字或盖章）：', '协会核对人：']));
  });
});

describe('the questions', () => {
  it('are those of the award, each with its clause, and answered as far as the roster is', async () => {
    const { application } = fileOf('突出贡献奖').check.nominee;
    const open = sample.roster.confirmations.find((row) => row.application === application);
    const confirmations = sample.roster.confirmations.map((row) =>
      row === open ? { ...row, holds: null, on: '' } : row,
    );
    const file = fileOf('突出贡献奖', { confirmations });
    const rows = await readRows(file, '人工确认单');
    const heading = rows.findIndex(([number]) => number === '序号');
    const asked = file.check.award.conditions.filter(({ kind }) => kind === 'confirmation');
    expect(rows.slice(heading + 1).map(([, demand]) => demand)).toEqual(asked.map(({ demand }) => demand));
    for (const [index, { demand, cite }] of asked.entries()) {
      const row = rows[heading + 1 + index] ?? [];
      expect(row[2]).toContain(cite.clause);
      expect(row[2]).toContain(cite.quote);
      expect(row.slice(3)).toEqual(demand === open?.condition ? ['', '样例核', ''] : ['是', '样例核', '2024-11-18']);
    }
  });
});

describe('the workbook', () => {
  it('has the sheets that the document asks for, and no others', async () => {
    const grading = await sampleScheme(GRADING);
    const inGrading = async (hasMaterials: boolean) => {
      const file = listApplicationFiles(grading.check).find(({ items }) => items.length > 0 === hasMaterials);
      if (!file) throw new Error('there is no such application');
      return [...(await readValues(await writeApplicationFile(grading.scheme, file, []))).keys()];
    };
    expect(await inGrading(true)).toContain('材料清单');
    expect(await inGrading(true)).not.toContain('目录');
    expect(await inGrading(false)).toEqual(['人工确认单']);
    const all = [...(await readValues(await writeApplicationFile(sample.scheme, fileOf('优秀企业家'), []))).keys()];
    expect(all).toEqual(['目录', '材料清单', '人工确认单']);
  });

  it('holds no ID number, in any part', async () => {
    const file = fileOf('优秀企业家');
    const { idNumber } = file.check.nominee;
    expect(idNumber).toMatch(/^\d{17}[\dX]$/);
    const parts = unpackTexts(await writeApplicationFile(sample.scheme, file, []));
    expect(parts.size).toBeGreaterThan(5);
    for (const text of parts.values()) expect(text).not.toContain(idNumber);
  });
});

describe.skipIf(missing('soffice', 'pdftotext'))('the workbook in LibreOffice', () => {
  it('keeps every value, and prints each sheet on one page, the contents under the award’s name', async () => {
    const bytes = await writeApplicationFile(sample.scheme, fileOf('诚信单位'), []);
    expect(await recalculate(bytes)).toEqual(await readValues(bytes));
    const pages = await toPdfPages(bytes);
    expect(pages).toHaveLength(3);
    const [contents, checklist, questions] = pages;
    expect(contents).toMatch(/^\s*内蒙古自治区安防高质量发展诚信单位\s+目\s+录/);
    expect(contents?.trimEnd()).toMatch(/\n\s*1$/);
    expect(checklist).toContain('申报材料清单');
    expect(questions).toContain('人工确认单');
  });
});
