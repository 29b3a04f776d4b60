/** A document with a score sheet and no districts: its sheets go out, come back and are counted. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asScored } from '../../rules/parts.ts';
import { findScheme } from '../support/templates.ts';
import { fillingOf, fillSheet } from '../support/filled-sheets.ts';
import { readValues } from '../support/libreoffice.ts';
import { runCli } from '../support/run-cli.ts';

const ID = 'undivided-2030';
const folder = mkdtempSync(join(tmpdir(), 'undivided-'));
const at = (...names: string[]) => join(folder, ...names);

const FILES: Readonly<Record<string, string>> = {
  'source.md': `虚构协会评选 2030 年度样例单位的通知

一、评选样例单位，须是协会会员，基本分 6 分及以上。

二、单位推荐。

附表 评分表（基本分满分 10 分）

管理 10分

1 制度齐全 6

2 记录完整 4

基本分合计 10

附加 2分

1 经验推广 2

总计 12

每项以 1 分计
`,
  'scheme.yaml': `id: ${ID}
title: 2030年度样例单位评选
edition: '2030'
issuer: 虚构协会
documents:
  - { key: notice, title: 虚构协会评选 2030 年度样例单位的通知, shortTitle: 样例通知, source: source.md }
stages:
  - { name: 推荐, cite: { clause: 二, quote: 单位推荐 } }
errata: []
checks: {}
`,
  'roster.yaml': `memberUnits: []
nominees: []
omits: [身份证号, 性别, 出生年月]
`,
  'awards.yaml': `awards:
  - id: sample
    name: 样例单位
    shortName: 样例
    recipient: collective
    rosterOrder: 1
    requiredFields: []
    cite: { clause: 一, quote: 评选样例单位 }
conditions:
  - { id: member-unit, awards: [sample], kind: member-unit, demand: 须是会员, mend: 核对名册, cite: { clause: 一, quote: 须是协会会员 } }
  - { id: basic-points, awards: [sample], kind: basic-points, demand: 基本分须在 6 分及以上, mend: 核对评分, cite: { clause: 一, quote: 基本分 6 分及以上 } }
`,
  'forms.yaml': 'name: 推荐表\nforms: []\n',
  'score-sheet.yaml': `title: 评分表
preamble: （基本分满分 10 分）
cite: { clause: 附表, quote: 评分表 }
step: { value: 1/1, cite: { clause: 附表, quote: 以 1 分计 } }
threshold: { points: 6, cite: { clause: 一, quote: 基本分 6 分及以上 } }
totals:
  basic: { points: 10, cite: { clause: 附表, quote: 基本分合计 10 } }
  all: { points: 12, cite: { clause: 附表, quote: 总计 12 } }
columns:
  basic: { self: 自评, association: 协会评分 }
  bonus: { self: 自报, association: 协会核定 }
categories:
  - id: management
    name: 管理
    points: 10
    cite: { clause: 附表, quote: 管理 10分 }
    items:
      - { id: rules, text: 制度齐全, points: 6 }
      - { id: records, text: 记录完整, points: 4 }
bonus:
  id: bonus
  name: 附加
  points: 2
  cite: { clause: 附表, quote: 附加 2分 }
  items:
    - { id: spread, text: 经验推广, points: 2 }
vetoItems: []
`,
};

const run = (...args: string[]) => runCli(...args, '--templates', at('方案'));
const roster = at('总名册.xlsx');

beforeAll(() => {
  mkdirSync(at('方案', ID), { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(at('方案', ID, name), text);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a scheme with a score sheet and no districts', () => {
  it('has no faults, and is promised sheets and collect', () => {
    expect([run('check-schemes').stderr, run('check-schemes').status]).toEqual([
      expect.stringContaining('没有错误'),
      0,
    ]);
    const commands = z.object({ schemes: z.array(z.object({ commands: z.array(z.string()) })) });
    const { schemes } = commands.parse(JSON.parse(run('schemes', '--json').stdout));
    expect(schemes[0]?.commands).toEqual(expect.arrayContaining(['sheets', 'collect']));
    expect(schemes[0]?.commands).not.toContain('allocate');
  });

  it('gets them, side by side in the one folder', () => {
    expect(run('sample', '--out', roster).status).toBe(0);
    const { status, stdout } = run('sheets', roster, '--out', at('评分表'), '--json');
    const { files, skipped } = z
      .object({ files: z.array(z.string()), skipped: z.array(z.unknown()) })
      .parse(JSON.parse(stdout));
    expect([status, skipped]).toEqual([0, []]);
    expect(files.length).toBeGreaterThan(5);
    const names = readdirSync(at('评分表')).filter((name) => name.endsWith('.xlsx'));
    expect(names.map((name) => at('评分表', name)).toSorted()).toEqual(files.toSorted());
  });

  it('refuses a district, for it has none', () => {
    const { status, stderr } = run('sheets', roster, '--out', at('区'), '--district', '浦东');
    expect([status, stderr]).toEqual([2, expect.stringContaining('不分区')]);
  });

  it('counts what comes back, all units together', async () => {
    const scheme = asScored(await findScheme(ID, at('方案')));
    const names = readdirSync(at('评分表')).filter((name) => name.endsWith('.xlsx'));
    for (const name of names.slice(0, 2)) {
      const file = at('评分表', name);
      writeFileSync(file, fillSheet(readFileSync(file), scheme, fillingOf(scheme, 6, 1)));
    }
    const { status, stderr } = run('collect', at('评分表'), '--roster', roster, '--out', at('汇总.xlsx'));
    expect([status, stderr]).toEqual([0, stderr]);
    const sheets = await readValues(readFileSync(at('汇总.xlsx')));
    const overview = [...new Map(sheets.get('汇总')).values()];
    expect(overview).toContain('全部单位');
    expect(overview).not.toContain('');
  });
});
