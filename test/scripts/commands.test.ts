/** The main job from the outside: the bundled command line on the sample, as a user runs it. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { SHEET } from '../../rules/roster-cell.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { runCli } from '../support/run-cli.ts';
import { writeSample } from '../support/sample-file.ts';
import { readPublishedQuotas } from '../support/source-document.ts';

const folder = mkdtempSync(join(tmpdir(), 'pingyou-commands-'));
const at = (name: string) => join(folder, name);
const roster = at('总名册.xlsx');
const flawed = at('flawed.xlsx');

const Flaws = z.object({
  flaws: z.array(
    z.object({
      rule: z.string(),
      severity: z.string(),
      sheet: z.enum(['scheme', 'memberUnits', 'scores', 'nominees', 'overrides', 'sequence', 'decisions']),
      row: z.number().nullable(),
      heading: z.string(),
    }),
  ),
});
const Quotas = z.record(z.string(), z.number());
const Sum = z.object({ members: z.number(), quotas: Quotas });
const Allocation = z.object({
  rows: z.array(
    z.object({
      district: z.string(),
      members: z.number().nullable(),
      quotas: Quotas,
      explain: z.record(z.string(), z.object({ sentence: z.string() })),
    }),
  ),
  subtotal: Sum,
  total: Sum,
  grandTotal: z.number(),
});
const CheckResult = z.object({
  summary: z.object({ cleared: z.number(), violations: z.number(), questions: z.number() }),
  findings: z.array(z.object({ rule: z.string(), severity: z.string(), sheet: z.string(), cell: z.string() })),
  nominees: z.array(z.object({ proof: z.string(), cleared: z.boolean(), standing: z.object({ prize: z.string() }) })),
});

let flaws: z.infer<typeof Flaws>['flaws'] = [];

beforeAll(async () => {
  await writeSample(roster, 'shanghai-security-2024');
  const made = runCli('sample', '--scheme', 'shanghai-security-2024', '--flawed', '--json', '--out', flawed);
  expect(made.status).toBe(0);
  flaws = Flaws.parse(JSON.parse(made.stdout)).flaws;
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const fileHash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

it('the engine knows every setting that it is given: it says nothing', () => {
  const { status, stderr } = runCli('--help');
  expect([status, stderr]).toEqual([0, '']);
});

describe('allocate', () => {
  it('gives 附件1 in every cell', () => {
    const run = runCli('allocate', roster, '--json');
    expect(run.status).toBe(0);
    const { rows, subtotal, total, grandTotal } = Allocation.parse(JSON.parse(run.stdout));
    const published = readPublishedQuotas();
    expect(rows.map(({ district, members, quotas }) => ({ district, members, ...quotas }))).toEqual(published.rows);
    expect({ members: subtotal.members, ...subtotal.quotas }).toEqual(published.subtotal);
    expect({ members: total.members, ...total.quotas }).toEqual(published.total);
    expect(grandTotal).toBe(published.grandTotal);
  });

  it('explains the cells that were set by hand', () => {
    const { rows } = Allocation.parse(JSON.parse(runCli('allocate', roster, '--json').stdout));
    const airport = rows.find(({ district }) => district === '机场');
    expect(airport?.explain['securityCadre']?.sentence).toMatch(
      /^附件1 36 家 × 2% = 0\.72 → 四舍五入 1；附件1定为 0：/,
    );
  });
});

describe('check', () => {
  it('clears every nominee of the sample', () => {
    const run = runCli('check', roster, '--json');
    expect(run.status).toBe(0);
    const { summary, findings } = CheckResult.parse(JSON.parse(run.stdout));
    expect(findings).toEqual([]);
    expect(summary.cleared).toBe(589);
  });

  it('finds each planted flaw at its cell, and nothing else', () => {
    const run = runCli('check', flawed, '--json', '--out', at('report.xlsx'));
    expect(run.status).toBe(1);
    const { findings } = CheckResult.parse(JSON.parse(run.stdout));
    const found = findings.map(({ rule, severity, sheet, cell }) => `${rule} ${severity} ${sheet} ${cell}`);
    const headings = readHeadings(flawed);
    const planted = flaws.map(({ rule, severity, sheet, row, heading }) => {
      const name = SHEET[sheet];
      // Right of the label, below the scheme’s own lines.
      const place = sheet === 'scheme' ? 'B7' : `${headings.get(`${name} ${heading}`) ?? '?'}${row ?? 1}`;
      return `${rule} ${severity} ${name} ${place}`;
    });
    expect(found.toSorted()).toEqual(planted.toSorted());
    expect(new Set(flaws.map(({ rule }) => rule)).size).toBeGreaterThan(25);
  });

  it('proves each verdict with points and vetoes', () => {
    const { nominees } = CheckResult.parse(JSON.parse(runCli('check', flawed, '--json').stdout));
    expect(
      nominees.some(({ proof }) => /^基本得分 \d+ 分，加分 \d+ 分，否决项 \d 发生：不符合参评条件（/.test(proof)),
    ).toBe(true);
    expect(
      nominees.filter(({ cleared }) => cleared).every(({ proof }) => proof.includes('否决项均未发生：符合参评条件')),
    ).toBe(true);
  });
});

describe('prizes', () => {
  it('come to 718,000 yuan', () => {
    const run = runCli('prizes', roster, '--json');
    expect(run.status).toBe(0);
    expect(z.object({ totalFen: z.number() }).parse(JSON.parse(run.stdout)).totalFen).toBe(71_800_000);
  });
});

describe('forms', () => {
  const Forms = z.object({
    files: z.array(z.string()),
    forms: z.number(),
    skipped: z.array(z.object({ row: z.number() })),
  });
  const sheetsOf = (path: string) => openWorkbook(readFileSync(path), path).sheets.map(({ name }) => name);

  it('gives every nominee one form, a workbook for each district', () => {
    const run = runCli('forms', roster, '--json', '--out', at('forms'));
    expect(run.status).toBe(0);
    const { files, forms, skipped } = Forms.parse(JSON.parse(run.stdout));
    expect([files.length, forms, skipped.length]).toEqual([21, 589, 0]);
    expect(files.reduce((sum, file) => sum + sheetsOf(file).filter((name) => name !== '目录').length, 0)).toBe(589);
  });

  it('gives nobody a form that the check has not cleared or a body has refused, and says who', () => {
    const run = runCli('forms', flawed, '--json', '--by', 'all', '--out', at('flawed-forms'));
    expect(run.status).toBe(1);
    const { forms, skipped } = Forms.parse(JSON.parse(run.stdout));
    const { nominees } = CheckResult.parse(JSON.parse(runCli('check', flawed, '--json').stdout));
    expect(forms).toBe(nominees.filter(({ cleared, standing }) => cleared && standing.prize !== 'rejected').length);
    expect(skipped.length).toBeGreaterThan(0);
    expect(run.stderr).toContain(`flawed.xlsx“推荐名单”第 ${skipped[0]?.row ?? 0} 行`);
  });

  it('marks the forms of those nominees as drafts when asked for', () => {
    const run = runCli('forms', flawed, '--by', 'all', '--draft', '--only', '浦东', '--out', at('drafts'));
    expect(run.status).toBe(0);
    const names = sheetsOf(at('drafts/审批表.xlsx'));
    expect(names.filter((name) => name.startsWith('草稿')).length).toBeGreaterThan(0);
    expect(names.filter((name) => !name.startsWith('草稿')).length).toBeGreaterThan(0);
  });

  it('makes as many copies as asked for, only of what is asked for', () => {
    const run = runCli(
      'forms',
      roster,
      '--by',
      'award',
      '--only',
      '崇明',
      '机场',
      '--copies',
      '2',
      '--out',
      at('copies'),
    );
    expect(run.status).toBe(0);
    const files = readdirSync(at('copies')).filter((name) => name.endsWith('.xlsx'));
    expect(files).toHaveLength(4);
    expect(files.reduce((sum, name) => sum + sheetsOf(join(at('copies'), name)).length, 0)).toBe(
      2 * (2 + 1 + 1 + 1 + 1 + 1),
    );
  });
});

describe('sample --empty', () => {
  it('gives a roster that can be read, with nobody in it', () => {
    expect(runCli('sample', '--scheme', 'shanghai-security-2024', '--empty', '--out', at('empty.xlsx')).status).toBe(0);
    const run = runCli('check', at('empty.xlsx'), '--json');
    expect(run.status).toBe(0);
    const { summary, nominees } = CheckResult.parse(JSON.parse(run.stdout));
    expect([nominees.length, summary.violations]).toEqual([0, 0]);
  });
});

describe('unusable input', () => {
  const refused = (...args: string[]) => {
    const run = runCli(...args);
    expect(run.status).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).not.toMatch(/\n\s+at |Error/);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr.trim()).toMatch(/[\u4e00-\u9fff].*。$/);
    return run.stderr;
  };

  it('is told in one sentence: no such file', () => {
    expect(refused('check', at('nowhere.xlsx'), '--json')).toContain('没有这个文件');
  });

  it('is told in one sentence: no workbook', () => {
    writeFileSync(at('text.xlsx'), 'no workbook');
    expect(refused('check', at('text.xlsx'), '--json')).toContain('text.xlsx');
  });

  it('is told in one sentence: nowhere to write to', () => {
    expect(refused('allocate', roster)).toContain('--out');
  });

  it.each([
    [['nonsense'], 'nonsense'],
    [['check', '--nonsense'], '--nonsense'],
    [['check'], '总名册'],
    [['sample'], '--out'],
    [['forms', 'r.xlsx', '--by', 'nonsense'], '--by'],
    [['forms', 'r.xlsx', '--copies', '0'], '--copies'],
  ])('is told in one sentence: %j', (args, part) => {
    expect(refused(...args)).toContain(part);
  });
});

describe('files', () => {
  it('are replaced while they are the command’s own, and never when somebody changed them', () => {
    const out = at('quota.xlsx');
    expect(runCli('allocate', roster, '--out', out).status).toBe(0);
    expect(runCli('allocate', roster, '--out', out).status).toBe(0);
    writeFileSync(out, '别人的表');
    const before = fileHash(out);
    const run = runCli('allocate', roster, '--out', out);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('--force');
    expect(fileHash(out)).toBe(before);
    expect(runCli('allocate', roster, '--out', out, '--force').status).toBe(0);
    expect(fileHash(out)).not.toBe(before);
    // Somebody's copy of what is read may be the only one: it is not replaced by force either.
    copyFileSync(roster, out);
    expect(runCli('allocate', roster, '--out', out, '--force').status).toBe(2);
    expect(fileHash(out)).toBe(fileHash(roster));
  });

  it('that are read stay as they are, and nothing half-written stays behind', () => {
    const before = fileHash(roster);
    expect(runCli('all', roster, '--out', at('all')).status).toBe(0);
    expect(fileHash(roster)).toBe(before);
    const left = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'));
    expect(left).toEqual([]);
    expect(existsSync(at('all/审批表/浦东-审批表.xlsx'))).toBe(true);
  });
});

/** `推荐名单 奖项` → `A`, from the first row of each sheet. */
function readHeadings(path: string): Map<string, string> {
  const workbook = openWorkbook(readFileSync(path), path);
  const headings = new Map<string, string>();
  for (const { name } of workbook.sheets) {
    for (const cell of workbook.readSheet(name).rows[0]?.cells ?? []) {
      if (cell.kind === 'text') headings.set(`${name} ${cell.text}`, String.fromCharCode(64 + cell.column));
    }
  }
  return headings;
}
