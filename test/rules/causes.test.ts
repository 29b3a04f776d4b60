/** One entry for each cause: nothing is lost, nothing is said twice. */
import { expect, it } from 'vitest';
import { groupCauses } from '../../rules/causes.ts';
import type { Finding } from '../../rules/finding.ts';
import { mergeFindings } from '../../rules/merge-findings.ts';
import { makeIndex, makeScheme, makeUnit } from '../support/small-scheme.ts';

function finding(row: number, found: string, more: Partial<Finding> = {}, heading = '所属'): Finding {
  return {
    rule: 'unknown-district',
    severity: 'violation',
    cite: null,
    where: [{ sheet: 'memberUnits', row, heading }],
    nominations: [],
    message: `第 ${row} 行“${found}”`,
    found,
    mend: '改为黄浦',
    ...more,
  };
}

const rosterOf = (units: number) => {
  const memberUnits = Array.from({ length: units }, (_, at) => makeUnit({ row: at + 2, 所属: '黄浦' }));
  return makeIndex(makeScheme([]), { memberUnits }).roster;
};
/** Of so many units what is said here is about few. */
const MANY = rosterOf(1000);

const group = (...findings: Finding[]) =>
  groupCauses(mergeFindings(findings), MANY).map(({ value, cells }) => [value, cells.map(({ row }) => row)]);

it('a value that stands in several cells is one, in the place of the first', () => {
  expect(group(finding(2, '黄浦区'), finding(3, '长宁区'), finding(4, '黄浦区'), finding(5, '长宁区'))).toEqual([
    ['黄浦区', [2, 4]],
    ['长宁区', [3, 5]],
  ]);
});

it('values that stand once are one, where the mend is one and the column', () => {
  expect(group(finding(2, '甲'), finding(3, '乙'), finding(4, '丙区'), finding(5, '丙区'))).toEqual([
    [null, [2, 3]],
    ['丙区', [4, 5]],
  ]);
  expect(group(finding(2, '甲'), finding(3, '乙', {}, '奖项'))).toEqual([
    ['甲', [2]],
    ['乙', [3]],
  ]);
});

it('the same value in several columns of a sheet is one', () => {
  expect(group(finding(2, '无', {}, '否决项1'), finding(2, '无', {}, '否决项2'))).toEqual([['无', [2, 2]]]);
});

it.each([
  ['another mend', { mend: '改为长宁' }],
  ['another rule', { rule: 'unknown-award' }],
  ['another severity', { severity: 'question' }],
  ['another sheet', { where: [{ sheet: 'nominees', row: 3, heading: '所属' }] }],
] as const)('%s is another cause', (_, more) => {
  expect(group(finding(2, '黄浦区'), finding(3, '黄浦区', more))).toHaveLength(2);
});

it('every remark is in one cause', () => {
  const remarks = mergeFindings(
    Array.from({ length: 300 }, (_, index) => finding(index + 2, String(index % 7), { mend: String(index % 3) })),
  );
  const causes = groupCauses(remarks, MANY);
  expect(causes.flatMap(({ remarks: own }) => own).toSorted((a, b) => remarks.indexOf(a) - remarks.indexOf(b))).toEqual(
    remarks,
  );
  expect(causes).toHaveLength(21);
});

it('a question asked of a column row by row names the rows, and the heading only where there are none', () => {
  const heading = '收到日期';
  const column = { sheet: 'nominees', row: null, heading } as const;
  const ask = (row: number) => finding(row, '空白', { message: '没有登记', where: [column, { ...column, row }] });
  expect(group(ask(2), ask(9))).toEqual([['空白', [2, 9]]]);
  expect(group(finding(0, '隐藏', { where: [column] }))).toEqual([['隐藏', [null]]]);
  // Another cell that is told of beside the heading is no row of the column.
  expect(group(finding(0, '差', { where: [column, { ...column, row: 5, heading: '奖项' }] }))).toEqual([
    ['差', [null]],
  ]);
});

it.each([
  ['nine of ten rows and four values', 9, 4, true],
  ['all rows', 10, 4, true],
  ['eight of ten', 8, 4, false],
  ['three values', 10, 3, false],
])('of a column wrong in %s', (_, rows, values, isOne) => {
  const wrong = Array.from({ length: rows }, (__, at) =>
    finding(at + 2, `值${at % values}`, { mend: `改${at % values}` }),
  );
  const causes = groupCauses(mergeFindings(wrong), rosterOf(10));
  expect(causes.map(({ column }) => column)).toEqual(
    isOne ? [{ heading: '所属', filled: 10 }] : Array.from({ length: values }, () => null),
  );
  expect(causes.flatMap(({ remarks }) => remarks)).toHaveLength(rows);
});
