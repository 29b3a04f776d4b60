/** What the terminal says of findings: each cause once, and never more than a screen holds. */
import { expect, it } from 'vitest';
import { tellCauses } from '../../jobs/describe-finding.ts';
import { checkSample } from '../support/checked-sample.ts';
import type { Finding } from '../../rules/finding.ts';
import { mergeFindings } from '../../rules/merge-findings.ts';

const sample = await checkSample({ flawed: false });
const loaded = { remarks: [], ...sample, fileName: '名册.xlsx', source: { name: '名册.xlsx', bytes: sample.bytes } };

function finding(row: number, found: string, mend: string): Finding {
  const where = [{ sheet: 'memberUnits', row, heading: '所属' }] as const;
  const message = `所属“${found}”不是名额分配表中的名称`;
  return { rule: 'unknown-district', severity: 'violation', cite: null, where, nominations: [], message, found, mend };
}

function tell(findings: readonly Finding[]): string[] {
  const lines: string[] = [];
  tellCauses(mergeFindings(findings), '见审查报告', loaded, { tell: (line) => lines.push(line) });
  return lines;
}

it('a value in 326 cells is one line, with its range and the one mend', () => {
  const findings = Array.from({ length: 326 }, (_, index) => finding(index + 2, '黄浦区', '改为“黄浦”'));
  expect(tell(findings)).toEqual([
    '违规：名册.xlsx 会员单位 C2–C327：所属“黄浦区”不是名额分配表中的名称（326 处）；改为“黄浦”。',
  ]);
});

it.each([
  [19, 19],
  [20, 20],
  [21, 20],
  [400, 20],
])('of %i causes %i lines are said, and the rest is counted', (causes, lines) => {
  const told = tell(Array.from({ length: causes }, (_, index) => finding(index + 2, '甲', `改为 ${index}`)));
  expect(told).toHaveLength(lines);
  if (causes > 20) expect(told.at(-1)).toBe(`其余 ${causes - 19} 项 ${causes - 19} 处，见审查报告。`);
});

it('a sentence that ends, or asks, is not ended twice', () => {
  const cells = [2, 3].map((row) => ({
    ...finding(row, '甲', '改'),
    rule: 'unreadable-cell' as const,
    message: '会员单位 A2:A3 是合并单元格，请取消合并。',
  }));
  expect(tell(cells)).toEqual(['违规：会员单位 A2:A3 是合并单元格，请取消合并（2 处）。']);
  const question = { ...finding(2, '甲', '取消隐藏'), message: '第 2 行被隐藏，是否仍然有效？' };
  expect(tell([question])).toEqual(['违规：名册.xlsx 会员单位 C2：第 2 行被隐藏，是否仍然有效？取消隐藏。']);
});

it('a refused value that stands in several cells keeps what it can mean, and a contradiction what it is', () => {
  const said = (row: number) => ({
    ...finding(row, '“24.7.8”', '改为以下之一：2024-07-08、1924-07-08'),
    rule: 'unreadable-cell' as const,
    message: `C${row} 单元格应为日期，现为“24.7.8”，可能是 2024-07-08，也可能是 1924-07-08，请写明是哪一个。`,
  });
  const [line = '', ...others] = tell([said(2), said(3)]);
  expect(others).toEqual([]);
  expect(line).toContain('“24.7.8” 2 处，例如：C2 单元格应为日期');
  expect(line).toContain('可能是 2024-07-08，也可能是 1924-07-08');
});
