/** 名册范围 in 说明, as people write it. */
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkRoster } from '../../../rules/check-roster.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { UnusableInput } from '../../../rules/unusable-input.ts';
import { findScheme } from '../../support/templates.ts';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import { addressOf } from '../../../workbook/roster/roster-addresses.ts';
import { readMasterRoster, readSchemeId } from '../../../workbook/roster/read-master-roster.ts';
import { writeMasterRoster } from '../../../workbook/roster/write-master-roster.ts';

let scheme: Scheme;
beforeAll(async () => {
  scheme = await findScheme('shanghai-security-2024');
});

async function read(written?: string, of = scheme) {
  const bytes = await writeMasterRoster(of, {}, [], { coverage: written });
  return readMasterRoster(openWorkbook(bytes, '名册.xlsx'), of);
}

describe('名册范围', () => {
  it.each([
    ['全部', { kind: 'all', isStated: true }],
    ['全 部', { kind: 'all', isStated: true }],
    ['', { kind: 'all', isStated: false }],
    ['　', { kind: 'all', isStated: false }],
    ['仅推荐单位', { kind: 'nominated' }],
    ['松江', { kind: 'districts', districts: ['松江'] }],
    ['上海市松江区、浦东新区', { kind: 'districts', districts: ['浦东', '松江'] }],
    ['崇明、 松江', { kind: 'districts', districts: ['松江', '崇明'] }],
    ['崇明，松江；内保处', { kind: 'districts', districts: ['松江', '崇明', '内保处'] }],
  ])('“%s”', async (written, coverage) => {
    const { roster } = await read(written);
    expect(roster.coverage).toEqual(coverage);
    expect(roster.problems).toEqual([]);
  });

  it.each(['松江岛', '全部、松江', '仅推荐单位、松江', '松江崇明', '市里的'])(
    '“%s” is a fault that names the choices',
    async (written) => {
      const { roster, addresses } = await read(written);
      expect(roster.coverage).toEqual({ kind: 'all', isStated: false });
      const [remark, ...others] = checkRoster(scheme, roster).remarks;
      expect(others).toEqual([]);
      expect(remark).toMatchObject({ rule: 'unreadable-cell', severity: 'violation', nominations: [] });
      expect(remark?.message).toContain(`工作表“说明”的 B7 单元格（名册范围）应为“全部”、“仅推荐单位”，或以下名称`);
      expect(remark?.message).toContain(`、松江、`);
      expect(remark?.message).toContain(`现为“${written}”`);
      expect(remark && addressOf(addresses, remark.where[0])).toBe('B7');
    },
  );

  it('shows no ID number that somebody typed there', async () => {
    const { roster } = await read('990000198001010450');
    expect(checkRoster(scheme, roster).remarks[0]?.message).not.toMatch(/\d{6}/);
  });

  it('stands in a new roster as 全部, with a sentence of how to fill it in', async () => {
    const bytes = await writeMasterRoster(scheme, {});
    const cells = openWorkbook(bytes, '空.xlsx')
      .readSheet('说明')
      .rows.flatMap((row) => row.cells.flatMap((cell) => (cell.kind === 'text' ? [cell.text] : [])));
    expect(cells[cells.indexOf('名册范围') + 1]).toBe('全部');
    expect(cells.filter((text) => text.includes('列名后注“（可缺）”的，这一列可以整列不要'))).toHaveLength(1);
    expect(cells.some((text) => text.includes('“名册范围”写明') && text.includes('“仅推荐单位”'))).toBe(true);
  });

  it('is not asked for where nothing is counted over all members', async () => {
    const grading = await findScheme('inner-mongolia-grading-2022');
    const { roster, addresses } = await read('随便', grading);
    expect(roster.coverage).toEqual({ kind: 'all', isStated: false });
    expect(addresses.get('scheme')?.columns.size).toBe(0);
  });
});

describe('a label that stands in 说明 twice', () => {
  /** What stands beside 方案编号 in each row, or the sentence that refuses it; `-` is struck out. */
  const idOf = async (...rows: readonly (readonly (string | number | null)[])[]) => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('说明');
    for (const [at, row] of rows.entries()) {
      row.forEach((value, column) => {
        const cell = sheet.getRow(at + 1).getCell(column + 1);
        const text = typeof value === 'string' ? value : null;
        cell.value = text?.startsWith('-') ? text.slice(1) : value;
        if (text?.startsWith('-')) cell.font = { strike: true };
      });
    }
    const opened = openWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()), '名册.xlsx');
    try {
      return readSchemeId(opened);
    } catch (error) {
      if (error instanceof UnusableInput) return error.message;
      throw error;
    }
  };

  it.each<[string, readonly (readonly (string | number | null)[])[]]>([
    [
      'the same',
      [
        ['方案编号', 'a-2024'],
        ['方案编号', 'a-2024'],
      ],
    ],
    [
      'the same in another writing',
      [
        ['方案编号', 'a-2024'],
        ['方案编号', ' ａ－2024 '],
      ],
    ],
    [
      'nothing in one of them',
      [
        ['方案编号', null],
        ['方案 编号', 'a-2024'],
      ],
    ],
    [
      'one that is struck out',
      [
        ['方案编号', '-b-2024'],
        ['方案编号', 'a-2024'],
      ],
    ],
    ['the same in one row', [['方案编号', 'a-2024', '方案编号', 'a-2024']]],
  ])('with %s is read', async (_, rows) => {
    expect(await idOf(...rows)).toBe('a-2024');
  });

  it.each<[string, readonly (readonly (string | number | null)[])[], readonly [string, string]]>([
    ['another', [['方案编号', 'a-2024'], [], ['方案编号', 'a-2023']], ['B1', 'B3']],
    [
      'a number',
      [
        ['方案编号', 'a-2024'],
        ['方案编号', 2024],
      ],
      ['B1', 'B2'],
    ],
    ['another in one row', [['方案编号', 'a-2024', '方案编号', 'a-2023']], ['B1', 'D1']],
    [
      'the third alone',
      [
        ['方案编号', 'a'],
        ['方案编号', 'a'],
        ['方案编号', 'b'],
      ],
      ['B1', 'B3'],
    ],
  ])('with %s is refused with both cells in one sentence', async (_, rows, [one, other]) => {
    expect(await idOf(...rows)).toMatch(
      new RegExp(
        `^文件“名册.xlsx”工作表“说明”中写了两个不同的方案编号（${one} 单元格是.+，${other} 单元格是.+），请[^。]+。$`,
      ),
    );
  });
});
