/** From the command line: what is listed because somebody decided so is said on the screen, in JSON and in each output that lists it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import type { FactValue } from '../../rules/roster-column.ts';
import { makeSampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { findShanghai } from '../support/full-scheme.ts';
import { runCli } from '../support/run-cli.ts';
import { unpackTexts } from '../support/unpack.ts';

const folder = mkdtempSync(join(tmpdir(), 'pingyou-decided-'));
const at = (name: string) => join(folder, name);
const REASON = '户口簿上就是这个名字';
let number = '';

beforeAll(async () => {
  const scheme = await findShanghai();
  const { tables } = makeSampleRoster(scheme, { seed: 1, flawed: false });
  const cadre = tables.nominees.find((row) => row.get('奖项') === '先进保卫干部');
  if (!cadre) throw new Error('no cadre');
  cadre.set('姓名', '样一二三四五六七');
  number = String(cadre.get('申报编号') ?? '');
  const decision: [string, FactValue][] = [
    ['事项', '名称不能公开'],
    ['对象', number],
    ['决定', '同意'],
    ['决定单位', '秘书处'],
    ['决定日期', '2024-12-01'],
    ['理由', REASON],
  ];
  writeFileSync(at('未决定.xlsx'), await writeMasterRoster(scheme, tables));
  tables.decisions.push(new Map(decision));
  writeFileSync(at('总名册.xlsx'), await writeMasterRoster(scheme, tables));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const Result = z.object({
  decided: z.array(z.object({ row: z.number(), application: z.string(), decisionOf: z.number() })),
});

const textOf = (name: string) => [...unpackTexts(readFileSync(at(name))).values()].join('');

it.each([
  ['rosters', () => `本表有 1 项按总名册“决定”表的决定列入：${number}；`],
  ['prizes', () => `本表有 1 项按总名册“决定”表的决定计入：${number}；`],
  ['notice', () => '注：以上名单中有 1 项经个别研究决定列入。'],
])('%s', (command, line) => {
  const run = runCli(command, at('总名册.xlsx'), '--out', at(`${command}.xlsx`), '--json');
  expect([run.status, run.stderr.includes(`本表有 1 项按总名册“决定”表的决定列入：${number}；`)]).toEqual([0, true]);
  const { decided } = Result.parse(JSON.parse(run.stdout));
  expect(decided.map(({ row, application, decisionOf }) => [application, row === decisionOf])).toEqual([
    [number, true],
  ]);
  const text = textOf(`${command}.xlsx`);
  expect(text).toContain(line());
  expect(text.split(/本表有|以上名单中有/)).toHaveLength(command === 'prizes' ? 3 : 2);
  expect(text).not.toContain(REASON);

  const before = runCli(command, at('未决定.xlsx'), '--json');
  expect(Result.parse(JSON.parse(before.stdout)).decided).toEqual([]);
  expect(before.stderr).not.toContain('本表有');
});

it('forms', () => {
  const run = runCli('forms', at('总名册.xlsx'), '--only', number, '--by', 'all', '--out', at('forms'));
  expect(run.status).toBe(0);
  expect(textOf('forms/审批表.xlsx')).toContain(`按总名册“决定”表的决定通过审查（${number}）`);
});
