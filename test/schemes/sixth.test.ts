/**
 * The proof that nothing of a document is in the code: an invented sixth scheme, made only of data, goes through the real command line. Every
 * number expected here is worked out from its `source.md` by hand.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asScored } from '../../rules/parts.ts';
import type { ScoredScheme } from '../../rules/scheme.ts';
import { findScheme } from '../support/templates.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { readMasterRoster } from '../../workbook/roster/read-master-roster.ts';
import { fillingOf, fillSheet } from '../support/filled-sheets.ts';
import { readValues } from '../support/libreoffice.ts';
import { runCli } from '../support/run-cli.ts';

const ID = 'starbridge-inns-2031';
const TEMPLATES = fileURLToPath(new URL('sixth', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'sixth-'));
const at = (...names: string[]) => join(folder, ...names);
const roster = at('总名册.xlsx');
let scheme: ScoredScheme;

const run = (...args: string[]) => runCli(...args, '--templates', TEMPLATES);

/** What a command gives a program. */
function ask<Shape extends z.ZodType>(shape: Shape, ...args: string[]): z.infer<Shape> {
  const { status, stdout, stderr } = run(...args, '--json');
  expect([status, stderr]).toEqual([0, stderr]);
  return shape.parse(JSON.parse(stdout));
}

/** All texts and numbers of a workbook, by sheet. */
async function valuesOf(file: string): Promise<Map<string, unknown[]>> {
  const sheets = await readValues(readFileSync(file));
  return new Map([...sheets].map(([name, cells]) => [name, [...new Map(cells).values()]]));
}

beforeAll(async () => {
  scheme = asScored(await findScheme(ID, TEMPLATES));
  expect(run('sample', '--out', roster).status).toBe(0);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the commands on the sixth scheme', () => {
  it('allocate: parts of the members, rounded up, and two cells by hand', () => {
    const rows = z.array(z.object({ district: z.string(), quotas: z.record(z.string(), z.number()) }));
    const result = ask(z.object({ rows, grandTotal: z.number() }), 'allocate', roster);
    const cells = result.rows.map(({ district, quotas }) => {
      const { calmInn, calmCrew, calmKeeper } = quotas;
      return [district, calmInn, calmCrew, calmKeeper];
    });
    expect(cells).toEqual([
      ['湖区', 22, 11, 27],
      ['山区', 17, 9, 21],
      ['古镇', 11, 5, 14],
      ['海岛', 3, 2, 0],
      ['外驻点', 24, 12, 24],
    ]);
    expect(result.grandTotal).toBe(202);
  });

  it('check: the sample is in order', () => {
    const summary = z.object({
      nominees: z.number(),
      cleared: z.number(),
      violations: z.number(),
      questions: z.number(),
    });
    const result = ask(z.object({ summary }), 'check', roster, '--out', at('审查.xlsx'));
    expect(result.summary).toEqual({ nominees: 202, cleared: 202, violations: 0, questions: 0 });
  });

  it('check: the flawed sample has what was planted, and ends with 1', () => {
    const made = ask(
      z.object({ flaws: z.array(z.object({ rule: z.string() })) }),
      'sample',
      '--flawed',
      '--out',
      at('有误.xlsx'),
    );
    const { status, stdout } = run('check', at('有误.xlsx'), '--out', at('有误审查.xlsx'), '--json');
    const { findings } = z.object({ findings: z.array(z.object({ rule: z.string() })) }).parse(JSON.parse(stdout));
    expect(status).toBe(1);
    expect(findings.map(({ rule }) => rule).toSorted()).toEqual(made.flaws.map(({ rule }) => rule).toSorted());
    expect(findings.length).toBeGreaterThan(50);
  });

  it('forms: its own form for each nominee, filled', async () => {
    const result = ask(z.object({ files: z.array(z.string()), forms: z.number() }), 'forms', roster, '--out', at('表'));
    expect(result.forms).toBe(202);
    expect(
      readdirSync(at('表'))
        .filter((name) => name.endsWith('.xlsx'))
        .toSorted(),
    ).toEqual(['古镇', '外驻点', '山区', '海岛', '湖区'].map((name) => `${name}-推荐表.xlsx`).toSorted());
    const cells = [...(await valuesOf(at('表', '海岛-推荐表.xlsx'))).values()];
    expect(cells).toHaveLength(5);
    for (const values of cells) {
      expect(values).toContain('2031年度安心评选推荐表（集体）');
      expect(values).toContain('海岛');
      expect(values.join('')).not.toContain('{{');
    }
    expect(cells.filter((values) => values.includes('安心班组'))).toHaveLength(2);
  });

  it('rosters, notice: everybody, and no ID number anywhere', async () => {
    for (const command of ['rosters', 'notice']) {
      const file = at(`${command}.xlsx`);
      expect(run(command, roster, '--out', file).status).toBe(0);
      const texts = [...(await valuesOf(file)).values()].flat().map(String);
      for (const award of scheme.awards) expect(texts.join(' ')).toContain(award.name);
      expect(texts.join(' ')).not.toMatch(/990000\d{11}/);
    }
  });

  it('prizes: 3000 an inn and 500 a keeper, and nothing twice for a crew', () => {
    const prizes = z.array(z.object({ award: z.string(), fen: z.number() }));
    const byPayer = z.array(z.object({ payer: z.string().nullable() }));
    const result = ask(z.object({ totalFen: z.number(), prizes, byPayer }), 'prizes', roster, '--out', at('奖金.xlsx'));
    expect(result.totalFen).toBe((77 * 3000 + 86 * 500) * 100);
    expect(result.prizes.filter(({ award, fen }) => award === 'calmCrew' && fen === 0)).toHaveLength(39);
    expect(new Set(result.byPayer.map(({ payer }) => payer))).toEqual(
      new Set(['互助会总会', '湖区分会', '山区分会', '古镇分会', '海岛分会', null]),
    );
  });

  it('materials: a checklist for every inn and every keeper who is full-time', () => {
    const { files } = ask(z.object({ files: z.array(z.string()) }), 'materials', roster, '--out', at('材料'));
    const lists = files.filter((file) => file.endsWith('-清单.xlsx'));
    const keepers = readRoster().nominees.filter(({ facts }) => facts.get('管家类别') === '专职');
    expect(lists.filter((file) => file.includes('安心民宿'))).toHaveLength(77);
    expect(lists.filter((file) => file.includes('安心管家'))).toHaveLength(keepers.length);
    expect(lists.some((file) => file.includes('安心班组'))).toBe(false);
  });

  it('grade: is refused, as its document has no grades', () => {
    const { status, stderr } = run('grade', roster, '--out', at('等级.xlsx'));
    expect([status, stderr]).toEqual([2, expect.stringContaining('没有规定等级评定')]);
  });

  function readRoster(file = roster) {
    return readMasterRoster(openWorkbook(readFileSync(file), '总名册.xlsx'), scheme).roster;
  }

  it('sheets and collect: half points go out, come back, and decide', () => {
    expect(run('sheets', roster, '--district', '海岛', '--out', at('发出')).status).toBe(0);
    const names = readdirSync(at('发出', '海岛')).filter((name) => name.endsWith('.xlsx'));
    expect(names).toHaveLength(3);
    // Half points: 48 points are 96 steps; the line is 97.
    const steps = [96, 97, 98];
    const bonusSteps = 7;
    for (const [index, name] of names.entries()) {
      const path = at('发出', '海岛', name);
      writeFileSync(path, fillSheet(readFileSync(path), scheme, fillingOf(scheme, steps[index] ?? 0, bonusSteps)));
    }
    const files = z.object({ received: z.number(), accepted: z.number() });
    const units = z.object({ counted: z.number(), missing: z.number() });
    const result = ask(
      z.object({ files, units }),
      'collect',
      at('发出'),
      '--roster',
      roster,
      '--out',
      at('汇总.xlsx'),
      '--write-roster',
      at('填好.xlsx'),
    );
    expect(result.files).toMatchObject({ received: 3, accepted: 3 });
    expect(result.units).toEqual({ counted: 3, missing: 1302 });
    const written = readRoster(at('填好.xlsx')).scores.filter(({ unitNumber }) =>
      names.some((name) => name.startsWith(unitNumber)),
    );
    expect(written.map(({ associationBasic, associationBonus }) => [associationBasic, associationBonus])).toEqual([
      [48, 3.5],
      [48.5, 3.5],
      [49, 3.5],
    ]);
    const { stdout } = run('check', at('填好.xlsx'), '--out', at('填好审查.xlsx'), '--json');
    const finding = z.object({ rule: z.string(), message: z.string() });
    const { findings } = z.object({ findings: z.array(finding) }).parse(JSON.parse(stdout));
    expect(findings.filter(({ rule }) => rule === 'basic-points').map(({ message }) => message)).toEqual([
      expect.stringContaining('48 分，低于 48.5 分'),
    ]);
  });
});
