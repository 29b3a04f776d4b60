/** A control character in one cell of the roster, as other programs leave them: every form is printed all the same. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { patchWorkbook } from '../../ooxml/patch/patch-workbook.ts';
import { readMasterRoster } from '../../workbook/roster/read-master-roster.ts';
import { findShanghai } from '../support/full-scheme.ts';
import { runCli } from '../support/run-cli.ts';
import { writeSample } from '../support/sample-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'controls-'));
const sample = join(folder, '总名册.xlsx');
const altered = join(folder, '控制字符.xlsx');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const Forms = z.object({ forms: z.number(), skipped: z.array(z.unknown()) });
const Check = z.object({
  findings: z.array(
    z.object({
      rule: z.string(),
      severity: z.string(),
      message: z.string(),
      cells: z.array(z.object({ cell: z.string() })),
    }),
  ),
});
const PLACES = [
  ['主要事迹', 5, '\u000b'],
  ['主要事迹', 7, '\u2028'],
  ['职务', 9, '\u0007'],
  ['姓名', 11, '\u0000'],
] as const;

beforeAll(async () => {
  await writeSample(sample, 'shanghai-security-2024');
  const bytes = readFileSync(sample);
  const { roster, addresses } = readMasterRoster(openWorkbook(bytes, ''), await findShanghai());
  const persons = roster.nominees.filter(({ idNumber }) => idNumber !== '');
  const changes = PLACES.map(([heading, index, control]) => {
    const { row, facts } = persons[index] ?? { row: 0, facts: new Map<string, string>() };
    const text = String(facts.get(heading));
    const address = `${addresses.get('nominees')?.columns.get(heading) ?? ''}${row}`;
    return { sheet: '推荐名单', address, value: text.slice(0, 2) + control + text.slice(2) };
  });
  writeFileSync(altered, patchWorkbook(bytes, '', changes));
});

it('forms prints them all', () => {
  const run = runCli('forms', altered, '--out', join(folder, 'forms'), '--json');
  expect(run.status).toBe(0);
  expect(Forms.parse(JSON.parse(run.stdout))).toEqual({ forms: 589, skipped: [] });
});

it('check notes each column once with its cells, and nothing waits for it', () => {
  const run = runCli('check', altered, '--json');
  expect(run.status).toBe(0);
  const { findings } = Check.parse(JSON.parse(run.stdout));
  const notes = findings.filter(({ rule }) => rule === 'cell-note');
  expect(notes.map(({ severity, message, cells }) => [severity, message, cells.length])).toEqual([
    ['note', '“主要事迹”有 2 个单元格含有看不见的控制字符，已按换行读取', 2],
    ['note', '“职务”含有看不见的控制字符，已去掉', 1],
    ['note', '“姓名”含有看不见的控制字符，已去掉', 1],
  ]);
});
