/** A number that a spreadsheet has mangled, in every table that names units, from the workbook to what is said of it. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { RosterCheck } from '../../../rules/check-roster.ts';
import type { TableKey } from '../../../rules/roster-cell.ts';
import type { FactValue } from '../../../rules/roster-column.ts';
import { checkTables, sampleScheme, SIXTH, type SchemeSample } from '../../support/scheme-sample.ts';

let sample: SchemeSample;
beforeAll(async () => {
  sample = await sampleScheme(SIXTH);
});

const rowsOf = (rows: readonly Record<string, FactValue>[]) => rows.map((row) => new Map(Object.entries(row)));

/** One nomination, one row of scores and one project of a unit, named so; two members whose numbers look alike once they are rounded. */
function check(number: string, name: string): Promise<{ check: RosterCheck }> {
  const nominee = { 申报编号: 'A1', 奖项: '安心民宿', 单位编号: number, 单位名称: name };
  const tables = {
    ...sample.tables,
    memberUnits: rowsOf([
      { 编号: '160028', 全称: '虚构乙客栈', 所属: '湖区' },
      { 编号: '160413', 全称: '虚构丙客栈', 所属: '湖区' },
    ]),
    nominees: rowsOf([nominee]),
    scores: rowsOf([{ 编号: number, 全称: name, '基本得分（协会）': 50 }]),
    projects: rowsOf([{ 单位编号: number, 工程名称: '虚构工程' }]),
    confirmations: [],
    materials: [],
    experts: rowsOf([{ 姓名: '甲', 工作单位: name, 单位编号: number }]),
    expertScores: [],
    objections: [],
  };
  return checkTables(sample.scheme, tables);
}

/** `推荐名单 单位编号 question: …` of what is said of the numbers. */
const saidOf = ({ remarks }: RosterCheck, sheet: TableKey) =>
  remarks
    .filter(({ where: [cell] }) => cell.sheet === sheet && (cell.heading === '单位编号' || cell.heading === '编号'))
    .map(({ severity, message, candidates }) => ({ severity, message, candidates: candidates ?? [] }));

describe('a mangled number whose name leaves one unit', () => {
  it.each([
    ['160028.0', '虚构乙客栈'],
    ['1.6E+05', '虚构乙客栈'],
    ['1.60028E+05', '虚构乙客栈'],
  ])('%s is read in every table, with a note', async (number, name) => {
    const { check: result } = await check(number, name);
    const { roster } = result.index;
    expect([roster.nominees[0], roster.scores[0], roster.experts[0]].map((row) => row?.unitNumber)).toEqual([
      '160028',
      '160028',
      '160028',
    ]);
    const note = { severity: 'note', candidates: [] };
    for (const [sheet, heading] of [
      ['nominees', '单位编号'],
      ['scores', '编号'],
      ['experts', '单位编号'],
    ] as const) {
      expect(saidOf(result, sheet)).toContainEqual({
        ...note,
        message: `“${heading}”写的是“${number}”，按“160028”读取`,
      });
    }
  });
});

describe('a number that leaves two units, or only one like it', () => {
  it.each([
    ['1.6E+05', '', ['160028', '160413']],
    ['160029', '', ['160028']],
    ['160029', '虚构乙客栈', ['160028']],
    ['160029', '虚构丙客栈', ['160413', '160028']],
    ['999999', '虚构丙客栈', ['160413']],
  ])(
    '%s with the name %j is a question with %j, and nobody is told to add a member',
    async (number, name, candidates) => {
      const { check: result } = await check(number, name);
      for (const sheet of ['nominees', 'scores'] as const) {
        const said = saidOf(result, sheet).filter(({ severity }) => severity !== 'note');
        expect(said.map(({ severity }) => severity)).toEqual(['question']);
        expect(said[0]?.candidates).toEqual(candidates);
        for (const candidate of candidates) expect(said[0]?.message).toContain(`“${candidate}”`);
      }
      expect(JSON.stringify(result.remarks.map(({ mend }) => mend))).not.toContain('补入会员单位');
      expect(result.nominees[0]?.cleared).toBe(false);
    },
  );

  it('with a number that is right and no name is a question with the name', async () => {
    const { check: result } = await check('160028', '');
    const [question] = result.remarks.filter(({ rule }) => rule === 'unit-name-differs');
    expect(question).toMatchObject({ severity: 'question', candidates: ['虚构乙客栈'] });
    expect(question?.message).toContain('是否这一家');
    expect(result.nominees[0]?.cleared).toBe(false);
    expect(result.remarks.some(({ rule, message }) => rule === 'field-missing' && message.includes('单位名称'))).toBe(
      false,
    );
  });
});
